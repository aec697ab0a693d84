import type { LocalTime } from '../../domain/check-in/local-time.ts';

const WEEKDAYS = ['', '一', '二', '三', '四', '五', '六', '日'];

export const dates = {
  /** 11/24（二）23:59 */
  dayAndTime: ({ month, day, weekday, time }: LocalTime): string =>
    `${month}/${day}（${WEEKDAYS[weekday]}）${time}`,
  /** 11/24（二） */
  day: ({ month, day, weekday }: LocalTime): string => `${month}/${day}（${WEEKDAYS[weekday]}）`,
  /** 2026 年 11 月 */
  month: ({ year, month }: LocalTime): string => `${year} 年 ${month} 月`,
  /** 11/16–11/22 */
  range: (from: LocalTime, to: LocalTime): string => `${from.month}/${from.day}–${to.month}/${to.day}`,
  /** 2027/1/4（一） */
  dayOfYear: ({ year, month, day, weekday }: LocalTime): string =>
    `${year}/${month}/${day}（${WEEKDAYS[weekday]}）`,
  /** 2026/12/28–2027/1/4 */
  rangeOfYears: (from: LocalTime, to: LocalTime): string =>
    `${from.year}/${from.month}/${from.day}–${from.year === to.year ? '' : `${to.year}/`}${to.month}/${to.day}`,
  /** 第 47 週 */
  week: (period: string): string => `第 ${Number(period.slice(6))} 週`,
};

export type DateTexts = typeof dates;
