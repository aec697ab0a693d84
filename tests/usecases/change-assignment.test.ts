import { beforeEach, describe, expect, test } from '@jest/globals';
import { sendTurn } from '../../src/delivery/sender.ts';
import { stageOf } from '../../src/domain/check-in/check-in.ts';
import { createRenderers } from '../../src/slack/renderers.ts';
import { claimUndrawn } from '../../src/storage/check-ins/drawing.ts';
import { matchItemsToAssignments } from '../../src/storage/check-ins/match-items-to-assignments.ts';
import { drawingTimes } from '../../src/usecases/draw-check-in.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { planDigests } from '../../src/usecases/plan-digests.ts';
import { planReminders } from '../../src/usecases/plan-reminders.ts';
import { recordRating } from '../../src/usecases/record-rating.ts';
import { skipCheckIn } from '../../src/usecases/skip-check-in.ts';
import { startCheckIn } from '../../src/usecases/start-check-in.ts';
import { summariseDigest } from '../../src/usecases/summarise-week.ts';
import { senderPartsOf } from '../support/sender-parts-of.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { ASSISTANT, openShop, RETAIL, type Shop } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';

const PERIOD = '2026-W47';

describe.each(STORES)('somebody changes to other work in the middle of a check-in, on $name', (store) => {
  const counting = sharedDatabase(store);
  let shop: Shop;
  let shops = 0;
  let taps = 0;

  /** Asked of both standards: items 0 and 1 of the assistant's, 2 and 3 of the retailer's. */
  beforeEach(async () => {
    shops += 1;
    shop = await openShop(counting.database, `T0WORK${shops}`);
    await shop.hire([{ id: 'UBOSS' }, { id: 'U1', standard: `${RETAIL};${ASSISTANT}`, supervisor: 'UBOSS' }]);
    await shop.start();
    shop.at('2026-11-18T05:00:00Z');
    await planCheckIns(shop.context);
    const codes = [ASSISTANT, ASSISTANT, RETAIL, RETAIL].map((standardCode, position) => ({
      standardCode,
      indicatorCode: shop.context.library.indicatorsOf(standardCode)[position]?.code ?? '',
      position,
    }));
    for (const { position, ...data } of codes) {
      await counting.database.prisma.checkInItem.updateMany({
        where: { workspaceId: shop.workspaceId, position },
        data,
      });
    }
    shop.at('2026-11-18T06:00:00Z');
  });

  const checkIn = async () => (await shop.checkInOf('U1', PERIOD)).checkIn;
  const tap = async (position: number, answer: 2 | 5 | undefined = 5) => {
    taps += 1;
    const { checkInId } = await checkIn();
    return await recordRating(shop.context, {
      workspaceId: shop.workspaceId,
      slackUserId: 'U1',
      checkInId,
      position,
      answer,
      actionTs: `${1_795_000_000 + taps}.000000`,
    });
  };
  const work = (standard: string | undefined) =>
    shop.hire([
      { id: 'UBOSS' },
      { id: 'U1', supervisor: 'UBOSS', ...(standard === undefined ? {} : { standard }) },
    ]);
  const closed = async () => (await checkIn()).items.map((item) => item.closed);
  const participation = async () => {
    shop.at('2026-11-23T01:00:00Z');
    await planDigests(shop.context);
    const { digestId } = await counting.database.prisma.digest.findFirstOrThrow({
      where: { workspaceId: shop.workspaceId },
    });
    return (await summariseDigest(shop.context, shop.workspaceId, digestId))?.digest.participation;
  };
  const shown = async () =>
    JSON.stringify(createRenderers(shop.context).checkIn(await shop.checkInOf('U1', PERIOD)).blocks);

  test('the items of the standard that is taken away are closed, the others stay', async () => {
    await work(RETAIL);
    expect(await closed()).toEqual([true, true, false, false]);
    await work(RETAIL);
    expect((await checkIn()).version).toBe(1);
  });

  test('a closed item takes no answer and loses none; the others go on', async () => {
    await tap(0, 2);
    await work(RETAIL);
    expect(await tap(0, 5)).toMatchObject({ outcome: 'item-closed' });
    expect(await tap(0, undefined)).toMatchObject({ outcome: 'item-closed' });
    expect(await tap(1)).toMatchObject({ outcome: 'item-closed' });
    expect(await tap(2)).toMatchObject({ outcome: 'saved' });
    expect((await checkIn()).items.map(({ answer }) => answer)).toEqual([2, undefined, 5, undefined]);
    const ratings = await counting.database.prisma.rating.findMany({
      where: { workspaceId: shop.workspaceId },
    });
    expect(ratings.map(({ position, score }) => [position, score])).toEqual([
      [0, 2],
      [2, 5],
    ]);
  });

  test('a tap that waits for the change sees it', async () => {
    const { prisma } = counting.database;
    const { memberId } = await checkIn();
    const day = new Date('2026-11-18T00:00:00Z');
    const where = { workspaceId: shop.workspaceId, memberId, standardCode: ASSISTANT };
    let tapped: ReturnType<typeof tap> | undefined;
    await prisma.$transaction(async (tx) => {
      await tx.assignment.updateMany({ where, data: { untilDate: day } });
      await matchItemsToAssignments(tx, shop.workspaceId, [memberId], shop.context.now());
      tapped = tap(0);
      // The embedded database has one connection: there it waits for that.
      while (store.name.startsWith('PostgreSQL')) {
        const waiting = await prisma.$queryRaw<unknown[]>`
          SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
        if (waiting.length > 0) break;
      }
    });
    expect(await tapped).toMatchObject({ outcome: 'item-closed' });
    expect(await prisma.rating.count({ where: { workspaceId: shop.workspaceId } })).toBe(0);
  });

  test('after the check-in has closed it is the check-in that is said to be', async () => {
    await work(RETAIL);
    shop.at('2026-12-09T05:00:00Z');
    expect(await tap(0)).toMatchObject({ outcome: 'closed' });
  });

  test('promise 3: a check-in that has closed stays as it was', async () => {
    await tap(0, 2);
    shop.at('2026-12-09T05:00:00Z');
    const before = await checkIn();
    await work(RETAIL);
    expect(await checkIn()).toEqual(before);
    expect(await closed()).toEqual([false, false, false, false]);
  });

  test('the message is owed a redraw, and shows what needs no answer', async () => {
    await counting.database.prisma.delivery.updateMany({
      where: { workspaceId: shop.workspaceId },
      data: { state: 'sent', channel: 'D1', ts: '1.000001' },
    });
    await work(RETAIL);
    const owed = await claimUndrawn(
      counting.database.prisma,
      shop.workspaceId,
      10,
      drawingTimes(shop.context),
    );
    expect(owed).toHaveLength(1);
    const message = await shown();
    expect(message.split('不必作答').length - 1).toBe(2);
    // Two rows of answers, and what there is around them.
    expect(message.split('"type":"actions"').length - 1).toBe(3);
    expect(message).toContain('請為 2 個行為指標');
    await tap(2);
    await tap(3);
    expect(await shown()).toContain('2 個行為指標的答案都存好了');
  });

  test('a check-in of which nothing is left is closed, and not sent any more', async () => {
    await work(undefined);
    expect(stageOf(await checkIn(), shop.context.now())).toBe('closed');
    expect(await shown()).toContain('不必作答了');
    const posted: string[] = [];
    const parts = senderPartsOf(shop.context, async ({ recipient }) => {
      posted.push(recipient);
      return { channel: 'D1', ts: '1.000001' };
    });
    await sendTurn(parts, shop.workspaceId, new AbortController().signal);
    expect(posted).toEqual([]);
  });

  describe('and a roster that was wrong is put right', () => {
    const BOTH = `${RETAIL};${ASSISTANT}`;
    const sendTo = async (posted: string[]) =>
      await sendTurn(
        senderPartsOf(shop.context, async ({ recipient }) => {
          posted.push(recipient);
          return { channel: 'D1', ts: '1.000001' };
        }),
        shop.workspaceId,
        new AbortController().signal,
      );

    test('what is assigned again is asked again, and drawn; what was answered is as it was', async () => {
      await tap(0, 2);
      await work(RETAIL);
      await tap(2);
      await tap(3);
      expect(stageOf(await checkIn(), shop.context.now())).toBe('answered');
      const { version } = await checkIn();
      await work(BOTH);
      expect(await closed()).toEqual([false, false, false, false]);
      expect((await checkIn()).version).toBe(version + 1);
      expect(stageOf(await checkIn(), shop.context.now())).toBe('open');
      const message = await shown();
      expect(message).toContain('已答 3/4');
      expect(message).not.toContain('不必作答');
      expect(await tap(0, 5)).toMatchObject({ outcome: 'saved' });
      expect(await tap(1)).toMatchObject({ outcome: 'saved' });
      expect(await shown()).toContain('4 個行為指標的答案都存好了');
    });

    test('only what is assigned again', async () => {
      await work(undefined);
      await work(ASSISTANT);
      expect(await closed()).toEqual([false, false, true, true]);
    });

    test('whoever asks for a check-in is told of it', async () => {
      await work(undefined);
      await work(BOTH);
      const who = { workspaceId: shop.workspaceId, slackUserId: 'U1' };
      expect(await startCheckIn(shop.context, who)).toMatchObject({ outcome: 'open' });
    });

    test.each([
      ['nothing was left of', []],
      ['was answered as far as it was assigned', [2, 3]],
    ])('a check-in that %s and was not sent is sent after all, once', async (_what, answered) => {
      for (const position of answered) await tap(position);
      await work(answered.length > 0 ? RETAIL : undefined);
      const posted: string[] = [];
      await sendTo(posted);
      expect(posted).toEqual([]);
      await work(answered.length > 0 ? RETAIL : undefined);
      await sendTo(posted);
      expect(posted).toEqual([]);
      shop.woken.length = 0;
      await work(BOTH);
      expect(shop.woken).toEqual([shop.workspaceId]);
      await sendTo(posted);
      await work(BOTH);
      await sendTo(posted);
      expect(posted).toEqual(['U1']);
    });

    test.each([
      ['over the hour at which it is due, this week’s comes all the same', '2026-11-25T05:30:00Z', 1],
      ['until no working hour of the week is left, none comes', '2026-11-27T12:00:00Z', 0],
    ])('%s', async (_how_long, corrected, expected) => {
      shop.at('2026-11-25T04:30:00Z');
      await work(undefined);
      shop.at('2026-11-25T05:00:00Z');
      await planCheckIns(shop.context);
      shop.at(corrected);
      await work(BOTH);
      await planCheckIns(shop.context);
      await work(BOTH);
      await planCheckIns(shop.context);
      expect(await shop.checkInsOf('2026-W48')).toHaveLength(expected);
    });

    test('while the message is just being withdrawn: it is sent, once', async () => {
      await work(undefined);
      const posted: string[] = [];
      const sender = senderPartsOf(shop.context, async ({ recipient }) => {
        posted.push(recipient);
        return { channel: 'D1', ts: '1.000001' };
      });
      const renderers: typeof sender.renderers = {
        ...sender.renderers,
        'check-in': async (...asked) => {
          const rendered = await sender.renderers['check-in'](...asked);
          await work(BOTH);
          return rendered;
        },
      };
      await sendTurn({ ...sender, renderers }, shop.workspaceId, new AbortController().signal);
      expect(posted).toEqual(['U1']);
    });

    test('a check-in that has closed meanwhile stays as it was, and is not sent', async () => {
      await work(undefined);
      const posted: string[] = [];
      await sendTo(posted);
      const before = await checkIn();
      shop.at('2026-12-09T05:00:00Z');
      await work(BOTH);
      expect(await checkIn()).toEqual(before);
      await sendTo(posted);
      expect(posted).toEqual([]);
    });

    test('a reminder that fell due meanwhile comes on the next working day; one that did not stays', async () => {
      // A tick serves every workspace: those of the tests before are not this one's.
      await counting.database.prisma.checkIn.updateMany({
        where: { workspaceId: { not: shop.workspaceId } },
        data: { remindAt: null },
      });
      await counting.database.prisma.delivery.updateMany({
        where: { workspaceId: shop.workspaceId, kind: 'check-in' },
        data: { state: 'sent', channel: 'D1', ts: '1795053600.000001' },
      });
      const thursday = new Date('2026-11-19T05:00:00Z');
      await work(undefined);
      await work(BOTH);
      expect((await checkIn()).remindAt).toEqual(thursday);
      await work(undefined);
      shop.at('2026-11-19T05:00:00Z');
      expect(await planReminders(shop.context)).toBe(0);
      expect((await checkIn()).remindAt).toBeUndefined();
      await work(RETAIL);
      const again = { remindAt: new Date('2026-11-20T05:00:00Z'), remindAsked: false };
      expect(await checkIn()).toMatchObject(again);
      shop.at('2026-11-20T05:00:00Z');
      expect(await planReminders(shop.context)).toBe(1);
      await work(undefined);
      await work(BOTH);
      expect((await checkIn()).remindAt).toBeUndefined();
    });

    test('what was skipped stays skipped, without a reminder', async () => {
      const { checkInId } = await checkIn();
      await skipCheckIn(shop.context, {
        workspaceId: shop.workspaceId,
        slackUserId: 'U1',
        checkInId,
        written: '',
      });
      await work(undefined);
      await work(BOTH);
      expect(stageOf(await checkIn(), shop.context.now())).toBe('skipped');
      expect((await checkIn()).remindAt).toBeUndefined();
    });

    test('a reminder that ended in between says what was so then, and no more', async () => {
      await work(undefined);
      const { text } = createRenderers(shop.context).endedReminder(await shop.checkInOf('U1', PERIOD));
      expect(text).toBe('這則提醒取消了：第 47 週的自評當時沒有要作答的項目。');
    });

    test('the digest counts what was asked again', async () => {
      await tap(0);
      await tap(2);
      await work(RETAIL);
      await work(BOTH);
      expect(await participation()).toMatchObject({ itemsAsked: 4, itemsAnswered: 2 });
    });
  });

  test('the digest counts what was answered, and not what was taken away', async () => {
    await tap(0);
    await tap(2);
    await work(RETAIL);
    expect(await participation()).toMatchObject({ itemsAsked: 3, itemsAnswered: 2 });
  });

  test('as many statements for two hundred people as for two', async () => {
    const statementsFor = async (count: number) => {
      const many = await openShop(counting.database, `T0WORK${shops}OF${count}`);
      const people = Array.from({ length: count }, (_, index) => ({ id: `U${index}`, standard: RETAIL }));
      await many.hire(people);
      await many.start();
      many.at('2026-11-18T05:00:00Z');
      await planCheckIns(many.context);
      const changed = people.map(({ id }) => ({ id, standard: ASSISTANT }));
      const taken = await counting.statementsOf(() => many.hire(changed));
      await counting.database.prisma.checkIn.updateMany({
        where: { workspaceId: many.workspaceId },
        data: { remindAt: null },
      });
      return [taken, await counting.statementsOf(() => many.hire(people))];
    };
    expect(await statementsFor(200)).toEqual(await statementsFor(2));
  });
});
