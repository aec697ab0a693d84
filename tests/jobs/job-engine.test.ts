import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { Pace } from '../../src/delivery/pace.ts';
import { DELIVERY_TIMINGS } from '../../src/delivery/timings.ts';
import { DELIVER, deliverJob } from '../../src/jobs/deliver.ts';
import { type JobEngine, startJobEngine } from '../../src/jobs/job-engine.ts';
import { createLog } from '../../src/log.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { tick } from '../../src/usecases/tick.ts';
import { renderersOf } from '../support/renderers-of.ts';
import { openShop, RETAIL } from '../support/shop.ts';
import { type CountingDatabase, openCounting, STORES } from '../support/stores.ts';

describe.each(STORES)('jobs on $name', (store) => {
  let counting: CountingDatabase;
  let jobs: JobEngine;
  const heard: number[] = [];
  let onHeard: () => void = () => {};

  beforeAll(async () => {
    counting = await openCounting(store);
    jobs = await startJobEngine(counting.database, ['count', DELIVER], createLog('silent'));
    await jobs.work({
      name: 'count',
      payload: z.object({ number: z.int() }),
      handle: async (payloads) => {
        heard.push(...payloads.map(({ number }) => number));
        onHeard();
      },
    });
  });

  afterAll(async () => {
    await jobs.stop();
    await counting.remove();
  });

  const heardAll = (numbers: number[]) =>
    new Promise<void>((resolve) => {
      onHeard = () => {
        if (numbers.every((number) => heard.includes(number))) resolve();
      };
      onHeard();
    });

  test('promise 1: a job is enqueued with its transaction, and gone with a rollback', async () => {
    const { prisma } = counting.database;
    await expect(
      prisma.$transaction(async (tx) => {
        await jobs.enqueue(tx, 'count', [{ number: 1 }]);
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    await prisma.$transaction((tx) => jobs.enqueue(tx, 'count', [{ number: 2 }]));
    await heardAll([2]);
    expect(heard).not.toContain(1);
  });

  test('as many statements for forty payloads as for two', async () => {
    const enqueue = (numbers: readonly number[]) =>
      counting.statementsOf(() =>
        counting.database.prisma.$transaction((tx) =>
          jobs.enqueue(
            tx,
            'count',
            numbers.map((number) => ({ number })),
          ),
        ),
      );
    const forty = Array.from({ length: 40 }, (_, index) => 100 + index);
    expect(await enqueue(forty)).toBe(await enqueue([3, 4]));
    await heardAll([...forty, 3, 4]);
  });

  test('promise 1: a delivery that lost its wake-up is sent after the next tick', async () => {
    const shop = await openShop(counting.database, 'T0LOST');
    await shop.hire([{ id: 'U0LOST', standard: RETAIL }]);
    await shop.start();
    shop.at('2026-11-18T05:00:00Z');
    // The wake-up of this context goes nowhere: the row is all there is.
    await planCheckIns(shop.context);
    const posted = new Promise<string>((resolve) => {
      const everything = async (_workspace: string, ids: readonly string[]) =>
        new Map(ids.map((id) => [id, { text: 'hello', blocks: [] }] as const));
      void jobs.work(
        deliverJob(
          {
            database: counting.database,
            renderers: renderersOf(everything),
            findBackAt: async () => new Map(),
            askStanding: async () => ({ standing: 'taken' }),
            post: async ({ recipient }) => {
              resolve(recipient);
              return { channel: 'D1', ts: '1.000001' };
            },
            pace: new Pace(counting.database, {
              method: 'chat.postMessage',
              perMinute: 60_000,
              burst: 10,
              channelIntervalMs: 0,
              recoveryMs: 60_000,
            }),
            timings: DELIVERY_TIMINGS,
            newId: shop.context.newId,
            log: createLog('silent'),
            processId: '01a00000-0000-7000-8000-000000000000',
            machineNow: () => new Date(),
            now: shop.context.now,
            random: () => 0.5,
          },
          async () => {},
        ),
      );
    });
    const wakeSender = (tx: Parameters<JobEngine['enqueue']>[0], workspaceIds: readonly string[]) =>
      jobs.enqueue(
        tx,
        DELIVER,
        workspaceIds.map((workspaceId) => ({ workspaceId })),
      );
    await tick({ ...shop.context, wakeSender }, DELIVERY_TIMINGS.leaseMs);
    expect(await posted).toBe('U0LOST');
  });
});
