import { describe, expect, test } from '@jest/globals';
import { NO_PREFERENCE } from '../../src/domain/check-in/preference.ts';
import type { Home, MemberHome, OwnStandards } from '../../src/domain/home/home.ts';
import { findOwnItem } from '../../src/usecases/find-own-item.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { showHome } from '../../src/usecases/show-home.ts';
import { startCheckIn } from '../../src/usecases/start-check-in.ts';
import { answerCheckIn } from '../support/history.ts';
import { prefer } from '../support/own-preference.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { openShop, RETAIL, type Shop } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';
import { wednesday } from '../support/weeks.ts';

describe.each(STORES)('what Home shows on $name', (store) => {
  const counting = sharedDatabase(store);

  /** UME works for UBOSS; nobody has assigned a standard to UBOSS. */
  const openTeam = async (workspaceId: string): Promise<Shop> => {
    const shop = await openShop(counting.database, workspaceId);
    await shop.hire([{ id: 'UBOSS' }, { id: 'UME', standard: RETAIL, supervisor: 'UBOSS' }]);
    await shop.start();
    return shop;
  };

  const homeOf = (shop: Shop, slackUserId = 'UME'): Promise<Home> =>
    showHome(shop.context, { workspaceId: shop.workspaceId, slackUserId });

  const memberHome = async (shop: Shop, slackUserId?: string): Promise<MemberHome> => {
    const home = await homeOf(shop, slackUserId);
    if (home.kind !== 'member') throw new Error('is a stranger');
    return home;
  };

  const ownOf = async (shop: Shop): Promise<OwnStandards> => {
    const { own } = await memberHome(shop);
    if (own === undefined) throw new Error('has no standard');
    return own;
  };

  test('it is one statement, for a member with history, a supervisor and a stranger', async () => {
    const shop = await openTeam('T0ONE');
    shop.at(wednesday(0).toISOString());
    await planCheckIns(shop.context);
    await answerCheckIn(shop, 'UME', '2026-W47', [5, 3, 'no-opportunity']);
    for (const who of ['UME', 'UBOSS', 'UNOBODY']) {
      await homeOf(shop, who);
      expect(await counting.statementsOf(() => homeOf(shop, who))).toBe(1);
    }
  });

  test('a stranger is one, and so is somebody who has left', async () => {
    const shop = await openTeam('T0STRANGER');
    expect(await homeOf(shop, 'UNOBODY')).toEqual({ kind: 'stranger', contact: 'hr@shop.example' });
    await counting.database.prisma.member.updateMany({
      where: { workspaceId: 'T0STRANGER', slackUserId: 'UME' },
      data: { active: false },
    });
    expect(await homeOf(shop)).toMatchObject({ kind: 'stranger' });
  });

  test('a supervisor without a standard sees their team and when its digest comes', async () => {
    const shop = await openTeam('T0BOSS');
    expect(await memberHome(shop, 'UBOSS')).toMatchObject({
      own: undefined,
      teamSize: 1,
      nextDigestAt: new Date('2026-11-16T01:00:00Z'),
    });
    expect(await memberHome(shop)).toMatchObject({
      supervisors: ['Name of UBOSS'],
      teamSize: 0,
      nextDigestAt: undefined,
    });
  });

  test('a supervisor who has left is nobody’s', async () => {
    const shop = await openTeam('T0BOSSGONE');
    await counting.database.prisma.member.updateMany({
      where: { workspaceId: 'T0BOSSGONE', slackUserId: 'UBOSS' },
      data: { active: false },
    });
    expect(await memberHome(shop)).toMatchObject({ supervisors: [] });
  });

  test('promise 4: no opportunity counts as covered and not as a score', async () => {
    const shop = await openTeam('T0COVER');
    shop.at(wednesday(0).toISOString());
    await planCheckIns(shop.context);
    await answerCheckIn(shop, 'UME', '2026-W47', ['no-opportunity', 5, undefined, 'no-opportunity']);
    const { standards, duties, months } = await ownOf(shop);
    expect(standards).toMatchObject([{ code: RETAIL, covered: 3 }]);
    const scores = duties.reduce((sum, { figure }) => sum + (figure?.n ?? 0), 0);
    expect(scores).toBe(1);
    expect(duties.reduce((sum, { covered }) => sum + covered, 0)).toBe(3);
    expect(months).toEqual([{ month: '2026-11', scores: 1, median: 5, noOpportunity: 2 }]);
  });

  test('a rating counts for 26 weeks; an answer that was taken back does not', async () => {
    const shop = await openTeam('T0VALID');
    shop.at(wednesday(0).toISOString());
    await planCheckIns(shop.context);
    await answerCheckIn(shop, 'UME', '2026-W47', [4]);
    shop.at(wednesday(26).toISOString());
    expect(await ownOf(shop)).toMatchObject({ standards: [{ covered: 1 }] });
    shop.at(new Date(Date.parse(wednesday(26).toISOString()) + 1).toISOString());
    expect(await ownOf(shop)).toMatchObject({
      standards: [{ covered: 0 }],
      duties: [{ figure: undefined }, {}, {}],
    });
  });

  test('before the hour: when the next one comes, what it asks and why, and that it can start now', async () => {
    const shop = await openTeam('T0NEXT');
    shop.at('2026-11-17T02:00:00Z');
    const { checkIn } = await ownOf(shop);
    expect(checkIn).toMatchObject({ kind: 'next', at: new Date(wednesday(0).toISOString()), canStart: true });
    const announced = checkIn.kind === 'next' ? checkIn.indicators : [];
    expect(announced.map(({ chosen }) => chosen.because)).toContain('never-asked');
    await startCheckIn(shop.context, { workspaceId: 'T0NEXT', slackUserId: 'UME' });
    const { checkIn: made } = await shop.checkInOf('UME', '2026-W47');
    expect(announced.map(({ indicatorCode }) => indicatorCode)).toEqual(
      made.items.map(({ indicatorCode }) => indicatorCode),
    );
    expect((await ownOf(shop)).checkIn).toMatchObject({
      kind: 'open',
      isSkipped: false,
      isThere: false,
      nextAt: new Date(wednesday(1).toISOString()),
    });
    await answerCheckIn(shop, 'UME', '2026-W47', [4, 4, 4, 4]);
    expect((await ownOf(shop)).checkIn).toMatchObject({
      kind: 'next',
      at: new Date(wednesday(1).toISOString()),
      canStart: false,
      answered: { checkInId: made.checkInId },
    });
    // Whoever looks at their answers again has answered all the same.
    await counting.database.prisma.checkIn.updateMany({
      where: { checkInId: made.checkInId },
      data: { reopened: true },
    });
    expect((await ownOf(shop)).checkIn).toMatchObject({ kind: 'next', answered: { reopened: true } });
    // The week is over, and the answers can be changed still.
    shop.at('2026-11-23T02:00:00Z');
    expect((await ownOf(shop)).checkIn).toMatchObject({
      kind: 'next',
      canStart: true,
      answered: { checkInId: made.checkInId },
    });
    shop.at('2026-11-24T16:00:00Z');
    expect((await ownOf(shop)).checkIn).toMatchObject({ kind: 'next', answered: undefined });
  });

  test('moved to an earlier day, Home, *check-in* and the settings name the instant at which it comes', async () => {
    const shop = await openTeam('T0SAME');
    const me = { workspaceId: 'T0SAME', slackUserId: 'UME' };
    const at = new Date('2026-11-25T01:00:00Z');
    shop.at(wednesday(0).toISOString());
    await planCheckIns(shop.context);
    await answerCheckIn(shop, 'UME', '2026-W47', [4, 4, 4, 4]);
    shop.at('2026-11-19T02:00:00Z');
    const preference = { ...NO_PREFERENCE, weekday: 1, time: '09:30' };
    expect(await prefer(shop.context, { ...me, preference })).toMatchObject({ nextCheckInAt: at });
    expect(await startCheckIn(shop.context, me)).toMatchObject({ outcome: 'answered', nextAt: at });
    for (const tick of ['2026-11-19T02:00:00Z', '2026-11-23T01:30:00Z', '2026-11-24T15:59:00Z']) {
      shop.at(tick);
      expect(await planCheckIns(shop.context)).toBe(0);
      expect((await ownOf(shop)).checkIn).toMatchObject({ kind: 'next', at });
    }
    shop.at(at.toISOString());
    expect(await planCheckIns(shop.context)).toBe(1);
  });

  test('what was asked and left unanswered is known to have been asked, here and in its details', async () => {
    const shop = await openTeam('T0INVAIN');
    const me = { workspaceId: 'T0INVAIN', slackUserId: 'UME' };
    shop.at(wednesday(0).toISOString());
    await planCheckIns(shop.context);
    const { checkIn: ignored } = await shop.checkInOf('UME', '2026-W47');
    shop.at('2026-11-25T01:00:00Z');
    const { checkIn } = await ownOf(shop);
    const [next] = checkIn.kind === 'next' ? checkIn.indicators : [];
    expect(next).toMatchObject({
      indicatorCode: ignored.items[0]?.indicatorCode,
      chosen: { because: 'never-asked', lastAskedAt: undefined },
      shownAt: new Date(wednesday(0).toISOString()),
    });
    shop.at(wednesday(1).toISOString());
    await planCheckIns(shop.context);
    const { checkInId } = (await shop.checkInOf('UME', '2026-W48')).checkIn;
    const again = await findOwnItem(shop.context, { ...me, checkInId, position: 0 });
    expect(again).toMatchObject({
      item: { chosen: { because: 'never-asked', lastAskedAt: undefined } },
      shownBeforeAt: new Date(wednesday(0).toISOString()),
    });
    const first = await findOwnItem(shop.context, { ...me, checkInId: ignored.checkInId, position: 0 });
    expect(first?.shownBeforeAt).toBeUndefined();
  });

  test('without the notice read there is nothing to start', async () => {
    const shop = await openTeam('T0NOTICE');
    await counting.database.prisma.noticeAcknowledgement.deleteMany({ where: { workspaceId: 'T0NOTICE' } });
    expect((await ownOf(shop)).checkIn).toEqual({ kind: 'not-acknowledged' });
  });
});
