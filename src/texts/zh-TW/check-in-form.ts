/** All the items of a check-in in one form. */
export const checkInForm = {
  title: '用一張表單作答',
  opening: (items: number, minutes: number): string =>
    `*請為 ${items} 個行為指標選一個最接近的答案，約 ${minutes} 分鐘，再按「儲存」。*`,
  open: (until: string): string => `${until} 前都可以作答或更改。`,
  late: (until: string): string => `這一期已經結束，現在作答會記為逾期，${until} 前仍歡迎。`,
  unchanged: '沒有選的、沒有更改的，都維持原樣。',
  answerLabel: (indicator: string): string => `${indicator} 的答案`,
  noteLabel: (indicator: string, limit: number): string => `${indicator} 的筆記，最多 ${limit} 個字`,
  visibilityLabel: '在這裡寫下或更改的筆記，誰看得到？',
  visibilityHint: '有寫或改筆記的話，這裡一定要選；沒有更改的筆記不受影響。',
  itemClosed: '這個指標的職能基準已經不再指派給你，這一項不用再答。',
  saved: (answered: number, items: number): string =>
    `✅ 存好了，已答 ${answered}/${items}${answered === items ? '，謝謝' : ''}。`,
  goOnUntil: (until: string): string => `${until} 前都可以接著作答或更改。`,
  savedWithout: (indicators: readonly string[]): string =>
    `✅ 其他的都存好了。沒有存的：${indicators.join('、')}，${indicators.length === 1 ? '它' : '它們'}的職能基準已經不再指派給你。`,
  restSaved: '✅ 其他的都存好了。',
  newerNotes: '沒有存的筆記在下面：你打開表單之後，它們在別的地方改過。想換成這裡寫的，請再打開一次表單。',
  writtenHere: '你在這裡寫的：',
  emptiedHere: '你在這裡把它清空了。',
  copyBelow: '你選的和寫的都在下面，需要的話可以複製。',
  /** An item by where it stands in the form. */
  place: (place: number): string => `第 ${place} 項`,
  noAnswerChosen: '沒有選答案',
  closed: '這次自評已經截止，不能再作答。',
};

export type CheckInFormTexts = typeof checkInForm;
