import { describe, expect, test } from '@jest/globals';
import { sharedDatabase } from '../support/shared-database.ts';
import { STORES } from '../support/stores.ts';

const INSTANT = new Date('2026-11-18T05:00:00.123Z');

describe.each(STORES)('an instant on $name', (store) => {
  const counting = sharedDatabase(store);

  test('is the same epoch however it is written and read', async () => {
    const { prisma } = counting.database;
    await prisma.workspace.create({
      data: { workspaceId: 'T0PRISMA', name: '', isDemo: false, createdAt: INSTANT },
    });
    await prisma.$executeRaw`
      INSERT INTO workspace (workspace_id, name, is_demo, created_at) VALUES ('T0RAW', '', false, ${INSTANT}::timestamptz)`;
    await prisma.$executeRaw`
      INSERT INTO workspace (workspace_id, name, is_demo, created_at)
      SELECT 'T0JSON', '', false, at FROM jsonb_to_recordset(${JSON.stringify([{ at: INSTANT }])}::jsonb) AS g(at timestamptz)`;
    const epochs = await prisma.$queryRaw<{ epoch: number }[]>`
      SELECT extract(epoch FROM created_at)::float8 AS epoch FROM workspace`;
    expect(epochs.map(({ epoch }) => epoch * 1_000)).toEqual([INSTANT, INSTANT, INSTANT].map(Number));
    const typed = await prisma.workspace.findMany();
    expect(typed.map(({ createdAt }) => createdAt)).toEqual([INSTANT, INSTANT, INSTANT]);
    const raw = await prisma.$queryRaw<{ created_at: Date }[]>`SELECT created_at FROM workspace`;
    expect(raw.map(({ created_at }) => created_at)).toEqual([INSTANT, INSTANT, INSTANT]);
  });

  test('every connection runs with its time zone at UTC', async () => {
    const zones = await counting.database.prisma.$queryRaw<{ zone: string }[]>`
      SELECT current_setting('TimeZone') AS zone`;
    expect(zones).toEqual([{ zone: 'UTC' }]);
  });
});
