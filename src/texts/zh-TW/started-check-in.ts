/** What became of *check-in*, said at once. */
export const startedCheckIn = {
  title: '自評',
  close: '關閉',
  made: (items: number, minutes: number): string =>
    `本週自評這就送到你的私訊，共 ${items} 個行為指標，約 ${minutes} 分鐘。`,
  /** It stays in the conversation while answers come in, so it does not count them. */
  open: (week: string, until: string): string => `${week}的自評已經在你的私訊裡，${until} 前都可作答。`,
  /** One that was held is sent after all. */
  onItsWay: (week: string, until: string): string => `${week}的自評這就送到你的私訊，${until} 前都可作答。`,
  form: '用一張表單作答',
  answered: (week: string, items: number, until: string): string =>
    `${week}的 ${items} 個行為指標你都答完了，謝謝。${until} 前都可以更改。`,
  skipped: (week: string, until: string): string => `${week}的自評你選了先跳過，${until} 前都還可以作答。`,
  /** Where there is no button for it. */
  where: {
    answered: '要改的話，請到我私訊給你的那則自評，按「更改答案」。',
    skipped: '想作答的話，請到我私訊給你的那則自評，按「還是想作答」。',
  },
  noneThisWeek: '這一週沒有自評。',
  next: (at: string): string => `下一次自評：${at}。`,
  notAcknowledged: '開始之前，請先看過我私訊給你的個人資料告知，按下「我已閱讀」就能自評。',
  noStandard: '你還沒有對應的職能基準，所以沒有自評可以做。請管理員替你設定；職能基準照樣可以查。',
  notAMember: '自評只給名單上的同仁，你目前不在名單上。想加入請洽管理員；職能基準照樣可以查。',
  notStarted: '公司還沒有開始每週自評，管理員啟動後我會私訊你。',
};

export type StartedCheckInTexts = typeof startedCheckIn;
