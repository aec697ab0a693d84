import type { DateTexts } from '../zh-TW/dates.ts';

const WEEKDAYS = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const dates: DateTexts = {
  dayAndTime: ({ month, day, weekday, time }) => `${WEEKDAYS[weekday]} ${day} ${MONTHS[month]}, ${time}`,
  day: ({ month, day }) => `${day} ${MONTHS[month]}`,
  range: (from, to) =>
    from.month === to.month
      ? `${from.day}–${to.day} ${MONTHS[to.month]}`
      : `${from.day} ${MONTHS[from.month]} – ${to.day} ${MONTHS[to.month]}`,
  week: (period) => `week ${Number(period.slice(6))}`,
};
