import { describe, expect, test } from '@jest/globals';
import type { FilledEvidence } from '../../src/usecases/keep-evidence.ts';
import { keepEvidence } from '../../src/usecases/keep-evidence.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { removeEvidence } from '../../src/usecases/remove-own-entry.ts';
import { answerCheckIn } from '../support/history.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { openShop, RETAIL } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';

describe.each(STORES)('evidence that a check-in’s message counts, on $name', (store) => {
  const counting = sharedDatabase(store);

  test('is what was kept for its indicators while it was open, and its message is drawn again', async () => {
    const shop = await openShop(counting.database, 'T0PROOF');
    const { workspaceId, context } = shop;
    const me = { workspaceId, slackUserId: 'U1' };
    await shop.hire([
      { id: 'U1', standard: RETAIL },
      { id: 'U2', standard: RETAIL },
    ]);
    await shop.start();
    shop.at('2026-11-18T05:00:00Z');
    await planCheckIns(context);
    const week = async () => (await shop.checkInOf('U1', '2026-W47')).checkIn;
    const [indicator, other] = (await week()).items;
    if (indicator === undefined || other === undefined) throw new Error('a check-in without items');
    const given = { kind: 'link', title: '', visibility: 'only-me' } as const;
    const keep = async (path: string, more: Partial<FilledEvidence> = {}) => {
      const kept = await keepEvidence(context, me, {
        ...given,
        indicator,
        link: `https://shop.example/${path}`,
        ...more,
      });
      return kept.outcome === 'kept' ? kept.changed : undefined;
    };
    const counted = async () => (await week()).items.slice(0, 2).map(({ evidence }) => evidence);

    shop.at('2026-11-17T05:00:00Z');
    await keep('before');
    shop.at('2026-11-18T06:00:00Z');
    expect(await counted()).toEqual([0, 0]);
    const { version } = await week();
    expect(await keep('one')).toMatchObject({
      outcome: 'saved',
      state: { checkIn: { version: version + 1 } },
    });
    expect((await keep('two'))?.state.checkIn.items[0]?.evidence).toBe(2);
    expect(await counted()).toEqual([2, 0]);
    // A tap answers the whole state, and so the marks too.
    await answerCheckIn(shop, 'U1', '2026-W47', [4]);
    expect(await counted()).toEqual([2, 0]);

    const { evidenceId: id } = await counting.database.prisma.evidence.findFirstOrThrow({
      where: { workspaceId, url: 'https://shop.example/one' },
    });
    expect(await removeEvidence(context, { workspaceId, slackUserId: 'U2', id })).toBeUndefined();
    const removed = await removeEvidence(context, { ...me, id });
    expect(removed?.changed?.state.checkIn.items[0]?.evidence).toBe(1);

    shop.at((await week()).closesAt.toISOString());
    expect(await keep('after')).toBeUndefined();
    expect(await counted()).toEqual([1, 0]);
  });
});
