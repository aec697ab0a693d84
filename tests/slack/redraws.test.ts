import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createRedraws } from '../../src/slack/redraws.ts';
import type { CheckInForMember } from '../../src/storage/check-ins/check-in-rows.ts';

const SEED = 20_261_122;

function stateOf(checkInId: string, version: number): CheckInForMember {
  return {
    checkIn: {
      workspaceId: 'T0',
      checkInId,
      memberId: 'm',
      period: '2026-W47',
      periodEndsAt: new Date(0),
      closesAt: new Date(0),
      version,
      items: [],
      reopened: false,
    },
    recipient: { slackUserId: 'U0', locale: 'zh-TW', timeZone: 'Asia/Taipei' },
    audience: { supervisors: [], contact: undefined },
  };
}

describe('redraws of a check-in', () => {
  test('whatever the order of taps and of the network, one is in flight and the newest state is drawn last', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.record({ id: fc.constantFrom('a', 'b') }), {
          minLength: 1,
          maxLength: 12,
        }),
        async (scheduler, taps) => {
          const redraw = createRedraws();
          const drawn = new Map<string, number[]>();
          const inFlight = new Map<string, number>();
          const draw = async ({ checkIn: { checkInId, version } }: CheckInForMember) => {
            inFlight.set(checkInId, (inFlight.get(checkInId) ?? 0) + 1);
            expect(inFlight.get(checkInId)).toBe(1);
            await scheduler.schedule(Promise.resolve(), `draw ${checkInId} ${version}`);
            drawn.set(checkInId, [...(drawn.get(checkInId) ?? []), version]);
            inFlight.set(checkInId, 0);
          };
          const saved = new Map<string, number>();
          const done = taps.map(async ({ id }, index) => {
            await scheduler.schedule(Promise.resolve(), `tap ${index} on ${id} is saved`);
            const version = (saved.get(id) ?? 0) + 1;
            saved.set(id, version);
            // Between the database's answer and the redraw anything can happen, other redraws included.
            await scheduler.schedule(Promise.resolve(), `the handler of ${id} ${version} goes on`);
            await redraw(stateOf(id, version), draw);
          });
          await scheduler.waitFor(Promise.all(done));
          for (const [id, newest] of saved) expect(drawn.get(id)?.at(-1)).toBe(newest);
        },
      ),
      { seed: SEED, numRuns: 300 },
    );
  });

  test('a draw that fails does not hold up the next one', async () => {
    const redraw = createRedraws();
    await expect(
      redraw(stateOf('a', 1), async () => {
        throw new Error('expired_url');
      }),
    ).rejects.toThrow('expired_url');
    const drawn: number[] = [];
    await redraw(stateOf('a', 2), async ({ checkIn }) => {
      drawn.push(checkIn.version);
    });
    expect(drawn).toEqual([2]);
  });
});
