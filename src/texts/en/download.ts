import type { DownloadTexts } from '../zh-TW/download.ts';

export const download: DownloadTexts = {
  ready: (file) => `Here is the data you asked for: ${file}. Only you see this message.`,
  title: (day) => `My competency data ${day}`,
  columns: [
    'Answered',
    'Period',
    'Standard',
    'Indicator',
    'Text',
    'Answer (1–5)',
    'Late',
    'Changed',
    'Current',
  ],
  kinds: { 'no-opportunity': 'no opportunity', 'taken-back': 'taken back' },
  yes: 'yes',
  sent: '✅ The file is in our direct messages.',
  failed: (reference) =>
    `The file could not be made. Please try again later. If it keeps failing, give your administrator this reference: ${reference}`,
};
