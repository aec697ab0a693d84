/** The note beside an answer. */
export const note = {
  title: '筆記',
  label: (limit: number): string => `想記下的事，最多 ${limit} 個字`,
  hint: '清空再儲存，就會刪除這則筆記。',
  visibilityLabel: '誰看得到這則筆記？',
  none: '這一項還沒有筆記。',
  nowShared: '現在的筆記：已分享給主管，人資與管理員也可以查看。',
  nowOnlyMe: '現在的筆記：只有你看得到。',
  copyBelow: '你寫的在下面，需要的話可以複製。',
  closed: '這次自評已經截止，筆記不能再更改。',
};

export type NoteTexts = typeof note;
