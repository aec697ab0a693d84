import type { Topic } from '../../domain/request/topics.ts';

const where: Record<Topic, string> = {
  leave: '要請假，點開我的「首頁」分頁，在「設定」那一段按「請假」。',
  skip: '要跳過，在那則自評訊息按「這週先跳過」；原因可以不寫。',
  remind: '要我晚點提醒，在那則自評訊息選「提醒我…」。',
  focus: '重點指標在我的「首頁」分頁，「設定」那一段按「重點指標」。',
  language: '要換語言，點開我的「首頁」分頁，按「設定」，最下面就是「語言」。',
  settings: '自評的時間、休息日和語言，都在我的「首頁」分頁，按「設定」就能改。',
  'rest-days': '休息日在我的「首頁」分頁，按「設定」，勾「每週的休息日」。',
  notes: '要寫筆記，用自評訊息裡題目旁的「⋯」；寫過的在我的「首頁」分頁。',
  evidence: '要附佐證，用自評訊息裡題目旁的「⋯」，或任何 Slack 訊息的「⋯」選單；附過的在我的「首頁」分頁。',
  download: '你的資料在我的「首頁」分頁最下面，「下載我的資料」，檔案只會私訊給你。',
};

/** Where something is that was asked for in a word. */
export const whereItIs = {
  where,
  /** What is typed follows. */
  inStandards: (asked: string): string => `想在職能基準裡找「${asked}」，輸入`,
};

export type WhereItIsTexts = typeof whereItIs;
