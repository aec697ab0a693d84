import type { DownloadTexts } from '../zh-TW/download.ts';

export const download: DownloadTexts = {
  ready: (file) => `Here is the data you asked for: ${file}. Only you see this message.`,
  title: (day) => `My competency data ${day}`,
  sent: '✅ The file is in our direct messages.',
  failed: (reference) =>
    `The file could not be made. Please try again later. If it keeps failing, tell your administrator this code: ${reference}`,
};
