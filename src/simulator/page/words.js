/** The page's own words. What people and the bot say comes from the workspace and is not translated. */
const ENGLISH = {
  language: 'en',
  skip: 'Skip to writing',
  simulated: 'Simulated Slack on this machine',
  people: 'People',
  person: 'Person',
  clock: 'Demo clock',
  nextEvent: 'Next event',
  tomorrow: 'Tomorrow',
  nextMonday: 'Next Monday',
  moving: 'Time is moving…',
  noNews: 'Nothing new for anybody.',
  news: 'New messages',
  send: 'Send',
  write: (bot) => `Write to ${bot}, or type / for a command`,
  placeholder: 'Message, or / for a command',
  deactivated: 'account switched off',
  you: (name) => `You are ${name}`,
  onlyYou: 'Only visible to you',
  edited: '(edited)',
  empty: (bot) => `No messages with ${bot} yet.`,
  preparing:
    'The demo is being prepared: eight weeks of the company are being played. It takes some ten seconds, and the messages then appear by themselves.',
  unread: (count) => `${count} unread`,
  unknownBlock: (type) => `A “${type}” block. Slack draws it; this page does not.`,
  late: 'The app did not answer in time.',
  failed: (status) => (status === 0 ? 'The app could not be reached.' : `The app answered ${status}.`),
  offline: 'The simulated Slack does not answer. Is it still running?',
  run: 'Do it',
  table: 'Table',
};

const TAIWANESE = {
  language: 'zh-TW',
  skip: '跳到輸入欄',
  simulated: '這台電腦上的模擬 Slack',
  people: '人員',
  person: '人員',
  clock: '模擬時間',
  nextEvent: '下一個排程',
  tomorrow: '明天',
  nextMonday: '下週一',
  moving: '時間前進中…',
  noNews: '沒有人收到新訊息。',
  news: '新訊息',
  send: '送出',
  write: (bot) => `寫訊息給${besideHan(bot)}，或輸入 / 使用指令`.replace(' ，', '，'),
  placeholder: '寫訊息，或輸入 / 指令',
  deactivated: '帳號已停用',
  you: (name) => `你是${besideHan(name)}`.trimEnd(),
  onlyYou: '只有你看得到',
  edited: '（已編輯）',
  empty: (bot) => `還沒有與${besideHan(bot)}的訊息。`,
  preparing: '示範準備中：正在重演這家公司過去八週的紀錄，大約十幾秒，好了會自己出現。',
  unread: (count) => `${count} 則未讀`,
  unknownBlock: (type) => `「${type}」區塊：Slack 會畫出來，這個頁面不會。`,
  late: '應用程式沒有及時回應。',
  failed: (status) => (status === 0 ? '連不上應用程式。' : `應用程式回應 ${status}。`),
  offline: '模擬 Slack 沒有回應，它還在執行嗎？',
  run: '試試看',
  table: '表格',
};

/** A name in a Chinese sentence: a space beside what is not Chinese, none between Chinese characters. */
function besideHan(name) {
  const before = /^\p{Script=Han}/u.test(name) ? '' : ' ';
  const after = /\p{Script=Han}$/u.test(name) ? '' : ' ';
  return `${before}${name}${after}`;
}

/** Words for a person's locale: Traditional Chinese for any `zh`, otherwise English. */
export function wordsFor(locale) {
  return locale.startsWith('zh') ? TAIWANESE : ENGLISH;
}

export function languageOf(locale) {
  return locale.startsWith('zh') ? 'zh-TW' : 'en';
}
