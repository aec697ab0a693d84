import { describe, expect, test } from '@jest/globals';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { planDigests } from '../../src/usecases/plan-digests.ts';
import { planSchedule } from '../../src/usecases/plan-schedule.ts';
import { recordRating } from '../../src/usecases/record-rating.ts';
import { summariseDigest } from '../../src/usecases/summarise-week.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { openShop, type Person, RETAIL, type Shop } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';

const WEDNESDAY = '2026-11-18T13:00+08:00';

describe.each(STORES)('somebody else supervises from now on, on $name', (store) => {
  const counting = sharedDatabase(store);
  let shop: Shop;
  let shops = 0;

  /** UA and UB, and whoever they supervise. */
  const roster = (supervisors: Record<string, string>): Person[] => [
    { id: 'UA' },
    { id: 'UB' },
    ...Object.entries(supervisors).map(([id, supervisor]) => ({ id, standard: RETAIL, supervisor })),
  ];

  async function open(supervisors: Record<string, string>): Promise<void> {
    shops += 1;
    shop = await openShop(counting.database, `T0SUPER${shops}`);
    await shop.hire(roster(supervisors));
    await shop.start();
    await askAt(WEDNESDAY);
  }
  const askAt = async (instant: string) => {
    shop.at(instant);
    await planCheckIns(shop.context);
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
      await shop.hire(roster({ U0: 'UB' }));
      await digestAt('2026-11-23T10:01+08:00', '2026-11-24T09:00+08:00', '2026-11-30T09:00+08:00');
      expect(await digestsOf('UA')).toMatchObject([{ period: '2026-W47', team: 1 }]);
      expect(await digestsOf('UB')).toEqual([]);
    });

    test('has none without a team, and after two weeks is not looked after any more', async () => {
      await open({ U0: 'UA' });
      shop.at('2026-11-23T08:00+08:00');
      await shop.hire(roster({ U0: 'UB' }));
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
      await shop.hire(roster({ U0: 'UB' }));
      expect(await planned()).toEqual(['UB']);
    });
  });
});
