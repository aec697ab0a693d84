import type { LeaveTexts } from '../zh-TW/leave.ts';

export const leave: LeaveTexts = {
  title: 'Leave',
  add: 'Add',
  opening: {
    checkIns:
      'While you are away no check-in comes, and a check-in that did not come does not count as unanswered.',
    checkInsAndDigests:
      'While you are away no check-in and no team digest comes, and a check-in that did not come does not count as unanswered.',
    digests: 'While you are away no team digest comes.',
  },
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
    'begun-long-ago':
      'The first day can be at most 31 days back. For leave that began earlier, choose today.',
    overlaps:
      'You are on leave on some of these days already. Choose other days, or remove that leave first.',
    'too-far': 'Leave can be entered up to two years ahead. Please check the year.',
  },
  saved: (range) => `✅ Your leave is entered: ${range}`,
  stillOpen: (week, until, skip) =>
    `Your check-in of ${week} is there already and open until ${until}. To leave it out, press “${skip}” on its message.`,
  removed: '✅ Your leave is removed.',
};
