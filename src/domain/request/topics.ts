/** What people ask for in a word that is done elsewhere: on Home, or on a check-in's message. */
export const TOPICS = [
  'leave',
  'skip',
  'remind',
  'focus',
  'language',
  'settings',
  'rest-days',
  'notes',
  'evidence',
  'download',
] as const;
export type Topic = (typeof TOPICS)[number];

/**
 * What people type for each, folded as `readRequest` folds it. Whole messages only; a standard may hold some of these
 * words too (設定), and is searched for them where it is named beside them (`KRM 設定`).
 */
export const TYPED_FOR: Readonly<Record<Topic, readonly string[]>> = {
  leave: ['leave', 'myleave', 'dayoff', 'daysoff', 'vacation', '請假', '我要請假', '休假', '我要休假'],
  skip: ['skip', 'skipthisweek', 'skipthischeckin', '跳過', '我要跳過', '先跳過', '這週先跳過', '這次先跳過'],
  remind: ['remind', 'remindme', 'remindmelater', 'reminder', 'reminders', '提醒', '提醒我', '晚點提醒我'],
  focus: ['focus', 'myfocus', '重點指標', '我的重點指標', '設重點'],
  language: ['language', 'changelanguage', '語言', '改語言', '換語言', '切換語言'],
  settings: ['settings', 'setting', 'mysettings', '設定', '我的設定', '改設定'],
  'rest-days': ['restday', 'restdays', 'myrestdays', '休息日', '我的休息日'],
  notes: ['note', 'notes', 'mynotes', 'addanote', '筆記', '我的筆記', '寫筆記'],
  evidence: ['evidence', 'myevidence', 'addevidence', '佐證', '我的佐證', '附上佐證'],
  download: ['download', 'mydata', 'downloadmydata', '下載', '下載資料', '我的資料', '下載我的資料'],
};
