/** All the notes and evidence of a member, a page at a time. */
export const ownEntries = {
  title: '我的筆記與佐證',
  counts: (notes: number, evidence: number): string => `筆記 ${notes} 則、佐證 ${evidence} 份，由新到舊。`,
  page: (page: number, pages: number): string => `第 ${page} 頁，共 ${pages} 頁`,
  note: (head: string): string => `筆記 ${head}`,
  evidence: (head: string): string => `佐證 ${head}`,
  none: '目前沒有筆記，也沒有佐證。',
  newer: '較新的',
  older: '較舊的',
};

export type OwnEntriesTexts = typeof ownEntries;
