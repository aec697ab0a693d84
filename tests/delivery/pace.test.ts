import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Pace, type PaceSettings } from '../../src/delivery/pace.ts';
import { forgetWholeBudgets } from '../../src/storage/pace/hold-back.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { STORES } from '../support/stores.ts';

const SEED = 20_261_123;
/** The machine's clock when a story begins; every time in it is an argument. */
const START = Date.parse('2026-11-18T05:00Z');
const LONGEST_MS = 3_000;

describe.each(STORES)('the pace that all processes share on $name', (store) => {
  const counting = sharedDatabase(store);
  let story = 0;
  let workspace: string;

  beforeEach(() => {
    story += 1;
    workspace = `T0PACE${story}`;
  });

  /** A pace as one process has it; two of them are two processes. */
  const paceOf = (given: Partial<PaceSettings> = {}) =>
    new Pace(counting.database, {
      method: 'chat.postMessage',
      perMinute: 60,
      burst: 3,
      channelIntervalMs: 0,
      recoveryMs: 60_000,
      ...given,
    });

  const at = (ms: number) => new Date(START + ms);
  const people = (count: number) => Array.from({ length: count }, (_, index) => `U${index}`);

  async function waits(pace: Pace, count: number, afterMs = 0, longest = Number.MAX_SAFE_INTEGER) {
    const reserved = await pace.reserve(workspace, people(count), at(afterMs), longest);
    return reserved.outcome === 'later' ? reserved : reserved.waitsMs.map(Math.round);
  }

  test('a burst leaves at once, the rest at the rate, whoever asks', async () => {
    expect(await waits(paceOf(), 4)).toEqual([0, 0, 0, 1_000]);
    expect(await waits(paceOf(), 2)).toEqual([2_000, 3_000]);
  });

  test('a rest fills it again, but never beyond the burst', async () => {
    await waits(paceOf(), 3);
    expect(await waits(paceOf(), 4, 3_600_000)).toEqual([0, 0, 0, 1_000]);
  });

  test('as many calls as are wanted are one statement', async () => {
    expect(await counting.statementsOf(() => waits(paceOf({ channelIntervalMs: 1_100 }), 10))).toBe(1);
  });

  test('whatever two processes wish for, no window of time holds more than burst + rate × its length', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({ perMinute: fc.constantFrom(30, 60, 300, 1_200), burst: fc.integer({ min: 1, max: 8 }) }),
        fc.array(
          fc.record({
            pause: fc.oneof(fc.constant(0), fc.nat(5_000)),
            count: fc.integer({ min: 1, max: 10 }),
            process: fc.nat(1),
          }),
          {
            minLength: 2,
            maxLength: 15,
          },
        ),
        async ({ perMinute, burst }, wishes) => {
          story += 1;
          workspace = `T0PACE${story}`;
          const processes = [paceOf({ perMinute, burst }), paceOf({ perMinute, burst })];
          const times: number[] = [];
          let now = 0;
          for (const { pause, count, process } of wishes) {
            now += pause;
            const reserved = await processes[process]?.reserve(workspace, people(count), at(now), 60_000);
            if (reserved?.outcome === 'reserved') times.push(...reserved.waitsMs.map((wait) => now + wait));
          }
          expect(times.length).toBeGreaterThan(0);
          times.sort((a, b) => a - b);
          times.forEach((from, first) => {
            times.slice(first).forEach((to, index) => {
              expect(index + 1).toBeLessThanOrEqual(burst + ((to - from + 1) * perMinute) / 60_000);
            });
          });
        },
      ),
      { seed: SEED, numRuns: 25 },
    );
  });

  test('workspaces are apart: what one has used up, another has', async () => {
    await waits(paceOf(), 10);
    workspace = `${workspace}B`;
    expect(await waits(paceOf(), 3)).toEqual([0, 0, 0]);
  });

  test('one DM gets one message in its interval, from whichever process', async () => {
    const settings = { perMinute: 6_000, burst: 10, channelIntervalMs: 1_100, recoveryMs: 60_000 };
    expect(await waits(paceOf(settings), 2)).toEqual([0, 0]);
    expect(await waits(paceOf(settings), 1, 100)).toEqual([1_000]);
    expect(await waits(paceOf(settings), 1, 200)).toEqual([2_000]);
    expect(await waits(paceOf(settings), 1, 10_000)).toEqual([0]);
  });

  test('promise 1: a wait that nobody takes takes nothing from the budget', async () => {
    await waits(paceOf(), 10);
    const later = { outcome: 'later', waitMs: 8_000 };
    expect(await waits(paceOf(), 1, 0, LONGEST_MS)).toEqual(later);
    expect(await waits(paceOf(), 1, 0, LONGEST_MS)).toEqual(later);
    expect(await waits(paceOf(), 1, 8_000, LONGEST_MS)).toEqual([0]);
  });

  test('somebody who waits does not: a call is taken, and the others make room', async () => {
    await waits(paceOf(), 3);
    await paceOf().take(workspace, 'U0', at(0));
    expect(await waits(paceOf(), 1)).toEqual([2_000]);
  });

  describe('when Slack told a workspace to wait', () => {
    test('nothing leaves before the second it named, then without a burst, and at half the pace for a minute', async () => {
      const pace = paceOf();
      await pace.holdBack(workspace, 30, at(0));
      expect(await waits(pace, 1, 29_999, 0)).toEqual({ outcome: 'later', waitMs: 1 });
      expect(await waits(paceOf(), 3, 30_000)).toEqual([0, 2_000, 4_000]);
      expect(await waits(paceOf(), 3, 200_000)).toEqual([0, 0, 0]);
    });

    test('it waits alone', async () => {
      const pace = paceOf();
      await pace.holdBack(workspace, 30, at(0));
      workspace = `${workspace}B`;
      expect(await waits(pace, 1)).toEqual([0]);
    });

    test('it is not let go earlier by being told a shorter time', async () => {
      const pace = paceOf();
      await pace.holdBack(workspace, 30, at(0));
      await pace.holdBack(workspace, 1, at(1_000));
      expect(pace.heldForMs(workspace, at(1_000))).toBe(29_000);
      expect(await waits(paceOf(), 1, 30_000)).toEqual([0]);
    });

    test('another process hears of it before it asks', async () => {
      const other = paceOf();
      await other.listen();
      await paceOf().holdBack(workspace, 30, at(0));
      while (other.heldForMs(workspace, at(0)) === 0) await counting.database.prisma.$queryRaw`SELECT 1`;
      expect(other.heldForMs(workspace, at(10_000))).toBe(20_000);
    });
  });

  test('budgets that are whole are forgotten, others are kept', async () => {
    await waits(paceOf(), 10);
    await forgetWholeBudgets(counting.database.prisma, at(9_000));
    expect(await waits(paceOf(), 1, 9_000, 0)).toEqual([0]);
    await forgetWholeBudgets(counting.database.prisma, at(86_400_000));
    expect(await counting.database.prisma.pace.count()).toBe(0);
  });
});
