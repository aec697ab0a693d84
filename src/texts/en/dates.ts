import type { DateTexts } from '../zh-TW/dates.ts';

const WEEKDAYS = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const dates: DateTexts = {
  dayAndTime: ({ month, day, weekday, time }) => `${WEEKDAYS[weekday]} ${day} ${MONTHS[month]}, ${time}`,
  day: ({ month, day, weekday }) => `${WEEKDAYS[weekday]} ${day} ${MONTHS[month]}`,
  month: ({ year, month }) => `${MONTHS[month]} ${year}`,
  range: (from, to) =>
    from.month === to.month
      ? `${from.day}–${to.day} ${MONTHS[to.month]}`
      : `${from.day} ${MONTHS[from.month]} – ${to.day} ${MONTHS[to.month]}`,
  dayOfYear: ({ year, month, day, weekday }) => `${WEEKDAYS[weekday]} ${day} ${MONTHS[month]} ${year}`,
  rangeOfYears: (from, to) =>
    from.year === to.year
      ? `${dates.range(from, to)} ${to.year}`
      : `${from.day} ${MONTHS[from.month]} ${from.year} – ${to.day} ${MONTHS[to.month]} ${to.year}`,
  week: (period) => `week ${Number(period.slice(6))}`,
};
