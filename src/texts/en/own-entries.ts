import type { OwnEntriesTexts } from '../zh-TW/own-entries.ts';

export const ownEntries: OwnEntriesTexts = {
  title: 'My notes and evidence',
  counts: (notes, evidence) => `Notes: ${notes}. Pieces of evidence: ${evidence}. Newest first.`,
  page: (page, pages) => `Page ${page} of ${pages}`,
  note: (head) => `Note ${head}`,
  evidence: (head) => `Evidence ${head}`,
  none: 'You have no notes and no evidence.',
  newer: 'Newer',
  older: 'Older',
};
