/** What a member sets for themselves: when, which days, which language. */
export const settings = {
  title: '設定',
  weekdays: ['週一', '週二', '週三', '週四', '週五', '週六', '週日'],
  weekday: '哪一天收到自評',
  weekdayHint:
    '那天放假的話，改在同一週的下一個工作日；同一週後面都放假的話，那一週就沒有自評。同時只會有一份：上一份截止，下一份才來。',
  time: '幾點收到',
  timeHint: '以你所在地的時間為準。',
  restDays: '每週的休息日',
  restDaysHint: '輪班或假日上班的話，勾你自己的休息日；都不勾就照公司的。',
  holidays: '國定假日',
  worksHolidays: '國定假日我照常上班',
  language: '語言',
  languages: { 'zh-TW': '繁體中文', en: 'English' },
  noDayLeft: '這樣一來，從那天到週日都是休息日，自評就排不進去了。請換一天，或少勾一個休息日。',
  onlyRestDays: '這樣每天都是休息日，什麼都不會傳給你。請至少留一天不勾。',
  notAWeekday: '請選一天。',
  notATime: '請選一個時間，例如 13:00。',
  saved: '✅ 設定存好了。',
  waits: (week: string, until: string): string =>
    `${week}的自評到 ${until} 才截止，所以下一次會比你設定的晚一點，之後就照設定。`,
};

export type SettingsTexts = typeof settings;
