import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Rating, rating } from '../../src/domain/check-in/rating.ts';
import { recordRating } from '../../src/usecases/record-rating.ts';
import { openShop, RETAIL, type Shop } from '../support/shop.ts';
import { type CountingDatabase, openCounting, STORES } from '../support/stores.ts';
import { weeksOf } from '../support/weeks.ts';

describe.each(STORES)('a tap on $name', (store) => {
  let counting: CountingDatabase;
  let shop: Shop;
  let checkInId: string;
  let nextWeek: ReturnType<typeof weeksOf>;
  let seconds = 1_795_053_600;

  beforeAll(async () => {
    counting = await openCounting(store);
    shop = await openShop(counting.database);
    // A zone whose holidays are not known: every Wednesday is worked.
    await shop.hire([
      { id: 'U1', standard: RETAIL, timeZone: 'Etc/GMT-8' },
      { id: 'U2', standard: RETAIL, timeZone: 'Etc/GMT-8' },
    ]);
    await shop.start();
    nextWeek = weeksOf(shop, 'U1');
  });

  afterAll(() => counting.remove());

  /** Every test has a fresh check-in: one week later than the one before. */
  beforeEach(async () => {
    ({ checkInId } = (await nextWeek()).checkIn);
    // The next hour: taps come after the message.
    shop.at(new Date(shop.context.now().getTime() + 3_600_000).toISOString());
  });

  function tap(position: number, answer: Rating | undefined, options: { ts?: string; by?: string } = {}) {
    seconds += 1;
    return recordRating(shop.context, {
      workspaceId: shop.workspaceId,
      slackUserId: options.by ?? 'U1',
      checkInId,
      position,
      answer,
      actionTs: options.ts ?? `${seconds}.000100`,
    });
  }

  const revisions = () =>
    counting.database.prisma.rating.findMany({ where: { checkInId }, orderBy: { actionTs: 'asc' } });

  const answersAfter = async (result: ReturnType<typeof tap>) => {
    const recorded = await result;
    if (recorded.outcome !== 'saved') throw new Error(recorded.outcome);
    return recorded.state.checkIn.items.map(({ answer }) => answer);
  };

  test('is one statement, and answers the whole check-in', async () => {
    expect(await counting.statementsOf(() => tap(0, 4))).toBe(1);
    expect(await answersAfter(tap(1, 'no-opportunity'))).toEqual([4, 'no-opportunity', undefined, undefined]);
  });

  test('promise 3: changing and taking back append revisions, with edited as a fact on the row', async () => {
    await tap(0, 2);
    await tap(0, 5);
    expect(await answersAfter(tap(0, undefined))).toEqual([undefined, undefined, undefined, undefined]);
    expect((await revisions()).map(({ kind, score, edited }) => ({ kind, score, edited }))).toEqual([
      { kind: 'score', score: 2, edited: false },
      { kind: 'score', score: 5, edited: true },
      { kind: 'taken-back', score: null, edited: true },
    ]);
  });

  test('promise 4: no opportunity is stored without a score', async () => {
    await tap(2, 'no-opportunity');
    expect(await revisions()).toMatchObject([{ kind: 'no-opportunity', score: null }]);
  });

  test('the same tap ten times at once is one answer', async () => {
    await Promise.all(Array.from({ length: 10 }, () => tap(0, 3, { ts: '1795060000.000100' })));
    expect(await revisions()).toHaveLength(1);
  });

  test('ten taps on the same answer at once are one answer', async () => {
    await Promise.all(Array.from({ length: 10 }, () => tap(0, 3)));
    const kept = await revisions();
    // One of them is first; an older one that lost the race is history, never a second current answer.
    expect(kept.every(({ score }) => score === 3)).toBe(true);
    expect(await answersAfter(tap(0, 3))).toEqual([3, undefined, undefined, undefined]);
  });

  test('four different taps at once are all there', async () => {
    await Promise.all([tap(0, 1), tap(1, 2), tap(2, 3), tap(3, 'no-opportunity')]);
    const state = await shop.context.database.prisma.checkIn.findFirstOrThrow({ where: { checkInId } });
    expect(state.version).toBe(4);
    expect(await answersAfter(tap(0, 1))).toEqual([1, 2, 3, 'no-opportunity']);
  });

  test('an older tap that arrives late is history and changes nothing', async () => {
    await tap(0, 4, { ts: '1795060002.000000' });
    expect(await answersAfter(tap(0, 2, { ts: '1795060001.000000' }))).toEqual([
      4,
      undefined,
      undefined,
      undefined,
    ]);
    expect((await revisions()).map(({ score }) => score)).toEqual([2, 4]);
  });

  test('the newest action_ts wins, whatever order taps arrive in and however many at once', async () => {
    const tapped = fc.record({
      position: fc.integer({ min: 0, max: 3 }),
      answer: fc.constantFrom<Rating | undefined>(1, 2, 3, 4, 5, 'no-opportunity', undefined),
      at: fc.integer({ min: 0, max: 50 }),
    });
    const taps = fc.sample(tapped, { numRuns: 60, seed: 20_261_122 });
    await Promise.all(
      taps.map(({ position, answer, at }, index) =>
        tap(position, answer, { ts: `${1_795_070_000 + at}.${String(index).padStart(6, '0')}` }),
      ),
    );
    const newest = [0, 1, 2, 3].map((position) => {
      const of = taps
        .map((given, index) => ({ ...given, index }))
        .filter((given) => given.position === position);
      return of.sort((a, b) => a.at - b.at || a.index - b.index).at(-1)?.answer;
    });
    const [state] = await shop
      .checkInsOf(await periodOfCheckIn())
      .then((all) => all.filter(({ checkIn }) => checkIn.checkInId === checkInId));
    expect(state?.checkIn.items.map(({ answer }) => answer)).toEqual(newest);
  });

  async function periodOfCheckIn(): Promise<string> {
    return (await counting.database.prisma.checkIn.findFirstOrThrow({ where: { checkInId } })).period;
  }

  test("promise 7: somebody else's tap is refused and stores nothing", async () => {
    expect(await tap(0, 5, { by: 'U2' })).toEqual({ outcome: 'not-yours' });
    expect(await tap(0, 5, { by: 'U0STRANGER' })).toEqual({ outcome: 'not-yours' });
    expect(await revisions()).toHaveLength(0);
  });

  test('a check-in or an item that does not exist is unknown', async () => {
    expect(await tap(9, 5)).toEqual({ outcome: 'unknown' });
    checkInId = shop.context.newId();
    expect(await tap(0, 5)).toEqual({ outcome: 'unknown' });
  });

  test('on time until the last midnight of the period, late until it closes, refused afterwards', async () => {
    const { periodEndsAt, closesAt } = await counting.database.prisma.checkIn.findFirstOrThrow({
      where: { checkInId },
    });
    shop.at(new Date(periodEndsAt.getTime() - 1).toISOString());
    await tap(0, 3);
    shop.at(periodEndsAt.toISOString());
    await tap(1, 3);
    shop.at(new Date(closesAt.getTime() - 1).toISOString());
    await tap(2, 3);
    shop.at(closesAt.toISOString());
    expect(await tap(3, 3)).toMatchObject({ outcome: 'closed' });
    expect((await revisions()).map(({ position, late }) => ({ position, late }))).toEqual([
      { position: 0, late: false },
      { position: 1, late: true },
      { position: 2, late: true },
    ]);
  });

  test('a tap that lost to a newer one returns the state as it is, never as it was', async () => {
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        tap(0, rating.parse((index % 5) + 1), { ts: `1795080000.${String(100 - index).padStart(6, '0')}` }),
      ),
    );
    for (const result of results) {
      if (result.outcome !== 'saved') throw new Error(result.outcome);
      expect(result.state.checkIn.version).toBeGreaterThan(0);
      expect(result.state.checkIn.items[0]?.answer).toBeDefined();
    }
  });

  test('taking back what was never answered leaves no trace', async () => {
    await tap(0, undefined);
    expect(await revisions()).toHaveLength(0);
    await tap(0, 4);
    expect(await revisions()).toMatchObject([{ score: 4, edited: false }]);
  });

  test('the history ends with the current answer, also where a tap that repeated it overtook another', async () => {
    await tap(0, 5, { ts: '1795060001.000000' });
    await tap(0, 5, { ts: '1795060003.000000' });
    expect((await answersAfter(tap(0, 4, { ts: '1795060002.000000' })))[0]).toBe(5);
    await tap(0, 3, { ts: '1795060002.500000' });
    expect((await revisions()).map(({ actionTs, score }) => [Number(actionTs), score])).toEqual([
      [1795060001, 5],
      [1795060002, 4],
      [1795060002.5, 3],
      [1795060003, 5],
    ]);
  });

  test('the history ends with nothing, where taking back what was never answered overtook an answer', async () => {
    await tap(1, undefined, { ts: '1795060003.000000' });
    await tap(1, 4, { ts: '1795060002.000000' });
    expect((await revisions()).map(({ kind, score }) => [kind, score])).toEqual([
      ['score', 4],
      ['taken-back', null],
    ]);
  });

  test('whatever taps, in whatever order: the history ends with the current answer', async () => {
    // No two taps have one action_ts: Slack says when each was made.
    const taps = fc.uniqueArray(
      fc.record({
        ts: fc.integer({ min: 1, max: 12 }),
        answer: fc.constantFrom(1, 2, 'no-opportunity', undefined),
      }),
      { minLength: 1, maxLength: 10, selector: ({ ts }) => ts },
    );
    let from = 1_795_070_000;
    let position = 0;
    await fc.assert(
      fc.asyncProperty(taps, async (given) => {
        // Each run has its own stretch of time on one of four items; none looks at what was before.
        position = (position + 1) % 4;
        from += 100;
        for (const { ts, answer } of given) {
          await tap(position, answer === undefined ? undefined : rating.parse(answer), {
            ts: `${from + ts}.000000`,
          });
        }
        const { checkIn } = await shop.checkInOf('U1', await periodOfCheckIn());
        const [newest] = (await revisions()).filter((revision) => revision.position === position).slice(-1);
        const history = newest?.kind === 'score' ? newest.score : newest?.kind;
        const current = checkIn.items[position]?.answer;
        expect(history ?? 'taken-back').toBe(current ?? 'taken-back');
      }),
      { seed: 20_261_124, numRuns: 35 },
    );
  });

  test('taking back wins over an older answer that arrives after it', async () => {
    await tap(0, undefined, { ts: '1795060005.000000' });
    expect((await answersAfter(tap(0, 4, { ts: '1795060003.000000' })))[0]).toBeUndefined();
  });
});
