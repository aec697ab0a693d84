const percent = (part: number, whole: number): string => `${Math.round((part / whole) * 100)}%`;

export const weeklyDigest = {
  title: (week: string, range: string): string => `團隊週報｜${week}（${range}）`,
  participation: (p: {
    membersAsked: number;
    membersAnswered: number;
    itemsAsked: number;
    itemsAnswered: number;
  }): string =>
    `*本期作答*：問了 ${p.membersAsked} 人，${p.membersAnswered} 人至少答了一項；${p.itemsAsked} 項中答了 ${p.itemsAnswered} 項（${percent(p.itemsAnswered, p.itemsAsked)}）。`,
  late: (items: number): string => `其中 ${items} 項逾期。`,
  skipped: (people: number): string => `另有 ${people} 人這一期先跳過，不列入統計。`,
  before: (periods: number, answered: number, asked: number, late: number): string =>
    `前 ${periods} 期合計：${asked} 項中答了 ${answered} 項（${percent(answered, asked)}），${late === 0 ? '沒有逾期的' : `其中 ${late} 項逾期`}。`,
  nothingBefore: '之前四期沒有自評可以比較。',
  quiet: (membersAsked: number, itemsAsked: number): string =>
    `*這一期沒有人作答*：問了 ${membersAsked} 人、共 ${itemsAsked} 項，截止統計時一項都沒有收到。`,
  quietTable: '下表是先前自評的現況，本期沒有新的資料。',
  noStandings: '團隊目前還沒有可以計算的分數，所以還看不出差距。',
  largestGaps: (target: number): string => `*離目標 ${target} 分最遠的行為指標*`,
  noGaps: (target: number): string => `有自評的行為指標，中位數都達到目標 ${target} 分。`,
  gap: (code: string, text: string, median: string, gap: string, n: number): string =>
    `*${code}*　${text}\n中位數 ${median}，差距 ${gap}（n=${n}）`,
  tableTitle: '*各工作任務現況*',
  columns: ['工作任務', '中位數', '差距', 'n', '涵蓋'],
  tasksMore: (more: number): string => `還有 ${more} 項工作任務，這裡放不下。`,
  tableLine: (task: string, median: string, gap: string, n: number, covered: number, pairs: number): string =>
    `${task}：中位數 ${median}，差距 ${gap}，n=${n}，涵蓋 ${covered}/${pairs}`,
  notAnswered: (names: readonly string[]): string => `*還沒作答*（只有你看得到）：${names.join('、')}`,
  answeredInPart: (members: readonly { name: string; answered: number; asked: number }[]): string =>
    `*只答了一部分*（只有你看得到）：${members.map(({ name, answered, asked }) => `${name}（${answered}/${asked}）`).join('、')}`,
  sharedTitle: '*同仁分享給你的筆記與佐證*',
  shared: (code: string, text: string, name: string, what: string): string =>
    `${code}　${text}\n${name}：${what}`,
  sharedMore: (more: number): string => `還有 ${more} 則。`,
  everythingAnswered: '問到的人每一項都答了。',
  reading: (target: number, weeks: number): string =>
    `中位數是同仁的自評（1–5），只計 ${weeks} 週內的最近一次；差距＝目標 ${target} − 中位數，正數代表還有成長空間。n 是分數的筆數，「本期無機會」不算分數但算涵蓋；涵蓋＝有自評的（同仁×指標）組數。職能級別不是分數，沒有納入計算。`,
  cutoff: (until: string): string => `統計到 ${until} 為止，之後的作答會出現在下一期。`,
};

export type WeeklyDigestTexts = typeof weeklyDigest;
