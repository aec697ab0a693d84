/** Indicators that a member wants to be asked about more often. */
export const focus = {
  title: '重點指標',
  label: '想更常被問到的行為指標',
  hint: (limit: number, items: number): string =>
    `最多選 ${limit} 個，問到的次數大約是其他指標的兩倍，以你有作答的自評來算。每次自評有 ${items} 個行為指標，其他的位置留給還沒輪到的。`,
  none: (items: number): string =>
    `每次自評只有 ${items} 個行為指標，要留給還沒輪到的，所以目前不能設重點。管理員把每次自評調到 3 個以上就可以。`,
  tooMany: (limit: number): string => `最多 ${limit} 個，請取消幾個再存。`,
  tooManyWithOthers: (limit: number): string =>
    `這張表單打開之後，你在別處也改過重點指標，合起來超過 ${limit} 個。請關掉表單再打開一次，就會看到最新的。`,
  notYours: '其中有不屬於你職能基準的指標，請重新選。',
  option: (code: string, text: string): string => `${code} ${text}`,
  saved: '✅ 重點指標存好了，從下一次自評開始。',
};

export type FocusTexts = typeof focus;
