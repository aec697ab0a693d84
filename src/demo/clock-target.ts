import { TZDate } from '@date-fns/tz';
import { add, type Duration } from 'date-fns';
import { z } from 'zod';
import { nextOccurrence } from '../domain/check-in/schedule.ts';
import { HOME_ZONE } from './company.ts';

const DURATION = /^P(?:(\d{1,3})W)?(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?)?$/;

/** Whose days and Mondays are meant; the demo company's own unless told. */
const user = z.string().optional();

/** What can be asked of the clock: an ISO 8601 duration or the next event, an instant or the next Monday. */
export const clockRequest = z.union([
  z.strictObject({ advance: z.literal('next'), user }),
  z.strictObject({
    advance: z
      .string()
      .regex(DURATION)
      .refine((text) => /\d/.test(text)),
    user,
  }),
  z.strictObject({ to: z.literal('next-monday'), user }),
  z.strictObject({ to: z.iso.datetime({ offset: true }) }),
]);
export type ClockRequest = z.infer<typeof clockRequest>;

/** A year and a bit: enough to try everything, too little to wait for. */
const FARTHEST_DAYS = 400;

/**
 * The instant that a request means. Days and weeks are days on the wall in `timeZone`; the next Monday is its 10:00,
 * when that week's digests are there to be read.
 *
 * @throws {RangeError} for an instant in the past or too far ahead.
 */
export function clockTarget(
  request: ClockRequest,
  now: Date,
  nextDue: Date | undefined,
  timeZone: string = HOME_ZONE,
): Date {
  const target = resolve(request, now, nextDue, timeZone);
  if (target < now) throw new RangeError('The clock does not go backwards');
  if (target.getTime() - now.getTime() > FARTHEST_DAYS * 86_400_000) {
    throw new RangeError(`The clock moves at most ${FARTHEST_DAYS} days at a time`);
  }
  return target;
}

function resolve(request: ClockRequest, now: Date, nextDue: Date | undefined, timeZone: string): Date {
  if ('to' in request) {
    return request.to === 'next-monday'
      ? nextOccurrence({ weekday: 1, time: '10:00' }, timeZone, now)
      : new Date(request.to);
  }
  if (request.advance === 'next') return nextDue === undefined || nextDue < now ? now : nextDue;
  return new Date(add(new TZDate(now.getTime(), timeZone), durationOf(request.advance)).getTime());
}

function durationOf(text: string): Duration {
  const [, weeks, days, hours, minutes] = DURATION.exec(text) ?? [];
  return {
    weeks: Number(weeks ?? 0),
    days: Number(days ?? 0),
    hours: Number(hours ?? 0),
    minutes: Number(minutes ?? 0),
  };
}
