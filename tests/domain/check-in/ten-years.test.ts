import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextWakeAt } from '../../../src/domain/check-in/check-in-times.ts';
import { addPeriods, dayOfPeriod, periodOf } from '../../../src/domain/check-in/period.ts';
import { type NotHeldReason, owedCheckIns } from '../../../src/domain/check-in/plan-check-in.ts';
import { DEFAULT_SCHEDULE } from '../../../src/domain/check-in/schedule.ts';
import { createWorkCalendar, type DayKind, OFFICE_WEEK } from '../../../src/domain/check-in/work-calendar.ts';

const SEED = 20_261_124;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEARS = 10;

interface Life {
  readonly weekday: number;
  readonly time: string;
  /** Where the member lives; somebody who travels goes from one to the next. */
  readonly zones: readonly string[];
  readonly begins: Date;
  /** What the machine does to the ticks, drawn anew for every one. */
  readonly chances: readonly number[];
  readonly holidays: ReadonlyMap<string, DayKind>;
}

interface Outcome {
  readonly period: string;
  /** When the check-in was made, or why there was none. */
  readonly outcome: Date | NotHeldReason;
  readonly zone: string;
  /** How long nothing ran before that was settled. */
  readonly outage: number;
}

/** Ten years of one member, tick by tick, as the planner and its unique keys do it. */
function live({ weekday, time, zones, begins, chances, holidays }: Life, travels: boolean): Outcome[] {
  const calendar = createWorkCalendar({ kindOf: (day) => holidays.get(day) }, OFFICE_WEEK);
  const schedule = { ...DEFAULT_SCHEDULE, checkIn: { weekday, time } };
  const settled = new Map<string, Outcome>();
  const ends = begins.getTime() + YEARS * 365.25 * DAY;
  const timetableIn = (zone: string) => ({ schedule, timeZone: zone, calendar, absences: [] });
  let place = 0;
  let nextAt = nextWakeAt(timetableIn(zones[0] ?? 'UTC'), begins);
  for (let turn = 0; nextAt.getTime() < ends; turn += 1) {
    const chance = chances[turn % chances.length] ?? 0;
    const outage = chance < 0.8 ? 0 : ([HOUR, DAY, 3 * 7 * DAY, 10 * 7 * DAY][turn % 4] ?? 0) * chance;
    const now = new Date(nextAt.getTime() + (outage === 0 ? chance * 60_000 : outage));
    if (travels && chance < 0.2) place += 1;
    const zone = zones[place % zones.length] ?? 'UTC';
    const owed = owedCheckIns(timetableIn(zone), nextAt, now);
    expect(owed.nextAt.getTime()).toBeGreaterThan(now.getTime());
    const outcomes = [
      ...owed.notHeld.map(({ period, reason }) => ({ period, outcome: reason })),
      ...(owed.due === undefined ? [] : [{ period: owed.due.period, outcome: now }]),
    ];
    for (const { period, outcome } of outcomes) {
      if (!travels) expect(settled.has(period)).toBe(false);
      if (!settled.has(period)) settled.set(period, { period, outcome, zone, outage });
    }
    nextAt = owed.nextAt;
  }
  return [...settled.values()];
}

/** The wall by the runtime's own calendar, independent of what the product uses. */
const formats = new Map<string, Intl.DateTimeFormat>();
function wall(instant: Date, timeZone: string): { day: string; time: string } {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  formats.set(timeZone, format);
  const [day = '', shown = ''] = format.format(instant).split(' ');
  return { day, time: shown };
}

const isWorked = ({ holidays }: Life, day: string) => {
  const kind = holidays.get(day);
  return kind === undefined ? ![0, 6].includes(new Date(day).getUTCDay()) : kind === 'workday';
};

/** The working days of the period on which its check-in may come. */
function daysLeft(life: Life, period: string, zone: string): string[] {
  const days = Array.from({ length: 8 - life.weekday }, (_, index) =>
    dayOfPeriod(period, life.weekday + index),
  );
  return days.filter((day) => isWorked(life, day) && exists(day, zone));
}

const exists = (day: string, zone: string) =>
  Array.from({ length: 7 }, (_, index) => new Date(Date.parse(day) + (index * 6 - 2) * HOUR)).some(
    (instant) => wall(instant, zone).day === day,
  );

function wrongWith(life: Life, { period, outcome, zone, outage }: Outcome): string | undefined {
  const [dueDay, ...later] = daysLeft(life, period, zone);
  if (outcome === 'no-working-day') return dueDay === undefined ? undefined : 'there was a working day';
  if (dueDay === undefined) return 'there was no working day';
  if (outcome === 'missed')
    return outage > 3 * HOUR || later.length === 0 ? undefined : 'nothing was down that long';
  if (typeof outcome === 'string') return 'nobody was away';
  const { day, time } = wall(outcome, zone);
  if (day !== dueDay && !later.includes(day)) return `on ${day}, not a working day from ${dueDay}`;
  const isSane = time >= '09:00' && time < '20:00';
  if (day > dueDay) return isSane ? undefined : `caught up at ${time}`;
  const minute = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  const after = minute(time) - minute(life.time);
  if (after < 0) return `at ${time}, before ${life.time}`;
  if (outage === 0) return after <= 1 ? undefined : `at ${time} although nothing was down`;
  return isSane || after <= 60 ? undefined : `caught up at ${time}`;
}

const minutes = fc.integer({ min: 0, max: 59 }).map((minute) => String(minute).padStart(2, '0'));
const hours = fc.integer({ min: 6, max: 22 }).map((hour) => String(hour).padStart(2, '0'));
const zone = fc.constantFrom(
  'Asia/Taipei',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Honolulu',
  'Pacific/Kiritimati',
  'Asia/Pyongyang',
  'America/Caracas',
);

/** Some hundred days off, a week of them together now and then, and some Saturdays worked. */
function holidaysFrom(begins: Date, draws: readonly number[]): ReadonlyMap<string, DayKind> {
  const days = new Map<string, DayKind>();
  for (const [index, draw] of draws.entries()) {
    const from = begins.getTime() + draw * YEARS * 365 * DAY;
    for (let length = 0; length < (index % 5 === 0 ? 9 : 1); length += 1) {
      const day = new Date(from + length * DAY).toISOString().slice(0, 10);
      const weekend = [0, 6].includes(new Date(day).getUTCDay());
      if (!weekend) days.set(day, 'off');
      else if (index % 2 === 1) days.set(day, 'workday');
    }
  }
  return days;
}

const unit = fc.noBias(fc.integer({ min: 0, max: 999 })).map((thousandth) => thousandth / 1_000);
const lives = (weekdays: { min: number; max: number }): fc.Arbitrary<Life> =>
  fc
    .record({
      weekday: fc.integer(weekdays),
      time: fc.tuple(hours, minutes).map((parts) => parts.join(':')),
      zones: fc.array(zone, { minLength: 3, maxLength: 3 }),
      begins: fc
        .integer({ min: Date.parse('2005-01-01T00:00Z'), max: Date.parse('2027-01-01T00:00Z') })
        .map((instant) => new Date(instant)),
      chances: fc.array(unit, { minLength: 97, maxLength: 97 }),
      draws: fc.array(unit, { minLength: 150, maxLength: 150 }),
    })
    .map(({ draws, ...life }) => ({ ...life, holidays: holidaysFrom(life.begins, draws) }));

function expectNoGap(outcomes: readonly Outcome[], travels: boolean): void {
  const periods = outcomes.map(({ period }) => period);
  const ordered = travels ? [...periods].sort() : periods;
  expect(ordered).toEqual(ordered.map((_, index) => addPeriods(ordered[0] ?? '', index)));
}

describe('promise 2, over ten simulated years with outages', () => {
  test('every period is held once, on a working day at a sane hour, or not held for a reason', () => {
    fc.assert(
      fc.property(lives({ min: 1, max: 7 }), (life) => {
        const outcomes = live(life, false);
        expectNoGap(outcomes, false);
        expect(outcomes.length).toBeGreaterThan(500);
        const wrong = outcomes.flatMap((each) => {
          const problem = wrongWith(life, each);
          return problem === undefined ? [] : [`${each.period} in ${each.zone}: ${problem}`];
        });
        expect(wrong).toEqual([]);
      }),
      { seed: SEED, numRuns: 8, endOnFailure: true },
    );
  });

  test('and so for somebody who keeps crossing the date line: every period once, never at night', () => {
    fc.assert(
      fc.property(lives({ min: 1, max: 6 }), (life) => {
        const outcomes = live(life, true);
        expectNoGap(outcomes, true);
        const held = outcomes.filter(({ outcome }) => outcome instanceof Date);
        expect(held.length).toBeGreaterThan(life.weekday < 5 ? 100 : 0);
        for (const { outcome, zone: place, period } of held) {
          if (!(outcome instanceof Date)) continue;
          const { day } = wall(outcome, place);
          expect([isWorked(life, day), periodOf(outcome, place)]).toEqual([true, period]);
        }
      }),
      { seed: SEED, numRuns: 8, endOnFailure: true },
    );
  });
});
