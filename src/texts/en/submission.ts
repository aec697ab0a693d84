import type { SubmissionTexts } from '../zh-TW/submission.ts';

export const submission: SubmissionTexts = {
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  shared: 'Shared with my supervisor',
  onlyMe: 'Only me',
  visibilityHint:
    'What you share comes with the weekly digest to your supervisor, and HR and administrators may read it. “Only me” is seen by nobody else.',
  tooLong: (length, limit) =>
    `This has ${length} characters, and ${limit} fit. Please shorten it and send it again.`,
  chooseVisibility: 'Please choose who sees it.',
  closed: 'This check-in has closed, so nothing in this form was saved.',
  notFound:
    'I cannot find this check-in of yours, so nothing in this form was saved. Please open it again from my latest message.',
  notOnRoster:
    'You are not on the roster at the moment, so nothing was saved. Questions: ask your administrator.',
  stillSaving: 'Still saving. Send it again in a few seconds; all you typed is here.',
  notSaved: (reference) =>
    `This was not saved. All you typed is still here: send it again. If it keeps failing, give your administrator this reference: ${reference}`,
};
