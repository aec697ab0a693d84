import type { StartedCheckInTexts } from '../zh-TW/started-check-in.ts';

export const startedCheckIn: StartedCheckInTexts = {
  title: 'Check-in',
  close: 'Close',
  made: (items) =>
    `This week’s check-in is on its way to your direct messages, with ${items === 1 ? '1 indicator' : `${items} indicators`}.`,
  open: (week, answered, items, until) =>
    `Your check-in of ${week} is waiting in our direct messages, ${answered} of ${items} answered. You can answer until ${until}.`,
  form: 'Answer in one form',
  answered: (week, items) =>
    items === 1
      ? `You have answered the one indicator of ${week}. Thank you.`
      : `You have answered all ${items} indicators of ${week}. Thank you.`,
  skipped: (week, until) =>
    `You skipped the check-in of ${week}. If you change your mind, press “Answer after all” in its message until ${until}.`,
  closed: 'There is no check-in left for this week.',
  next: (at) => `The next one comes on ${at}.`,
  notAcknowledged:
    'Before you start, please read the notice about your data that I sent you in a direct message and confirm it.',
  noStandard:
    'You have no competency standard yet, so there is nothing to rate. Ask an administrator to set one; you can still look things up.',
  notAMember:
    'Check-ins are for people on the roster, and you are not on it. Ask an administrator if you want to join; you can still look things up.',
  notStarted: 'Weekly check-ins have not started yet. I will message you when an administrator starts them.',
};
