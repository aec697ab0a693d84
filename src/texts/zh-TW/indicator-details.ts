/** *Details* of an item: the words around the official text, which itself comes from the standard. */
export const indicatorDetails = {
  title: '詳細內容',
  why: '為什麼這次問',
  neverAsked: '這一項還沒有問過你。',
  inFocus: '你把這一項設為重點。',
  sameTask: '它和這次問的另一項屬於同一個工作任務，放在一起答比較快。',
  itsTurn: '輪到這一項了。',
  notAskedFor: (weeks: number): string => `距離上次問這一項，已經 ${weeks} 週。`,
  askedInVain: (weeks: number): string => `${weeks} 週前問過這一項，那次自評沒有作答，所以再問一次。`,
  readings: '你最近的答案',
  noReadings: '這一項還沒有答案。',
  yourNote: '你的筆記',
  noNote: '這一項還沒有筆記。',
  yourEvidence: '你的佐證',
  noEvidence: '這一項還沒有佐證。',
  sharedMark: '已分享給主管',
  onlyMeMark: '只有你看得到',
  notInstalled: '這份職能基準目前沒有收錄，看不到它的內容。',
};

export type IndicatorDetailsTexts = typeof indicatorDetails;
