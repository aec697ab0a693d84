import { describe, expect, test } from '@jest/globals';
import { exportOwnData } from '../../src/usecases/export-own-data.ts';
import { keepEvidence } from '../../src/usecases/keep-evidence.ts';
import { setFocus } from '../../src/usecases/set-focus.ts';
import { startCheckIn } from '../../src/usecases/start-check-in.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { openShop, RETAIL } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';

describe.each(STORES)('the data of one who asks for it on $name', (store) => {
  const counting = sharedDatabase(store);

  test('every indicator it speaks of comes with its text, answered or not; all in one statement', async () => {
    const shop = await openShop(counting.database, 'T0EXPORT');
    await shop.hire([{ id: 'UME', standard: RETAIL }]);
    await shop.start();
    const me = { workspaceId: 'T0EXPORT', slackUserId: 'UME' };
    const keys = shop.context.library
      .indicatorsOf(RETAIL)
      .map(({ code, text }) => ({ standardCode: RETAIL, indicatorCode: code, text }));
    await startCheckIn(shop.context, me);
    const { checkIn } = await shop.checkInOf('UME', '2026-W47');
    const asked = new Set(checkIn.items.map(({ indicatorCode }) => indicatorCode));
    const [inFocus, proven, noted] = keys.filter(({ indicatorCode }) => !asked.has(indicatorCode));
    if (inFocus === undefined || proven === undefined || noted === undefined)
      throw new Error('all are asked');
    await setFocus(shop.context, { ...me, form: { sent: [inFocus], shown: undefined } });
    const evidence = { kind: 'link', link: 'https://example.com', title: '', visibility: 'only-me' } as const;
    await keepEvidence(shop.context, me, { ...evidence, indicator: proven });
    // A note stays with the indicator that it was written about.
    await counting.database.prisma.note.create({
      data: {
        workspaceId: 'T0EXPORT',
        noteId: shop.context.newId(),
        memberId: checkIn.memberId,
        checkInId: checkIn.checkInId,
        position: 0,
        standardCode: RETAIL,
        indicatorCode: noted.indicatorCode,
        visibility: 'only-me',
        text: '很順',
        createdAt: shop.context.now(),
        changedAt: shop.context.now(),
      },
    });
    const spoken = new Set([...asked, ...[inFocus, proven, noted].map(({ indicatorCode }) => indicatorCode)]);
    const exported = await exportOwnData(shop.context, me);
    expect(exported?.data.answers).toEqual([]);
    expect(exported?.indicators).toEqual(
      keys
        .filter(({ indicatorCode }) => spoken.has(indicatorCode))
        .toSorted((one, other) => (one.indicatorCode < other.indicatorCode ? -1 : 1)),
    );
    expect(await counting.statementsOf(() => exportOwnData(shop.context, me))).toBe(1);
  });
});
