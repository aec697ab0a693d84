import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Pace } from '../../src/delivery/pace.ts';

const SEED = 20_261_118;
/** The machine's clock when a story begins; every time in it is an argument. */
const START = Date.parse('2026-11-18T05:00Z');

const budgets = fc.record({
  postsPerMinute: fc.constantFrom(1, 30, 60, 250, 300, 1_200),
  burst: fc.integer({ min: 1, max: 20 }),
});
/** Pauses between one wish to post and the next; many come at once. */
const pauses = fc.array(fc.oneof(fc.constant(0), fc.integer({ max: 400 }).map(Math.abs), fc.nat(90_000)), {
  minLength: 1,
  maxLength: 120,
});

/** When each post leaves, if everybody waits as they are told. */
function postTimes(pace: Pace, wishes: readonly number[], workspaceId = 'T1'): number[] {
  return wishes.map((wish) => wish + pace.reserve(workspaceId, wish));
}

function wishesAfter(pausesBetween: readonly number[]): number[] {
  let now = START;
  return pausesBetween.map((wait) => {
    now += wait;
    return now;
  });
}

describe('a workspace’s budget', () => {
  test('a burst leaves at once, the rest at the rate', () => {
    const pace = new Pace(60, 3);
    const waits = [1, 2, 3, 4, 5, 6].map(() => pace.reserve('T1', START));
    expect(waits).toEqual([0, 0, 0, 1_000, 2_000, 3_000]);
  });

  test('a rest fills it again, but never beyond the burst', () => {
    const pace = new Pace(60, 3);
    postTimes(pace, [START, START, START]);
    const later = START + 3_600_000;
    expect([1, 2, 3, 4].map(() => pace.reserve('T1', later))).toEqual([0, 0, 0, 1_000]);
  });

  test('whatever is wished for, no window of time holds more than burst + rate × its length', () => {
    fc.assert(
      fc.property(budgets, pauses, ({ postsPerMinute, burst }, between) => {
        const times = postTimes(new Pace(postsPerMinute, burst), wishesAfter(between));
        expect([...times].sort((a, b) => a - b)).toEqual(times);
        // The fullest windows begin and end at a post; a millisecond for the rounding of fractions.
        times.forEach((from, first) => {
          times.slice(first).forEach((to, index) => {
            const allowed = burst + ((to - from + 1) * postsPerMinute) / 60_000;
            expect(index + 1).toBeLessThanOrEqual(allowed);
          });
        });
      }),
      { seed: SEED },
    );
  });

  test('nobody waits for nothing: a post that could leave earlier does', () => {
    fc.assert(
      fc.property(budgets, pauses, ({ postsPerMinute, burst }, between) => {
        const wishes = wishesAfter(between);
        const times = postTimes(new Pace(postsPerMinute, burst), wishes);
        const waited = times.filter((time, index) => time > (wishes[index] ?? 0));
        for (const time of waited) {
          const position = times.indexOf(time);
          // Of those before it, a whole burst is too recent for it to have left a millisecond earlier.
          const since = times.findIndex((_, from) => {
            const length = time - 1 - (times[from] ?? 0);
            return (
              from <= position && position - from + 1 > burst + (length * postsPerMinute) / 60_000 - 1e-6
            );
          });
          expect(since).not.toBe(-1);
        }
      }),
      { seed: SEED },
    );
  });

  test('is its own: other workspaces change nothing', () => {
    fc.assert(
      fc.property(budgets, pauses, fc.array(fc.boolean(), { minLength: 120 }), (budget, between, others) => {
        const wishes = wishesAfter(between);
        const alone = postTimes(new Pace(budget.postsPerMinute, budget.burst), wishes);
        const shared = new Pace(budget.postsPerMinute, budget.burst);
        const together = wishes.map((wish, index) => {
          if (others[index]) shared.reserve('T2', wish);
          return wish + shared.reserve('T1', wish);
        });
        expect(together).toEqual(alone);
      }),
      { seed: SEED },
    );
  });
});

describe('a workspace that Slack told to wait', () => {
  test('posts nothing before, and then no burst', () => {
    const pace = new Pace(60, 5);
    pace.holdBack('T1', START, 30);
    expect([1, 2, 3].map(() => pace.reserve('T1', START))).toEqual([30_000, 31_000, 32_000]);
  });

  test('waits alone', () => {
    const pace = new Pace(60, 5);
    pace.holdBack('T1', START, 30);
    expect(pace.reserve('T2', START)).toBe(0);
  });

  test('is not let go earlier by being told a shorter time', () => {
    const pace = new Pace(60, 5);
    pace.holdBack('T1', START, 30);
    pace.holdBack('T1', START + 1_000, 1);
    expect(pace.reserve('T1', START + 1_000)).toBe(29_000);
  });

  test('whenever it is told, nothing leaves before the time is over', () => {
    fc.assert(
      fc.property(budgets, pauses, fc.nat(120), fc.nat(60), (budget, between, at, seconds) => {
        const pace = new Pace(budget.postsPerMinute, budget.burst);
        const wishes = wishesAfter(between);
        const told = Math.min(at, wishes.length - 1);
        postTimes(pace, wishes.slice(0, told));
        const heldAt = wishes[told] ?? START;
        pace.holdBack('T1', heldAt, seconds);
        const times = postTimes(pace, wishes.slice(told));
        expect(Math.min(...times)).toBeGreaterThanOrEqual(heldAt + seconds * 1_000 - 0.001);
      }),
      { seed: SEED },
    );
  });
});

describe('promise 1: what is put back because the wait is long comes to its turn', () => {
  const LONGEST = 5_000;

  test('a wait that nobody takes takes nothing from the budget', () => {
    const pace = new Pace(60, 1);
    pace.holdBack('T1', START, 30);
    expect([1, 2, 3].map(() => pace.reserve('T1', START, LONGEST))).toEqual([30_000, 30_000, 30_000]);
    expect(pace.reserve('T1', START + 30_000, LONGEST)).toBe(0);
  });

  test('a hundred in a queue that Slack told to wait are all posted, at the rate', () => {
    const pace = new Pace(300, 5);
    pace.holdBack('T1', START, 30);
    let now = START;
    let queue = Array.from({ length: 100 }, () => START);
    // One sender: it takes what is available, waits where that is short, and puts back where it is long.
    for (let round = 0; queue.length > 0 && round < 1_000; round += 1) {
      now = Math.max(now, Math.min(...queue));
      const [next = now, ...rest] = [...queue].sort((a, b) => a - b);
      const wait = pace.reserve('T1', Math.max(now, next), LONGEST);
      if (wait > LONGEST) queue = [...rest, now + wait];
      else {
        now += wait;
        queue = rest;
      }
    }
    expect(queue).toEqual([]);
    expect(now - START).toBeLessThanOrEqual(30_000 + 100 * 200);
  });
});

test('a budget that is whole again is forgotten, one that is not is kept', () => {
  const pace = new Pace(60, 1);
  for (let person = 0; person < 20_000; person += 1)
    pace.reserve(`T0 U${person}`, person < 10_000 ? 0 : 5_000);
  expect(pace.reserve('T0 U0', 5_000)).toBe(0);
  expect(pace.reserve('T0 U15000', 5_000)).toBe(1_000);
});
