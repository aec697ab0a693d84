/** What is typed to the bot, and its short answers. */
export const words = {
  greeting: '你好！想查職能基準，隨時問我；每週的行為指標自評，也是由我私訊發送。',
  thanks: '不客氣，有需要再找我。',
  allRight: '好，有需要再找我。',
  noWords: '這則訊息裡沒有我看得懂的文字。',
  youCanType: '可以這樣跟我說：',

  checkIn: '自評',
  checkInText: '馬上做這一週的自評，輸入',
  checkInAsk: '自評',
  lookUp: '查職能基準',
  lookUpText: '代碼或關鍵字都可以，例如輸入',
  lookUpAsk: 'T2.2',
  lookUpMore: '更多查法，輸入',
  lookUpMoreAsk: '查詢',
  me: '我的現況',
  meText: '涵蓋了多少、強項與差距、下一次自評的時間，輸入',
  meAsk: '我的現況',
  help: '說明',
  helpText: '想看我能做的所有事，輸入',
  helpAsk: '說明',

  helpTitle: '我可以幫你做這些事',
  home: '首頁',
  homeText: '點開我的「首頁」分頁：歷次自評、我的筆記、誰看得到什麼，也能下載自己的資料',
  reminders: '提醒',
  remindersText: '現在沒空，就在自評訊息裡選「提醒我…」，例如明天早上；這週也可以先跳過',
  notes: '筆記與佐證',
  notesText: '在自評裡每個指標旁的 ⋯ 選單，例如附上一個連結；每次都由你決定誰看得到',
  settings: '設定',
  settingsText: '在「首頁」改，例如自評的時間、請假、重點指標',
  shortcuts: '捷徑',
  shortcutsText: '在輸入框打 / 就能選「開始自評」或「查職能」；訊息的 ⋯ 選單可以把它當作佐證',
};

export type WordsTexts = typeof words;
