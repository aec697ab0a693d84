import { beforeEach, describe, expect, test } from '@jest/globals';
import { keepEvidence } from '../../src/usecases/keep-evidence.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { planDigests } from '../../src/usecases/plan-digests.ts';
import { planSchedule } from '../../src/usecases/plan-schedule.ts';
import { recordNote } from '../../src/usecases/record-form.ts';
import { recordRating } from '../../src/usecases/record-rating.ts';
import { summariseDigest } from '../../src/usecases/summarise-week.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { openShop, RETAIL, type Shop } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';
import { twoTeams } from '../support/two-teams.ts';

const WEDNESDAY = '2026-11-18T13:00+08:00';

describe.each(STORES)('somebody else supervises from now on, on $name', (store) => {
  const counting = sharedDatabase(store);
  let shop: Shop;
  let shops = 0;

  async function open(supervisors: Record<string, string>): Promise<void> {
    shops += 1;
    shop = await openShop(counting.database, `T0SUPER${shops}`);
    await shop.hire(twoTeams(supervisors));
    await shop.start();
    await askAt(WEDNESDAY);
  }
  const askAt = async (instant: string) => {
    shop.at(instant);
    await planCheckIns(shop.context);
    await shop.sendCheckIns();
  };
  const me = (slackUserId: string) => ({ workspaceId: shop.workspaceId, slackUserId });
  const answer = async (who: string, at: string) => {
    const { checkIn } = await shop.checkInOf(who, '2026-W47');
    shop.at(at);
    const tap = {
      checkInId: checkIn.checkInId,
      position: 0,
      answer: 4,
      actionTs: '1795000000.000001',
    } as const;
    expect(await recordRating(shop.context, { ...me(who), ...tap })).toMatchObject({ outcome: 'saved' });
  };
  const write = async (who: string, typed: string, at: string, period = '2026-W47') => {
    const { checkIn } = await shop.checkInOf(who, period);
    shop.at(at);
    const target = { ...me(who), checkInId: checkIn.checkInId };
    const note = { position: 0, shown: null, typed, visibility: 'supervisor' } as const;
    expect(await recordNote(shop.context, target, note)).toMatchObject({ outcome: 'saved' });
  };
  const show = async (who: string, link: string, at: string) => {
    const { checkIn } = await shop.checkInOf(who, '2026-W47');
    const [indicator] = checkIn.items;
    if (indicator === undefined) throw new Error('a check-in without items');
    shop.at(at);
    const evidence = { indicator, kind: 'link', link, title: '', visibility: 'supervisor' } as const;
    expect(await keepEvidence(shop.context, me(who), evidence)).toMatchObject({ outcome: 'kept' });
  };
  const digestsOf = async (slackUserId: string) => {
    const { workspaceId } = shop;
    const found = await counting.database.prisma.digest.findMany({
      where: { workspaceId, supervisor: { slackUserId } },
      orderBy: { period: 'asc' },
    });
    const read = await Promise.all(
      found.map(({ digestId }) => summariseDigest(shop.context, workspaceId, digestId)),
    );
    return read.map((summary) => ({
      period: summary?.digest.period,
      team: summary?.digest.teamSize,
      shared: summary?.digest.shared.newest.map(({ shared }) =>
        shared.kind === 'note' ? shared.text : shared.url,
      ),
    }));
  };
  const digestAt = async (...instants: string[]) => {
    for (const instant of instants) {
      shop.at(instant);
      await planDigests(shop.context);
    }
  };

  describe('whoever had the team on Sunday', () => {
    test.each([
      ['before it is due', '2026-11-23T08:00+08:00'],
      ['while it is overdue', '2026-11-23T10:00+08:00'],
    ])('promise 1: has their digest, where the roster changes %s', async (_, changedAt) => {
      await open({ U0: 'UA' });
      await answer('U0', '2026-11-18T14:00+08:00');
      shop.at(changedAt);
      await shop.hire(twoTeams({ U0: 'UB' }));
      await digestAt('2026-11-23T10:01+08:00', '2026-11-24T09:00+08:00', '2026-11-30T09:00+08:00');
      expect(await digestsOf('UA')).toMatchObject([{ period: '2026-W47', team: 1 }]);
      expect(await digestsOf('UB')).toEqual([]);
    });

    test('has none without a team, and after two weeks is not looked after any more', async () => {
      await open({ U0: 'UA' });
      shop.at('2026-11-23T08:00+08:00');
      await shop.hire(twoTeams({ U0: 'UB' }));
      await digestAt('2026-11-23T09:00+08:00');
      await askAt('2026-11-25T13:00+08:00');
      await digestAt('2026-11-30T09:00+08:00');
      expect((await digestsOf('UA')).map(({ period }) => period)).toEqual(['2026-W47']);
      expect((await digestsOf('UB')).map(({ period }) => period)).toEqual(['2026-W48']);
      const planned = async () =>
        (
          await counting.database.prisma.memberSchedule.findMany({
            where: { workspaceId: shop.workspaceId, kind: 'digest' },
            include: { member: true },
          })
        )
          .map(({ member }) => member.slackUserId)
          .toSorted();
      expect(await planned()).toEqual(['UA', 'UB']);
      const { participants } = await planSchedule(shop.context, shop.workspaceId);
      expect(
        participants
          .filter(({ nextDigestAt }) => nextDigestAt !== undefined)
          .map(({ slackUserId }) => slackUserId),
      ).toEqual(['UB']);
      shop.at('2026-12-07T08:00+08:00');
      await shop.hire(twoTeams({ U0: 'UB' }));
      expect(await planned()).toEqual(['UB']);
    });
  });

  describe('promise 7: what is shared in a check-in goes to the supervisor whom its message names', () => {
    beforeEach(async () => {
      await open({ U0: 'UA', U1: 'UA', U2: 'UB' });
      shop.at('2026-11-23T08:30+08:00');
      await shop.hire(twoTeams({ U0: 'UB', U1: 'UA', U2: 'UB' }));
    });
    const nextDigests = async () => {
      await digestAt('2026-11-23T09:00+08:00');
      await askAt('2026-11-25T13:00+08:00');
      await digestAt('2026-11-30T09:00+08:00');
    };

    test('also where they share it late, and somebody else has the team by then', async () => {
      const { audience } = await shop.checkInOf('U0', '2026-W47');
      expect(audience.supervisors).toEqual(['Name of UA']);
      await write('U0', '給 UA 的', '2026-11-23T08:40+08:00');
      await show('U0', 'https://shop.example/late', '2026-11-23T08:50+08:00');
      await nextDigests();
      expect(await digestsOf('UA')).toMatchObject([
        { period: '2026-W47', shared: [] },
        { period: '2026-W48', team: 1, shared: ['https://shop.example/late', '給 UA 的'] },
      ]);
      expect((await digestsOf('UB')).map(({ shared }) => shared)).toEqual([[], []]);
    });

    test('and the next check-in’s to whoever has it then; evidence for no open check-in likewise', async () => {
      await digestAt('2026-11-23T09:00+08:00');
      await show('U0', 'https://shop.example/later', '2026-11-25T09:00+08:00');
      await askAt('2026-11-25T13:00+08:00');
      await write('U0', '給 UB 的', '2026-11-25T14:00+08:00', '2026-W48');
      await digestAt('2026-11-30T09:00+08:00');
      expect((await digestsOf('UB')).at(-1)?.shared).toEqual(['給 UB 的', 'https://shop.example/later']);
      expect((await digestsOf('UA')).map(({ shared }) => shared)).toEqual([[], []]);
    });
  });

  test('promise 7: a week that is over where its member is and not where the supervisor is waits for its own digest', async () => {
    shops += 1;
    shop = await openShop(counting.database, `T0SUPER${shops}`);
    const hire = (supervisor: string) =>
      shop.hire([
        { id: 'UA', timeZone: 'America/Los_Angeles' },
        { id: 'UB', timeZone: 'America/Los_Angeles' },
        { id: 'U0', standard: RETAIL, supervisor },
        { id: 'U1', standard: RETAIL, supervisor: 'UA' },
        { id: 'U2', standard: RETAIL, supervisor: 'UB' },
      ]);
    await hire('UA');
    await shop.start();
    const { prisma } = counting.database;
    const { memberId } = await prisma.member.findFirstOrThrow({
      where: { workspaceId: shop.workspaceId, slackUserId: 'U0' },
    });
    await prisma.memberPreference.create({
      data: { workspaceId: shop.workspaceId, memberId, checkInWeekday: 1, checkInTime: '09:00' },
    });
    await askAt(WEDNESDAY);
    await prisma.memberSchedule.updateMany({
      where: { workspaceId: shop.workspaceId, memberId, kind: 'check-in' },
      data: { nextAt: new Date('2026-11-23T09:00+08:00') },
    });
    // Monday in Taipei, Sunday in Los Angeles.
    await askAt('2026-11-23T09:00+08:00');
    await write('U0', '新的一週', '2026-11-23T09:30+08:00', '2026-W48');
    await digestAt('2026-11-23T09:00-08:00');
    expect(await digestsOf('UA')).toMatchObject([{ period: '2026-W47', shared: [] }]);
    shop.at('2026-11-25T12:00+08:00');
    await hire('UB');
    await askAt('2026-11-25T13:00+08:00');
    await digestAt('2026-11-30T09:00-08:00');
    expect((await digestsOf('UA')).map(({ shared }) => shared)).toEqual([[], []]);
    expect((await digestsOf('UB')).map(({ shared }) => shared)).toEqual([[], ['新的一週']]);
  });

  describe('what was shared is in the next digest that arrives', () => {
    const fate = (state: string, reason: string) =>
      counting.database.prisma.delivery.updateMany({
        where: { workspaceId: shop.workspaceId, kind: 'weekly-digest', member: { slackUserId: 'UA' } },
        data: { state, reason },
      });
    const lastShared = async () => {
      await askAt('2026-11-25T13:00+08:00');
      await digestAt('2026-11-30T09:00+08:00');
      return (await digestsOf('UA')).at(-1);
    };

    test.each([
      ['failed', 'channel_not_found'],
      ['cancelled', 'stale'],
      ['cancelled', 'gone'],
      ['cancelled', 'recipient-left'],
    ])('promise 1: where the one before it %s (%s)', async (state, reason) => {
      await open({ U0: 'UA' });
      await write('U0', '上週寫的', '2026-11-19T14:00+08:00');
      await digestAt('2026-11-23T09:00+08:00');
      await fate(state, reason);
      expect(await lastShared()).toMatchObject({ period: '2026-W48', shared: ['上週寫的'] });
    });

    test.each(['sent', 'uncertain', 'queued', 'sending'])(
      'and not twice, where the one before it is %s',
      async (state) => {
        await open({ U0: 'UA' });
        await write('U0', '上週寫的', '2026-11-19T14:00+08:00');
        await digestAt('2026-11-23T09:00+08:00');
        await fate(state, '');
        expect(await lastShared()).toMatchObject({ period: '2026-W48', shared: [] });
      },
    );

    test('one that waits still, and is too old by now to be sent, is none that arrives', async () => {
      await open({ U0: 'UA' });
      await write('U0', '上週寫的', '2026-11-19T14:00+08:00');
      await digestAt('2026-11-23T09:00+08:00');
      await fate('queued', 'away');
      await askAt('2026-12-09T13:00+08:00');
      await digestAt('2026-12-14T09:00+08:00');
      expect((await digestsOf('UA')).at(-1)).toMatchObject({ period: '2026-W50', shared: ['上週寫的'] });
    });
  });

  test('promise 7: a supervisor who has moved since the cut-off reads of the team of Sunday', async () => {
    shops += 1;
    shop = await openShop(counting.database, `T0SUPER${shops}`);
    const hire = (timeZone: string, supervisor: string) =>
      shop.hire([
        { id: 'UA', timeZone },
        { id: 'UB' },
        { id: 'U0', standard: RETAIL, supervisor },
        { id: 'U1', standard: RETAIL, supervisor: 'UA' },
      ]);
    await hire('America/Los_Angeles', 'UA');
    await shop.start();
    await askAt(WEDNESDAY);
    await digestAt('2026-11-23T09:00-08:00');
    shop.at('2026-11-23T09:01-08:00');
    await counting.database.prisma.supervision.updateMany({
      where: { workspaceId: shop.workspaceId, member: { slackUserId: 'U0' } },
      data: { untilDate: new Date('2026-11-23') },
    });
    expect(await digestsOf('UA')).toMatchObject([{ team: 2 }]);
    await hire('Asia/Taipei', 'UB');
    expect(await digestsOf('UA')).toMatchObject([{ team: 2 }]);
  });
});
