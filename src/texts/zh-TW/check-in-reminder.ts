export const checkInReminder = {
  /** Stays true while answers come in: how many there are, not how many are left. */
  waiting: (week: string, items: number, minutes: number, until: string): string =>
    `提醒你：${week}的自評共 ${items} 個行為指標，約 ${minutes} 分鐘，${until} 前都可以作答。`,
  unfinished: (week: string, until: string): string =>
    `提醒你：${week}的自評還沒答完，${until} 前都可以接著作答。`,
  /** What a reminder ends as. It is not drawn again: an answer may be taken back, what was skipped taken up again. */
  done: (week: string): string => `這則提醒用完了。${week}的自評請看原本那則自評訊息。`,
  closed: (week: string): string => `${week}的自評已經截止。`,
  /** The standards may have come back since. */
  nothingToAsk: (week: string): string => `這則提醒取消了：${week}的自評當時沒有要作答的項目。`,
  answerNow: '現在作答',
  /** What a choice in *remind me* has brought. */
  willRemind: (at: string): string => `好，${at} 我會私下提醒你。`,
  willRemindInstead: (at: string): string => `好，改成 ${at} 私下提醒你，先前選的時間不算了。`,
  /** After either. */
  onDayOff: '那天你放假，不過是你選的時間，我還是會提醒；不想的話，可以改選別的時間。',
  tooLate: (until: string): string =>
    `那時候這次自評已經截止（${until}），所以沒有設定新的提醒。請選早一點的時間，或現在就作答。`,
  past: (time: string): string => `今天的 ${time} 已經過了，所以沒有設定新的提醒。請選別的時間。`,
  nothingLeft: '這次自評沒有還要作答的項目，不需要提醒。',
  isSkipped: '這次自評你已經跳過了，不會再提醒。想作答的話，請按那則訊息上的「還是想作答」。',
};

export type CheckInReminderTexts = typeof checkInReminder;
