import type { LocalTime } from '../../domain/check-in/local-time.ts';

const WEEKDAYS = ['', '一', '二', '三', '四', '五', '六', '日'];

export const dates = {
  /** 11/24（二）23:59 */
  dayAndTime: ({ month, day, weekday, time }: LocalTime): string =>
    `${month}/${day}（${WEEKDAYS[weekday]}）${time}`,
  /** 11/24 */
  day: ({ month, day }: LocalTime): string => `${month}/${day}`,
  /** 11/16–11/22 */
  range: (from: LocalTime, to: LocalTime): string => `${from.month}/${from.day}–${to.month}/${to.day}`,
  /** 第 47 週 */
  week: (period: string): string => `第 ${Number(period.slice(6))} 週`,
};

export type DateTexts = typeof dates;
