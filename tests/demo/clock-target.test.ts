import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ClockRequest, clockRequest, clockTarget } from '../../src/demo/clock-target.ts';
import { localTime } from '../../src/domain/check-in/local-time.ts';

const TAIPEI = 'Asia/Taipei';
const LOS_ANGELES = 'America/Los_Angeles';
/** Thursday 10:00 in Taipei, Wednesday 18:00 in Los Angeles. */
const VISIT = new Date('2026-11-19T02:00:00Z');
const NEXT_MONDAY: ClockRequest = { to: 'next-monday' };

const reach = (request: ClockRequest, zone?: string, now = VISIT, due?: Date) =>
  clockTarget(request, now, due, zone).toISOString();

describe('the next Monday', () => {
  test.each<[string, string | undefined, string]>([
    ['of the company, when nobody is named', undefined, '2026-11-23T02:00:00.000Z'],
    ['in Taipei', TAIPEI, '2026-11-23T02:00:00.000Z'],
    ['in Los Angeles, not its Sunday', LOS_ANGELES, '2026-11-23T18:00:00.000Z'],
  ])('%s', (_whose, zone, expected) => {
    expect(reach(NEXT_MONDAY, zone)).toBe(expected);
  });

  test('is a week on where it is already Monday past ten', () => {
    const inTaipei = new Date('2026-11-23T02:00:00Z');
    expect(reach(NEXT_MONDAY, TAIPEI, inTaipei)).toBe('2026-11-30T02:00:00.000Z');
    expect(reach(NEXT_MONDAY, LOS_ANGELES, inTaipei)).toBe('2026-11-23T18:00:00.000Z');
  });

  test('is a Monday at 10:00 on the wall of whoever is looked at, and within a week', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
        fc.constantFrom(TAIPEI, LOS_ANGELES, 'Europe/London', 'Pacific/Auckland'),
        (now, zone) => {
          const target = clockTarget(NEXT_MONDAY, now, undefined, zone);
          expect(localTime(target, zone)).toMatchObject({ weekday: 1, time: '10:00' });
          expect(target.getTime() - now.getTime()).toBeGreaterThan(0);
          expect(target.getTime() - now.getTime()).toBeLessThanOrEqual((7 * 24 + 1) * 3_600_000);
        },
      ),
    );
  });
});

describe('tomorrow', () => {
  test('is the same time on the next day where the person is, also when their clock changes', () => {
    const saturday = new Date('2026-10-31T19:00:00Z');
    expect(reach({ advance: 'P1D' }, LOS_ANGELES, saturday)).toBe('2026-11-01T20:00:00.000Z');
    expect(reach({ advance: 'P1D' }, TAIPEI, saturday)).toBe('2026-11-01T19:00:00.000Z');
  });
});

test('the next event is the next event, whoever is looked at', () => {
  const due = new Date('2026-11-19T21:00:00Z');
  expect(reach({ advance: 'next' }, LOS_ANGELES, VISIT, due)).toBe(due.toISOString());
});

test.each([
  [{ to: 'next-monday' }, true],
  [{ to: 'next-monday', user: 'U0DEMO009' }, true],
  [{ advance: 'P1D' }, true],
  [{ advance: 'P1D', user: 'U0DEMO009' }, true],
  [{ advance: 'next', user: 'U0DEMO009' }, true],
  [{ to: '2026-11-23T01:00:00Z' }, true],
  [{ to: '2026-11-23T01:00:00Z', user: 'U0DEMO009' }, false],
  [{ to: 'next-tuesday' }, false],
  [{ advance: 'P' }, false],
  [{ advance: 'P1D', to: 'next-monday' }, false],
])('%j is understood: %s', (request, isUnderstood) => {
  expect(clockRequest.safeParse(request).success).toBe(isUnderstood);
});
