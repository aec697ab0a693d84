import type { CheckInSkipTexts } from '../zh-TW/check-in-skip.ts';

export const checkInSkip: CheckInSkipTexts = {
  explanation:
    'No reminders come after that, and it does not count as unanswered. You can still answer until the check-in closes.',
  explanationLate:
    'No reminders come after that, and later figures leave this check-in out. The digest of that week may have gone out already; it tells how things stood then. You can still answer until the check-in closes.',
  kept: (answers) =>
    answers === 1
      ? 'The answer you have given stays, and counts like any other.'
      : `The ${answers} answers you have given stay, and count like any others.`,
  reason: 'Reason',
  whoSeesIt:
    'You need not give one. Only you see it, in “Download my data”. Your supervisor’s digest says how many skipped, nothing more.',
  submit: 'Skip',
  skipped: (week) =>
    `You have skipped the check-in of ${week}. To answer it, press “Answer after all” on its message.`,
  skippedLate: (week) =>
    `You have skipped the check-in of ${week}, and later figures leave it out; the digest of that week may have gone out before. To answer it, press “Answer after all” on its message.`,
  copyBelow: 'The reason you wrote is below, so that you can copy it.',
  answered: 'You have answered all of this check-in, so there is nothing to skip. Your answers stay.',
  closed: 'This check-in has closed, so there is nothing to skip.',
};
