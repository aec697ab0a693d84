import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Rating } from '../../src/domain/check-in/rating.ts';
import { createRenderers } from '../../src/slack/renderers.ts';
import type { CheckInForMember } from '../../src/storage/check-ins/check-in-rows.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { recordRating } from '../../src/usecases/record-rating.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { ASSISTANT, openShop, RETAIL, type Shop } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';
import { wednesday } from '../support/weeks.ts';

/** The Wednesdays from 2026-W47 on. */
const periodIn = (week: number) =>
  week < 7 ? `2026-W${47 + week}` : `2027-W${String(week - 6).padStart(2, '0')}`;

describe.each(STORES)('what a thank-you knows on $name', (store) => {
  const counting = sharedDatabase(store);
  let shop: Shop;
  let number = 0;
  let taps = 0;

  beforeEach(async () => {
    number += 1;
    shop = await openShop(counting.database, `T0THANK${number}`);
    await shop.hire([{ id: 'UBOSS' }, { id: 'U1', standard: RETAIL, supervisor: 'UBOSS' }]);
    // All of a small standard is asked each time.
    await counting.database.prisma.schedule.updateMany({ data: { itemsPerCheckIn: 10 } });
    await shop.start();
  });

  const checkInOf = (week: number) => shop.checkInOf('U1', periodIn(week));
  const ask = async (week: number) => {
    shop.at(wednesday(week).toISOString());
    await planCheckIns(shop.context);
    return await checkInOf(week);
  };
  const give = async (
    week: number,
    position: number,
    answer: Rating | undefined,
  ): Promise<CheckInForMember> => {
    taps += 1;
    const recorded = await recordRating(shop.context, {
      workspaceId: shop.workspaceId,
      slackUserId: 'U1',
      checkInId: (await checkInOf(week)).checkIn.checkInId,
      position,
      answer,
      actionTs: `${1_795_100_000 + taps}.000000`,
    });
    if (recorded.outcome !== 'saved') throw new Error(recorded.outcome);
    return recorded.state;
  };
  const giveAll = async (week: number, answer: Rating) => {
    const { checkIn } = await checkInOf(week);
    let last: CheckInForMember | undefined;
    for (const { position } of checkIn.items) last = await give(week, position, answer);
    if (last === undefined) throw new Error('nothing was asked');
    return last;
  };

  test('the latest score of each indicator, not what was taken back, no opportunity, or a colleague’s', async () => {
    const first = await ask(0);
    await give(0, 0, 2);
    await give(0, 0, 3);
    await give(0, 1, 4);
    await give(0, 1, undefined);
    await give(0, 2, 'no-opportunity');
    expect(first.checkIn.items.every(({ previous }) => previous === undefined)).toBe(true);
    const before = new Map(
      first.checkIn.items.map(({ indicatorCode, position }) => [indicatorCode, position]),
    );
    const known: (number | undefined)[] = [];
    for (let week = 1; week <= 3; week += 1) {
      const { checkIn } = await ask(week);
      for (const { indicatorCode, previous } of checkIn.items) {
        const position = before.get(indicatorCode);
        if (position !== undefined) known[position] = previous?.score;
      }
      if (week < 3) await give(week, 0, 5);
    }
    expect(known.slice(0, 4)).toEqual([3, undefined, undefined, undefined]);
  });

  test('a score stays the latest one where there was no opportunity since', async () => {
    const first = await ask(0);
    const code = first.checkIn.items[0]?.indicatorCode;
    await give(0, 0, 3);
    const answers: Rating[] = ['no-opportunity', 5];
    const known: (number | undefined)[] = [];
    // When it comes again depends on who is asked, and never takes more than three rounds.
    for (let week = 1; known.length < 2 && week <= 9; week += 1) {
      const { checkIn } = await ask(week);
      const item = checkIn.items.find(({ indicatorCode }) => indicatorCode === code);
      if (item !== undefined) known.push(item.previous?.score);
      const answer = item === undefined ? 4 : (answers.shift() ?? 4);
      await give(week, item?.position ?? 0, answer);
    }
    expect(known).toEqual([3, 3]);
  });

  test('the coverage, in the statement of the tap that completes it, with all its own answers in it', async () => {
    const { checkIn } = await ask(0);
    const last = checkIn.items.length - 1;
    for (let position = 0; position < last; position += 1) {
      expect((await give(0, position, 4)).covered).toBeUndefined();
    }
    let state: CheckInForMember | undefined;
    const target = { workspaceId: shop.workspaceId, slackUserId: 'U1', checkInId: checkIn.checkInId };
    const statements = await counting.statementsOf(async () => {
      const tap = { ...target, position: last, answer: 4 as const, actionTs: '1795199999.000000' };
      const recorded = await recordRating(shop.context, tap);
      if (recorded.outcome === 'saved') state = recorded.state;
    });
    expect(statements).toBe(1);
    expect(state?.covered).toEqual([{ standardCode: RETAIL, indicators: 10 }]);
    await ask(1);
    expect((await giveAll(1, 3)).covered).toEqual([{ standardCode: RETAIL, indicators: 20 }]);
    const said = createRenderers(shop.context).checkIn(await checkInOf(1));
    expect(JSON.stringify(said.blocks)).toContain('你的 25 個行為指標裡，有 20 個在最近 26 週內答過。');
    expect(JSON.stringify(said.blocks)).toContain('給主管（Name of UBOSS）的週報');
  });

  test('a supervisor who has left is named neither as reader nor as recipient, and is again once they are back', async () => {
    await ask(0);
    const said = async () => JSON.stringify(createRenderers(shop.context).checkIn(await checkInOf(0)).blocks);
    const boss = { workspaceId: shop.workspaceId, slackUserId: 'UBOSS' };
    await counting.database.prisma.member.updateMany({ where: boss, data: { active: false } });
    expect(await said()).toContain('誰看得到：你本人，以及人資與管理員；有了主管之後，主管也看得到。');
    await giveAll(0, 4);
    expect(await said()).toContain(
      '目前名單上沒有你的主管；第 47 週結束前有了主管，這些答案就會放進給主管的週報。',
    );
    await counting.database.prisma.member.updateMany({ where: boss, data: { active: true } });
    expect(await said()).toContain('給主管（Name of UBOSS）的週報');
  });

  test('the coverage is that of the end of its period, its own late answers included', async () => {
    const { checkIn } = await ask(0);
    const last = checkIn.items.length - 1;
    for (let position = 0; position < last; position += 1) await give(0, position, 4);
    shop.at('2026-11-23T01:00:00Z');
    expect((await give(0, last, 4)).covered).toEqual([{ standardCode: RETAIL, indicators: 10 }]);
    await ask(1);
    expect((await giveAll(1, 3)).covered).toEqual([{ standardCode: RETAIL, indicators: 20 }]);
    expect((await checkInOf(0)).covered).toEqual([{ standardCode: RETAIL, indicators: 10 }]);
  });

  test('what is older than 26 weeks, taken back, or of a standard that is not theirs covers nothing', async () => {
    await ask(0);
    await giveAll(0, 4);
    await give(0, 0, undefined);
    await ask(1);
    expect((await giveAll(1, 4)).covered).toEqual([{ standardCode: RETAIL, indicators: 19 }]);
    await ask(27);
    expect((await giveAll(27, 4)).covered).toEqual([{ standardCode: RETAIL, indicators: 10 }]);
    await counting.database.prisma.assignment.updateMany({
      where: { workspaceId: shop.workspaceId },
      data: { standardCode: ASSISTANT },
    });
    expect((await checkInOf(27)).covered).toEqual([{ standardCode: ASSISTANT, indicators: 0 }]);
  });
});
