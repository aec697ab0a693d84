import type { StartedCheckInTexts } from '../zh-TW/started-check-in.ts';
import { indicatorsOf, minutesOf } from './counted.ts';

export const startedCheckIn: StartedCheckInTexts = {
  title: 'Check-in',
  close: 'Close',
  made: (items, minutes) =>
    `This week’s check-in is on its way to your direct messages: ${indicatorsOf(items)}, ${minutesOf(minutes)}.`,
  open: (week, until) =>
    `Your check-in of ${week} is in your direct messages. You can answer until ${until}.`,
  onItsWay: (week, until) =>
    `Your check-in of ${week} is on its way to your direct messages. You can answer until ${until}.`,
  form: 'Answer in one form',
  answered: (week, items, until) =>
    `You have answered ${items === 1 ? 'the one indicator' : `all ${indicatorsOf(items)}`} of ${week}. Thank you. You can change ${items === 1 ? 'it' : 'them'} until ${until}.`,
  skipped: (week, until) => `You skipped the check-in of ${week}. You can still answer it until ${until}.`,
  where: {
    answered: 'To change them, press “Change answers” on that check-in in our direct messages.',
    skipped: 'To answer it, press “Answer after all” on that check-in in our direct messages.',
  },
  noneThisWeek: 'There is no check-in this week.',
  next: (at) => `The next one comes on ${at}.`,
  notAcknowledged:
    'Before you start, please read the notice about your data that I sent you in a direct message and confirm it.',
  noStandard:
    'You have no competency standard yet, so there is nothing to rate. Ask an administrator to set one; you can still look things up.',
  notAMember:
    'Check-ins are for people on the roster, and you are not on it. Ask an administrator if you want to join; you can still look things up.',
  notStarted: 'Weekly check-ins have not started yet. I will message you when an administrator starts them.',
};
