const some = (shown: number, total: number): string =>
  total > shown ? `（前 ${shown} 項，共 ${total} 項）` : '';

/** `me`: where a member stands, in short. */
export const ownStanding = {
  title: '我的現況',
  coverage: (covered: number, indicators: number, weeks: number): string =>
    `${indicators} 個行為指標中，${covered} 個在近 ${weeks} 週內有你的自評。`,
  strengths: (target: number, shown: number, total: number): string =>
    `已達目標 ${target} 分${some(shown, total)}`,
  gaps: (target: number, shown: number, total: number): string =>
    `離目標 ${target} 分還有成長空間${some(shown, total)}`,
  strength: (median: string, n: number): string => `中間分數 ${median}（${n} 筆分數）`,
  gap: (median: string, gap: string, n: number): string => `中間分數 ${median}，差距 ${gap}（${n} 筆分數）`,
  noScores: '還沒有分數，所以還看不出強項與差距。答過自評之後就會有。',
  open: (answered: number, items: number, until: string): string =>
    `這次的自評還沒答完：已答 ${answered}/${items}，${until} 前都可作答。`,
  noNext: '目前排不出下一次自評，可以到「首頁」調整休息日或請假。',
  /** What is typed follows. The notice may have been sent already, or may not. */
  notAcknowledged: '下一次自評之前，請先讀過個人資料告知，按「我已閱讀」。還沒收到的話，想馬上收到就輸入',
  reading: (target: number, weeks: number): string =>
    `每個指標只看 ${weeks} 週內最近一次的自評（1–5 分）。中間分數是分數由低到高排好，正中間的那一個；差距＝目標 ${target} − 中間分數。職能級別不是分數，沒有納入計算。`,
  more: '歷次自評、筆記和設定都在我的「首頁」分頁。',
};

export type OwnStandingTexts = typeof ownStanding;
