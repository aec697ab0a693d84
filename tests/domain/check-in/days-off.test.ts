import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Absence } from '../../../src/domain/check-in/absence.ts';
import { addDays } from '../../../src/domain/check-in/calendar-day.ts';
import { nextWakeAt } from '../../../src/domain/check-in/check-in-times.ts';
import { addPeriods, dayOfPeriod, periodOf } from '../../../src/domain/check-in/period.ts';
import { owedCheckIns } from '../../../src/domain/check-in/plan-check-in.ts';
import { DEFAULT_SCHEDULE } from '../../../src/domain/check-in/schedule.ts';
import type { Timetable } from '../../../src/domain/check-in/sending-windows.ts';
import { createWorkCalendar } from '../../../src/domain/check-in/work-calendar.ts';
import { nextDigestAt, owedDigests } from '../../../src/domain/digest/digest-times.ts';
import { TAIWAN_DAYS, TAIWAN_PUBLIC } from '../../support/taiwan.ts';

const SEED = 20_261_125;
const BEGINS = '2024-01-08';
const ENDS = new Date('2027-11-01T00:00Z');
const ZONE = 'Asia/Taipei';

interface Life {
  readonly restDays: readonly number[];
  readonly worksHolidays: boolean;
  readonly weekday: number;
  readonly time: string;
  readonly digestWeekday: number;
  readonly absences: readonly Absence[];
}

const absence: fc.Arbitrary<Absence> = fc
  .record({
    kind: fc.constantFrom('on-leave' as const, 'blackout' as const),
    after: fc.integer({ min: 0, max: 1_380 }),
    days: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 200 })),
  })
  .map(({ kind, after, days }) => {
    const from = addDays(BEGINS, after);
    return { kind, from, until: addDays(from, days) };
  });

const lives: fc.Arbitrary<Life> = fc.record({
  restDays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { maxLength: 6 }),
  worksHolidays: fc.boolean(),
  weekday: fc.integer({ min: 1, max: 7 }),
  time: fc.constantFrom('07:00', '09:00', '13:00', '19:30', '22:15'),
  digestWeekday: fc.integer({ min: 1, max: 7 }),
  absences: fc.array(absence, { maxLength: 12 }),
});

const timetableOf = ({ weekday, time, digestWeekday, absences, ...week }: Life): Timetable => ({
  schedule: {
    ...DEFAULT_SCHEDULE,
    checkIn: { weekday, time },
    digest: { weekday: digestWeekday, time: '09:00' },
  },
  timeZone: ZONE,
  calendar: createWorkCalendar(TAIWAN_PUBLIC, week),
  absences,
});

/** Said anew, from the rules as people say them: is anything allowed to come on this day? */
function isOff(
  { restDays, worksHolidays, absences }: Life,
  day: string,
  without?: Absence['kind'] | 'both',
): boolean {
  const away = absences.filter(({ kind }) => without !== 'both' && kind !== without);
  if (away.some(({ from, until }) => day >= from && day < until)) return true;
  const special = TAIWAN_DAYS.get(day)?.kind;
  const weekday = new Date(day).getUTCDay() || 7;
  if (restDays.includes(weekday)) {
    const restsWeekends = restDays.length === 2 && restDays.includes(6) && restDays.includes(7);
    return !(special === 'workday' && restsWeekends && !worksHolidays);
  }
  return special === 'off' && !worksHolidays;
}

const dayIn = (instant: Date) => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

const daysFrom = (life: Life, period: string) =>
  [1, 2, 3, 4, 5, 6, 7].filter((day) => day >= life.weekday).map((day) => dayOfPeriod(period, day));

describe('promise 9, whatever the rest days, leave and blackout windows of four years', () => {
  test('no check-in comes on a day off, and every week has one inside itself or a true reason', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const timetable = timetableOf(life);
        const periods: string[] = [];
        let nextAt = nextWakeAt(timetable, new Date(`${BEGINS}T00:00Z`));
        while (nextAt < ENDS) {
          const now = nextAt;
          const { due, notHeld, nextAt: later } = owedCheckIns(timetable, nextAt, now);
          for (const { period, reason } of notHeld) {
            periods.push(period);
            const days = daysFrom(life, period);
            expect(days.every((day) => isOff(life, day))).toBe(true);
            const withoutAny = days.some((day) => !isOff(life, day, 'both'));
            const withoutLeave = days.some((day) => !isOff(life, day, 'on-leave'));
            expect(reason).toBe(!withoutAny ? 'no-working-day' : withoutLeave ? 'on-leave' : 'blackout');
          }
          if (due !== undefined) {
            periods.push(due.period);
            expect([isOff(life, dayIn(now)), periodOf(now, ZONE)]).toEqual([false, due.period]);
            expect(due.closesAt > now).toBe(true);
          }
          expect(later > now).toBe(true);
          nextAt = later;
        }
        expect(periods).toEqual(periods.map((_, index) => addPeriods(periods[0] ?? '', index)));
        expect(periods.length).toBeGreaterThan(190);
      }),
      { seed: SEED, numRuns: 15 },
    );
  });

  test('no digest comes on a day off, and one after every week that has a day for it within a month', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const timetable = timetableOf(life);
        let nextAt = nextDigestAt(timetable, new Date(`${BEGINS}T00:00Z`));
        while (nextAt < ENDS) {
          const now = nextAt;
          const { due, nextAt: later } = owedDigests(timetable, nextAt, now);
          expect([isOff(life, dayIn(now)), due.length > 0]).toEqual([false, true]);
          expect(later > now).toBe(true);
          // Between this one and the next no week's day for it was passed over.
          for (let day = addDays(dayIn(now), 8); day < dayIn(later); day = addDays(day, 1)) {
            if (!isOff(life, day)) throw new Error(`${day} was passed over`);
          }
          nextAt = later;
        }
      }),
      { seed: SEED, numRuns: 12 },
    );
  });
});
