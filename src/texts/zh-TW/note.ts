/** The note beside an answer. */
export const note = {
  title: '筆記',
  label: (limit: number): string => `想記下的事，最多 ${limit} 個字`,
  hint: '清空再儲存，就會刪除這則筆記。',
  visibilityLabel: '誰看得到這則筆記？',
  none: '這一項還沒有筆記。',
  nowShared: '現在的筆記：已分享給主管，人資與管理員也可以查看。',
  nowOnlyMe: '現在的筆記：只有你看得到。',
  changedMeanwhile:
    '還沒有存：你打開這張表單之後，這則筆記在別的地方改過。現在存著的在下面；要換成你這裡寫的，請看一下誰看得到，再按一次「儲存」。',
  removedMeanwhile:
    '還沒有存：你打開這張表單之後，這則筆記在別的地方刪掉了。要存下你這裡寫的，請選誰看得到，再按一次「儲存」。',
  copyBelow: '你寫的在下面，需要的話可以複製。',
  closed: '這次自評已經截止，筆記不能再更改。',
};

export type NoteTexts = typeof note;
