import { describe, expect, test } from '@jest/globals';
import { removeEvidence } from '../../src/usecases/remove-own-entry.ts';
import { showHome } from '../../src/usecases/show-home.ts';
import { showOwnEntries } from '../../src/usecases/show-own-entries.ts';
import { startCheckIn } from '../../src/usecases/start-check-in.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { openShop, RETAIL, type Shop } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';

describe.each(STORES)('all the notes and evidence of a member, on $name', (store) => {
  const counting = sharedDatabase(store);

  /** UME has four notes and `pieces` of evidence, the newest of each last; UANN has one piece. */
  const openTeam = async (workspaceId: string, pieces: number): Promise<Shop> => {
    const shop = await openShop(counting.database, workspaceId);
    await shop.hire([
      { id: 'UME', standard: RETAIL },
      { id: 'UANN', standard: RETAIL },
    ]);
    await shop.start();
    shop.at('2026-11-17T02:00:00Z');
    await startCheckIn(shop.context, { workspaceId, slackUserId: 'UME' });
    const { checkIn } = await shop.checkInOf('UME', '2026-W47');
    const common = { workspaceId, visibility: 'supervisor' };
    await counting.database.prisma.note.createMany({
      data: checkIn.items.map(({ position, standardCode, indicatorCode }) => ({
        ...common,
        noteId: shop.context.newId(),
        memberId: checkIn.memberId,
        checkInId: checkIn.checkInId,
        position,
        standardCode,
        indicatorCode,
        text: `note ${position}`,
        createdAt: at(position),
        changedAt: at(position * 2 + 1),
      })),
    });
    const ann = await counting.database.prisma.member.findFirstOrThrow({
      where: { workspaceId, slackUserId: 'UANN' },
    });
    const indicatorCode = checkIn.items[0]?.indicatorCode ?? '';
    const piece = (memberId: string, index: number) => ({
      ...common,
      evidenceId: shop.context.newId(),
      memberId,
      standardCode: RETAIL,
      indicatorCode,
      kind: 'link',
      url: `https://example.com/${index}`,
      createdAt: at(index * 2),
      changedAt: at(index * 2),
    });
    await counting.database.prisma.evidence.createMany({
      data: [
        ...Array.from({ length: pieces }, (_, index) => piece(checkIn.memberId, index)),
        piece(ann.memberId, 99),
      ],
    });
    return shop;
  };
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 17, 3, minute));
  const shown = async (shop: Shop, page: number, slackUserId = 'UME') => {
    const found = await showOwnEntries(shop.context, { workspaceId: shop.workspaceId, slackUserId }, page);
    if (found === undefined) throw new Error('is a stranger');
    return found;
  };
  const called = ({ entries }: Awaited<ReturnType<typeof shown>>) =>
    entries.map((entry) => ('noteId' in entry ? entry.text : entry.url.slice('https://example.com/'.length)));

  test('they are together, newest first, a page of twenty in one statement', async () => {
    const shop = await openTeam('T0ENTRIES', 21);
    const pages = [await shown(shop, 0), await shown(shop, 1)];
    expect(pages).toMatchObject([
      { notes: 4, evidence: 21, page: 0, pages: 2, standards: [{ code: RETAIL }], today: '2026-11-17' },
      { notes: 4, evidence: 21, page: 1, pages: 2 },
    ]);
    const newer = Array.from({ length: 17 }, (_, index) => `${20 - index}`);
    expect(pages.flatMap(called)).toEqual([
      ...newer,
      'note 3',
      '3',
      'note 2',
      '2',
      'note 1',
      '1',
      'note 0',
      '0',
    ]);
    expect(await counting.statementsOf(() => shown(shop, 1))).toBe(1);
  });

  test('a page that is not there any more is the last one', async () => {
    const shop = await openTeam('T0LASTPAGE', 17);
    const [last] = (await shown(shop, 1)).entries;
    if (last === undefined || !('evidenceId' in last)) throw new Error('the oldest is evidence');
    await removeEvidence(shop.context, {
      workspaceId: 'T0LASTPAGE',
      slackUserId: 'UME',
      id: last.evidenceId,
    });
    expect(await shown(shop, 1)).toMatchObject({ page: 0, pages: 1, evidence: 16 });
    expect((await shown(shop, 1_000_000)).entries).toHaveLength(20);
  });

  test('promise 7: nobody sees another’s, and a stranger none', async () => {
    const shop = await openTeam('T0NOTYOURS', 2);
    expect(called(await shown(shop, 0, 'UANN'))).toEqual(['99']);
    const stranger = { workspaceId: 'T0NOTYOURS', slackUserId: 'UNOBODY' };
    expect(await showOwnEntries(shop.context, stranger, 0)).toBeUndefined();
  });

  test('Home says where there are more than it shows, also to whoever has no standard any more', async () => {
    const shop = await openTeam('T0MORE', 11);
    const homeOf = (slackUserId: string) => showHome(shop.context, { workspaceId: 'T0MORE', slackUserId });
    expect([await homeOf('UME'), await homeOf('UANN')]).toMatchObject([
      { hasMoreEntries: true },
      { hasMoreEntries: false },
    ]);
    await shop.hire([{ id: 'UANN' }]);
    shop.at('2026-11-18T02:00:00Z');
    expect(await homeOf('UANN')).toMatchObject({ hasMoreEntries: true });
    expect(await shown(shop, 0, 'UANN')).toMatchObject({ evidence: 1, standards: [] });
  });
});
