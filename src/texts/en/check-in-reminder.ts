import type { CheckInReminderTexts } from '../zh-TW/check-in-reminder.ts';
import { indicatorsOf, minutesOf } from './counted.ts';

export const checkInReminder: CheckInReminderTexts = {
  waiting: (week, items, minutes, until) =>
    `A reminder: your check-in of ${week} has ${indicatorsOf(items)} and takes ${minutesOf(minutes)}. It is open until ${until}.`,
  unfinished: (week, until) =>
    `A reminder: you have begun your check-in of ${week}. The rest can be answered until ${until}.`,
  done: (week) => `This reminder is done. Your check-in of ${week} is in its own message.`,
  closed: (week) => `The check-in of ${week} has closed.`,
  nothingToAsk: (week) => `This reminder was withdrawn: the check-in of ${week} had nothing left to ask.`,
  answerNow: 'Answer now',
  willRemind: (at) => `All right, I will remind you privately on ${at}.`,
  willRemindInstead: (at) => `All right, I have moved your private reminder to ${at}.`,
  onDayOff:
    ' You are off that day; I remind you all the same, because you chose it. Choose another time if you would rather not.',
  tooLate: (until) =>
    `By then this check-in has closed (${until}), so no new reminder is set. Choose an earlier time, or answer now.`,
  past: (time) => `It is past ${time} today, so no new reminder is set. Choose another time.`,
  nothingLeft: 'This check-in has nothing left to answer, so it needs no reminder.',
  isSkipped:
    'You skipped this check-in, so no reminder comes. To answer it, press “Answer after all” on its message.',
};
