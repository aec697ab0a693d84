/** Handing somebody what is stored about them. */
export const download = {
  ready: (file: string): string => `這是你要的資料：${file}。只有你看得到這則訊息。`,
  title: (day: string): string => `我的職能資料 ${day}`,
  columns: [
    '作答時間',
    '期別',
    '職能基準',
    '行為指標',
    '行為指標內容',
    '答案（1–5）',
    '逾期',
    '更改過',
    '目前的答案',
  ],
  kinds: { 'no-opportunity': '本期無機會', 'taken-back': '收回' },
  yes: '是',
  sent: '✅ 檔案已經私訊給你了。',
  failed: (reference: string): string =>
    `檔案沒有準備好，請稍後再按一次。若還是不行，請告訴管理員這個代碼：${reference}`,
};

export type DownloadTexts = typeof download;
