import type { SettingsTexts } from '../zh-TW/settings.ts';

export const settings: SettingsTexts = {
  title: 'Settings',
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  weekday: 'Day of your check-in',
  weekdayHint:
    'If you are off that day, it comes on your next working day of the same week. With none left that week, there is no check-in. Only one is open at a time: it closes before the next one comes.',
  time: 'Time',
  timeHint: 'By the clock where you are.',
  restDays: 'Your rest days',
  restDaysHint:
    'If you work shifts or weekends, tick the days you have off. Tick none to have the days off that your company has.',
  holidays: 'Public holidays',
  worksHolidays: 'I work on public holidays',
  language: 'Language',
  languages: { 'zh-TW': '繁體中文', en: 'English' },
  noDayLeft:
    'From that day to Sunday every day is a rest day, so there is no room for a check-in. Choose another day, or one rest day fewer.',
  onlyRestDays: 'Then every day is a rest day, and nothing would ever come to you. Leave one day unticked.',
  notAWeekday: 'Please choose a day.',
  notATime: 'Please choose a time, such as 13:00.',
  saved: '✅ Your settings are saved.',
  waits: (week, until) =>
    `The next check-in comes later than you have set, those after it on time: that of ${week} stays open until ${until}.`,
};
