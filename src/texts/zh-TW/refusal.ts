/** Private sentences for what cannot be done; each says what to do instead. */
export const refusal = {
  notYours: '這份自評是給另一位同事的，不能代答。你自己的自評會由我直接私訊給你。',
  closed: '這次自評已經截止，剛才的選擇沒有存進去。下一次自評我會再私訊你。',
  itemClosed: '這個指標的職能基準已經不再指派給你，剛才的選擇沒有存進去。你之前的答案都還在。',
  unknown: '找不到這份自評，剛才的選擇沒有存進去。請改用我最近傳給你的那一則訊息。',
  notAnAnswer: '這不是可以選的答案，剛才的選擇沒有存進去。請按訊息裡的按鈕。',
  notSaved: (reference: string): string =>
    `剛才沒有存成功，請再按一次。若還是不行，請告訴管理員這個代碼：${reference}`,
  notOpened: (reference: string): string =>
    `現在打不開，請再按一次。若還是不行，請告訴管理員這個代碼：${reference}`,
  notDone: (reference: string): string =>
    `剛才沒有成功，請再按一次。若還是不行，請告訴管理員這個代碼：${reference}`,
  notAnswered: (reference: string): string =>
    `現在查不到，請稍後再試。若還是不行，請告訴管理員這個代碼：${reference}`,
};

export type RefusalTexts = typeof refusal;
