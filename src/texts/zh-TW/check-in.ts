import { besideHan } from './beside-han.ts';

export const checkIn = {
  notification: (items: number, minutes: number, until: string): string =>
    `本週自評：${items} 個行為指標，約 ${minutes} 分鐘，${until} 前作答。`,
  opening: (items: number, minutes: number): string =>
    `*本週自評：請為 ${items} 個行為指標選一個最接近的答案，約 ${minutes} 分鐘。*`,
  question: '過去這段時間，你做到以下行為的頻率？',
  periodAndClosing: (week: string, range: string, until: string): string =>
    `${week}（${range}）｜${until} 前都可作答、更改或收回`,
  audience: (supervisors: readonly string[], contact: string | undefined): string => {
    const supervisor = supervisors.length === 0 ? '主管' : `主管（${supervisors.join('、')}）`;
    const ask =
      contact === undefined ? '有疑問請洽公司的管理員。' : `有疑問請洽${besideHan(contact).trimEnd()}。`;
    return `誰看得到：你本人、你的${supervisor}，以及人資與管理員。只用於個人發展，不作為考績或薪資的依據。${ask}`;
  },
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
  thanks: (items: number): string => `✅ 謝謝，${items} 項都存好了。`,
  changeUntil: (until: string): string => `${until} 前都可以更改。`,
  change: '更改答案',
  closed: (week: string, until: string): string => `${week}的自評已於 ${until} 截止，答案不再變更。`,
  closedAnswers: (answered: number, items: number): string => `截止時已答 ${answered}/${items}。`,
  notAnswered: '未作答',
  itemClosed: '不必作答：這個指標的職能基準已經不再指派給你。',
  allClosed: (week: string): string => `${week}的自評不必作答了：這些職能基準已經不再指派給你。`,
  superseded: '這份自評在下面較新的訊息裡，你的答案都在那裡。',
};

export type CheckInTexts = typeof checkIn;
