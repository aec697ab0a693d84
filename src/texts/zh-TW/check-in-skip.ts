export const checkInSkip = {
  explanation: '跳過之後就不再提醒，也不會當成沒作答；截止前隨時可以改成作答。',
  /** Once that week is over. */
  explanationLate:
    '跳過之後就不再提醒，之後的統計也不再算這一次；那一週的週報可能已經送出，裡面寫的是當時的情形。截止前隨時可以改成作答。',
  /** What stands and counts whether or not the rest is skipped. */
  kept: (answers: number): string => `你已經答的 ${answers} 項都會保留，和其他答案一樣算數。`,
  reason: '原因',
  whoSeesIt: '寫不寫都可以。原因只有你自己看得到，「下載我的資料」裡會有；主管的週報只寫有幾個人跳過。',
  submit: '跳過',
  skipped: (week: string): string => `${week}的自評已跳過。想作答的話，請按那則訊息上的「還是想作答」。`,
  skippedLate: (week: string): string =>
    `${week}的自評已跳過，之後的統計不再算這一次；那一週的週報可能更早就送出了。想作答的話，請按那則訊息上的「還是想作答」。`,
  copyBelow: '你寫的原因在下面，需要的話可以複製。',
  answered: '這次自評你都答完了，不需要跳過；答案照常保留。',
  closed: '這次自評已經截止，不需要跳過。',
};

export type CheckInSkipTexts = typeof checkInSkip;
