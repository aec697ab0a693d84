import type { RefusalTexts } from '../zh-TW/refusal.ts';

export const refusal: RefusalTexts = {
  notYours:
    'This check-in is for somebody else, so you cannot answer it. I send you yours in a direct message.',
  closed: 'This check-in has closed, so nothing was saved. I will message you with the next one.',
  itemClosed:
    'The standard of this indicator is no longer assigned to you, so your answer was not saved. Your earlier answers are all kept.',
  unknown:
    'I cannot find this check-in, so your answer was not saved. Please use the latest message from me.',
  notAnAnswer: 'That is not one of the answers, so nothing was saved. Please use the buttons in the message.',
  notSaved: (reference) =>
    `That was not saved. Please try again. If it keeps failing, give your administrator this reference: ${reference}`,
  notOpened: (reference) =>
    `I could not open that. Please try again. If it keeps failing, give your administrator this reference: ${reference}`,
  notDone: (reference) =>
    `That did not work. Please try again. If it keeps failing, give your administrator this reference: ${reference}`,
  notAnswered: (reference) =>
    `I cannot look that up right now. Please try again. If it keeps failing, give your administrator this reference: ${reference}`,
};
