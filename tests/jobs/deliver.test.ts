import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { Pace } from '../../src/delivery/pace.ts';
import type { SenderParts } from '../../src/delivery/sender-parts.ts';
import { DELIVERY_TIMINGS } from '../../src/delivery/timings.ts';
import { deliverJob } from '../../src/jobs/deliver.ts';
import { createLog } from '../../src/log.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { renderersOf } from '../support/renderers-of.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { openShop, RETAIL } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';

describe.each(STORES)('the sender takes turns on $name', (store) => {
  const counting = sharedDatabase(store);

  async function workspaceWith(workspaceId: string, people: number): Promise<void> {
    const shop = await openShop(counting.database, workspaceId);
    await shop.hire(Array.from({ length: people }, (_, index) => ({ id: `U${index}`, standard: RETAIL })));
    await shop.start();
    shop.at('2026-11-18T05:00:00Z');
    await planCheckIns(shop.context);
  }

  test('a workspace with much to send goes to the end of the line, and a small one does not wait for it', async () => {
    await workspaceWith('T0LARGE', 60);
    await workspaceWith('T0SMALL', 1);
    const { database } = counting;
    const line: string[] = ['T0LARGE', 'T0SMALL'];
    const posted: string[] = [];
    // Each look at the clock is half a second later: a turn is over after a few batches.
    let clock = Date.parse('2026-11-18T05:00:10Z');
    const everything = async (_workspace: string, ids: readonly string[]) =>
      new Map(ids.map((id) => [id, { text: 'hello', blocks: [] }] as const));
    const parts: SenderParts = {
      database,
      renderers: renderersOf(everything),
      findBackAt: async () => new Map(),
      post: async ({ recipient }) => {
        posted.push(recipient);
        return { channel: `D${recipient}`, ts: `1795000000.${String(posted.length).padStart(6, '0')}` };
      },
      askStanding: async () => ({ standing: 'taken' }),
      pace: new Pace(database, {
        method: 'chat.postMessage',
        perMinute: 60_000,
        burst: 100,
        channelIntervalMs: 0,
        recoveryMs: 0,
      }),
      timings: { ...DELIVERY_TIMINGS, leaseMs: 3_600_000, turnMs: 10_000 },
      log: createLog('silent'),
      processId: '01a00000-0000-7000-8000-000000000000',
      machineNow: () => {
        clock += 500;
        return new Date(clock);
      },
      now: () => new Date(clock),
      random: () => 0.5,
      newId: () => v7(),
    };
    const job = deliverJob(parts, async (workspaceId) => {
      line.push(workspaceId);
    });
    const order: string[] = [];
    for (let next = line.shift(); next !== undefined; next = line.shift()) {
      const before = posted.length;
      await job.handle([{ workspaceId: next }], new AbortController().signal);
      order.push(`${next} ${posted.length - before > 0 ? 'sends' : 'is done'}`);
    }
    expect(order.slice(0, 3)).toEqual(['T0LARGE sends', 'T0SMALL sends', 'T0LARGE sends']);
    expect(posted).toHaveLength(61);
  });
});
