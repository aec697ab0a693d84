/** What every form says: its buttons, and why something that was typed in it is not saved yet. */
export const submission = {
  save: '儲存',
  cancel: '取消',
  close: '關閉',
  shared: '分享給我的主管',
  onlyMe: '只有我自己',
  visibilityHint: '分享的會放進給主管的週報，人資與管理員也可以查看；選「只有我自己」，別人都看不到。',
  tooLong: (length: number, limit: number): string =>
    `現在有 ${length} 個字，最多 ${limit} 個字，請縮短一些再送出。`,
  chooseVisibility: '請選擇誰看得到。',
  closed: '這次自評已經截止，表單裡的內容沒有存進去。',
  notFound: '找不到你的這份自評，表單裡的內容沒有存進去。請從我最近傳給你的訊息再打開一次。',
  notOnRoster: '你目前不在名單上，沒有存進去。有疑問請洽管理員。',
  stillSaving: '還在儲存。請過幾秒再送出一次，你填的都還在這裡。',
  notSaved: (reference: string): string =>
    `沒有存成功，你填的都還在這裡，請再送出一次。若還是不行，請告訴管理員這個代碼：${reference}`,
};

export type SubmissionTexts = typeof submission;
