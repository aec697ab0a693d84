/** A link or a message that somebody shows for an indicator. */
export const evidence = {
  title: '附上佐證',
  indicatorLabel: '是哪一個行為指標的佐證？',
  indicatorPlaceholder: '輸入代碼或文字',
  linkLabel: '連結',
  linkHint: '以 https:// 或 http:// 開頭的連結。',
  titleLabel: (limit: number): string => `名稱，最多 ${limit} 個字`,
  visibilityLabel: '誰看得到這份佐證？',
  sameLink: '同一個連結再存一次，名稱和誰看得到會以這次的為準。',
  fromMessage: '只會存下這則訊息的連結，不會存下訊息的內容。',
  noPermalink: '我看不到這則訊息，所以拿不到它的連結。請在 Slack 複製訊息的連結，貼在下面；只會存下連結。',
  noStandard: '你目前沒有職能基準，所以沒有可以附上佐證的行為指標。有疑問請洽管理員。',
  notYourIndicator: '這個行為指標不在你的職能基準裡，佐證沒有存進去。請另選一個。',
  indicatorGone: '這個行為指標已經不在你的職能基準裡，佐證沒有存進去。',
  notAcknowledged:
    '還沒有存進去：請先看過我剛私訊給你的個人資料告知，按「我已閱讀」，再回來送出一次。你填的都還在這裡。',
  notALink: '這個連結不完整，請貼上以 https:// 開頭的連結。',
  notHttp: '只收 https:// 或 http:// 開頭的連結。',
  credentials: '這個連結裡有帳號或密碼，請先拿掉再貼上。',
  hiddenCharacters: '這個連結裡有看不見的字元，請重新複製再貼上。',
  linkTooLong: (limit: number): string => `這個連結太長了，最多 ${limit} 個字元。`,
  savedAndShared: (indicator: string): string => `✅ 佐證已存到 ${indicator}，並分享給主管。`,
  savedForMe: (indicator: string): string => `✅ 佐證已存到 ${indicator}，只有你看得到。`,
};

export type EvidenceTexts = typeof evidence;
