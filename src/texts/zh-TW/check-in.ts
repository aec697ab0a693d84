import type { RemindWhen } from '../../domain/check-in/reminders.ts';
import type { Visibility } from '../../domain/check-in/visibility.ts';
import { besideHan } from './beside-han.ts';

/** The ⋯ menu of an item. */
const itemMenu = { details: '詳細內容', note: '寫筆記', evidence: '附上佐證' };

const noted: Record<Visibility, string> = {
  supervisor: '📝 有筆記，已分享給主管',
  'only-me': '📝 有筆記，只有你看得到',
};

const remindWhen: Record<RemindWhen, string> = {
  'in-an-hour': '一小時後',
  'this-afternoon': '今天下午',
  'tomorrow-morning': '明天早上',
};

export const checkIn = {
  itemMenu,
  noted,
  remindWhen,
  proven: (pieces: number): string => `🔗 有 ${pieces} 份佐證`,
  notification: (items: number, minutes: number, until: string): string =>
    `本週自評：${items} 個行為指標，約 ${minutes} 分鐘，${until} 前作答。`,
  notificationLate: (week: string, items: number, minutes: number, until: string): string =>
    `${week}的自評：${items} 個行為指標，約 ${minutes} 分鐘，現在作答會記為逾期，${until} 前仍歡迎。`,
  opening: (items: number, minutes: number): string =>
    `*本週自評：請為 ${items} 個行為指標選一個最接近的答案，約 ${minutes} 分鐘。*`,
  openingLate: (week: string, items: number, minutes: number): string =>
    `*${week}的自評：請為 ${items} 個行為指標選一個最接近的答案，約 ${minutes} 分鐘。現在作答會記為逾期。*`,
  question: '過去這段時間，你多常做到以下的行為？',
  quoted: '行為指標是職能基準的官方原文。',
  periodAndClosing: (week: string, range: string, until: string): string =>
    `${week}（${range}）｜${until} 前都可作答、更改或收回`,
  periodIsOver: (week: string, range: string, until: string): string =>
    `${week}（${range}）已經結束｜現在作答會記為逾期，${until} 前仍歡迎`,
  audience: (supervisors: readonly string[], contact: string | undefined): string => {
    const readers =
      supervisors.length === 0
        ? '你本人，以及人資與管理員；有了主管之後，主管也看得到。'
        : `你本人、你的主管（${supervisors.join('、')}），以及人資與管理員。`;
    const ask =
      contact === undefined ? '有疑問請洽公司的管理員。' : `有疑問請洽${besideHan(contact).trimEnd()}。`;
    return `誰看得到：${readers}只用於個人發展，不作為考績或薪資的依據。${ask}`;
  },
  form: '用一張表單作答',
  /** Where the message has no room for buttons under each item. */
  inFormOnly: (form: string): string => `這次的內容較長，放不下答案按鈕：請按下方的「${form}」作答或更改。`,
  remind: '提醒我…',
  remindAt: (at: string): string => `⏰ 會在 ${at} 私下提醒你。`,
  skip: '這週先跳過',
  /** Once that week is over. */
  skipLate: '這次先跳過',
  skipped: (week: string, until: string): string =>
    `${week}的自評已跳過，不會當成沒作答；想作答的話，${until} 前都可以。`,
  skippedInPart: (week: string, answers: number, until: string): string =>
    `${week}的自評已跳過，你答過的 ${answers} 項都會保留，其他的不會當成沒作答；想作答的話，${until} 前都可以。`,
  /** Skipped after its week: the digest of that week may have gone out before. */
  skippedLate: (week: string, until: string): string =>
    `${week}的自評已跳過，之後的統計不再算這一次；那一週的週報可能更早就送出了。想作答的話，${until} 前都可以。`,
  skippedLateInPart: (week: string, answers: number, until: string): string =>
    `${week}的自評已跳過，你答過的 ${answers} 項都會保留，其他的之後不再算；那一週的週報可能更早就送出了。想作答的話，${until} 前都可以。`,
  unskip: '還是想作答',
  progress: (answered: number, items: number): string => `已答 ${answered}/${items}`,
  legend: (points: readonly string[], noOpportunity: string): string =>
    `${points.slice(0, 3).join('　')}\n${points.slice(3).join('　')}　*無機會* ${noOpportunity}`,
  takeBack: '收回',
  saved: (answer: string): string => `✅ 已儲存：${answer}`,
  scoreLabel: (indicator: string, score: number, wording: string): string =>
    `${indicator}：${score} ${wording}`,
  noOpportunityLabel: (indicator: string, wording: string): string => `${indicator}：${wording}`,
  takeBackLabel: (indicator: string): string => `收回 ${indicator} 的答案`,
  done: '完成',
  thenDone: (done: string): string => `都存好了，看完按「${done}」就結束。`,
  thanks: (items: number): string => `✅ 謝謝，${items} 個行為指標的答案都存好了。`,
  sinceLastTime: '和上次比',
  changed: (indicator: string, before: number, now: number, day: string): string =>
    `*${indicator}*　${before} → ${now}｜上次 ${day}`,
  unchanged: (same: number): string => `${same} 項和上次一樣。`,
  coverage: (covered: number, indicators: number, weeks: number): string =>
    `你的 ${indicators} 個行為指標裡，有 ${covered} 個在最近 ${weeks} 週內答過。`,
  digest: (supervisors: readonly string[]): string =>
    `這些答案會放進下週給主管（${supervisors.join('、')}）的週報。`,
  /** Some of them may have been given before the week was over. */
  digestLate: (supervisors: readonly string[], week: string, now: string): string =>
    `${week}結束前的答案在給主管（${supervisors.join('、')}）的那一週週報；之後才答的標為逾期，放進${now}的週報。`,
  /** It stays in the message, and somebody may get a supervisor any day. */
  noDigest: (week: string): string =>
    `目前名單上沒有你的主管；${week}結束前有了主管，這些答案就會放進給主管的週報。`,
  changeUntil: (until: string): string => `${until} 前都可以更改。`,
  change: '更改答案',
  closed: (week: string, until: string): string => `${week}的自評已於 ${until} 截止，答案不再變更。`,
  nothingToAsk: (week: string): string => `${week}的自評不必作答了：這些職能基準已經不再指派給你。`,
  closedAnswers: (answered: number, items: number): string => `截止時已答 ${answered}/${items}。`,
  notAnswered: '未作答',
  itemClosed: '不必作答：這個指標的職能基準已經不再指派給你。',
  superseded: '這份自評在下面較新的訊息裡，你的答案都在那裡。',
};

export type CheckInTexts = typeof checkIn;
