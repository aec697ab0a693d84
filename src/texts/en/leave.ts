import type { LeaveTexts } from '../zh-TW/leave.ts';

export const leave: LeaveTexts = {
  title: 'Leave',
  add: 'Add',
  close: 'Close',
  opening: 'While you are away no check-in comes, and none counts as unanswered.',
  list: '*Your leave*',
  none: 'You have entered no leave.',
  remove: 'Remove',
  from: 'First day',
  lastDay: 'Last day',
  lastDayHint: 'For a single day, choose the same day twice.',
  problems: {
    'not-a-day': 'Please choose a day.',
    'until-before-from': 'The last day cannot come before the first.',
    'in-the-past': 'These days are over. Please choose today or later.',
    'too-far': 'Leave can be entered up to two years ahead. Please check the year.',
  },
  tooMany: 'That is more leave than can be kept. Please remove what you no longer need.',
  saved: (range) => `✅ Your leave is entered: ${range}`,
  removed: '✅ Your leave is removed.',
};
