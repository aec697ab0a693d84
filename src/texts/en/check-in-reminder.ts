import type { CheckInReminderTexts } from '../zh-TW/check-in-reminder.ts';

export const checkInReminder: CheckInReminderTexts = {
  stillOpen: (week, left, until) =>
    `The check-in of ${week} has ${left} more ${left === 1 ? 'indicator' : 'indicators'} to answer, until ${until}.`,
  answerNow: 'Answer now',
  willRemind: (at) => `All right, I will remind you privately on ${at}.`,
  tooLate: (until) =>
    `By then this check-in has closed (${until}), so no reminder is set. Choose an earlier time.`,
  past: 'That time has passed today, so no reminder is set. Choose another one.',
  nothingLeft: 'This check-in has nothing left to answer, so it needs no reminder.',
  isSkipped:
    'You skipped this check-in, so no reminder comes. To answer it, press “Answer after all” on its message.',
};
