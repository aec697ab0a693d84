export const checkInReminder = {
  stillOpen: (week: string, left: number, until: string): string =>
    `${week}的自評還有 ${left} 項可以作答，${until} 前都行。`,
  answerNow: '現在作答',
  /** What a choice in *remind me* has brought. */
  willRemind: (at: string): string => `好，${at} 我會私下提醒你。`,
  tooLate: (until: string): string =>
    `那時候這次自評已經截止（${until}），所以沒有設定提醒。請選早一點的時間。`,
  past: '今天下午的時間已經過了，沒有設定提醒。請選別的時間。',
  nothingLeft: '這次自評沒有還要作答的項目，不需要提醒。',
  isSkipped: '這次自評你已經跳過了，不會再提醒。想作答的話，請按那則訊息上的「還是想作答」。',
};

export type CheckInReminderTexts = typeof checkInReminder;
