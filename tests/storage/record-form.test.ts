import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type ShownInForm,
  type ShownNote,
  shownNoteOf,
  shownOf,
} from '../../src/domain/check-in/form-changes.ts';
import { type Rating, rating } from '../../src/domain/check-in/rating.ts';
import type { Visibility } from '../../src/domain/check-in/visibility.ts';
import { findOwnItem } from '../../src/usecases/find-own-item.ts';
import { type FilledForm, recordForm, recordNote, type SavedForm } from '../../src/usecases/record-form.ts';
import { recordRating } from '../../src/usecases/record-rating.ts';
import { reopenCheckIn } from '../../src/usecases/reopen-check-in.ts';
import { openShop, RETAIL, type Shop } from '../support/shop.ts';
import { type CountingDatabase, openCounting, STORES } from '../support/stores.ts';
import { weeksOf } from '../support/weeks.ts';

describe.each(STORES)('a form on $name', (store) => {
  let counting: CountingDatabase;
  let shop: Shop;
  let checkInId: string;
  let nextWeek: ReturnType<typeof weeksOf>;

  beforeAll(async () => {
    counting = await openCounting(store);
    shop = await openShop(counting.database);
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
    later(3_600);
  });

  const later = (seconds: number) =>
    shop.at(new Date(shop.context.now().getTime() + seconds * 1_000).toISOString());
  const target = (by = 'U1') => ({ workspaceId: shop.workspaceId, slackUserId: by, checkInId });
  const row = () => counting.database.prisma.checkIn.findFirstOrThrow({ where: { checkInId } });
  const revisions = () =>
    counting.database.prisma.rating.findMany({ where: { checkInId }, orderBy: { actionTs: 'asc' } });
  const notes = () =>
    counting.database.prisma.note.findMany({ where: { checkInId }, orderBy: { position: 'asc' } });
  const itemOf = (position: number) => findOwnItem(shop.context, { ...target(), position });
  const checkIn = async () => {
    const found = await itemOf(0);
    if (found === undefined) throw new Error('no check-in');
    return found.checkIn;
  };
  const answers = async () => (await checkIn()).items.map(({ answer }) => answer);

  /** What the form of the check-in as it is now shows. */
  const opened = async (): Promise<ShownInForm> => shownOf(await checkIn());

  type Given = { answer?: Rating | null; typed?: string };
  const filled = (shown: ShownInForm, given: Record<number, Given>, visibility?: Visibility): FilledForm => ({
    shown,
    visibility,
    rows: shown.map(([position, answer, note]) => ({
      position,
      answer: given[position]?.answer === undefined ? answer : given[position]?.answer,
      // A form that leaves a note alone sends it back; it is not known here, so such a row says nothing.
      typed: given[position]?.typed ?? (note === null ? '' : undefined),
    })),
  });
  const submit = (shown: ShownInForm, given: Record<number, Given>, visibility?: Visibility) =>
    recordForm(shop.context, target(), filled(shown, given, visibility));

  const tap = (position: number, answer: Rating | undefined, seconds = 0) =>
    recordRating(shop.context, {
      ...target(),
      position,
      answer,
      actionTs: (shop.context.now().getTime() / 1_000 + seconds).toFixed(6),
    });

  test('saves all its answers and notes at once: one lock, one statement, two readings', async () => {
    const shown = await opened();
    const given = {
      0: { answer: 4 },
      1: { answer: 'no-opportunity' },
      3: { answer: 1, typed: '很順' },
    } as const;
    expect(await counting.statementsOf(() => submit(shown, given, 'only-me'))).toBe(4);
    expect(await answers()).toEqual([4, 'no-opportunity', undefined, 1]);
    expect(await notes()).toMatchObject([{ position: 3, text: '很順', visibility: 'only-me' }]);
    expect((await row()).version).toBe(1);
    expect((await revisions()).map(({ kind, score, edited, late }) => [kind, score, edited, late])).toEqual(
      expect.arrayContaining([
        ['score', 4, false, false],
        ['no-opportunity', null, false, false],
        ['score', 1, false, false],
      ]),
    );
  });

  test('answers that were looked at again are put away by the form, and by nothing less', async () => {
    const all = { 0: { answer: 4 }, 1: { answer: 4 }, 2: { answer: 4 }, 3: { answer: 4 } } as const;
    const reopen = () => reopenCheckIn(shop.context, { ...target(), reopened: true });
    await submit(await opened(), all);
    await reopen();
    await tap(0, 5, 1);
    await recordNote(shop.context, target(), {
      position: 0,
      shown: null,
      typed: '很順',
      visibility: 'only-me',
    });
    expect((await checkIn()).reopened).toBe(true);
    const { version } = await row();
    // Also where nothing was changed in it: whoever saves it is done.
    await submit(await opened(), {});
    expect(await row()).toMatchObject({ reopened: false, version: version + 1 });
    await submit(await opened(), {});
    expect(await row()).toMatchObject({ reopened: false, version: version + 1 });
    await reopen();
    shop.at((await row()).closesAt.toISOString());
    await submit(await opened(), {});
    expect((await row()).reopened).toBe(true);
  });

  test('promise 3: an answer that a form changes or takes back is another revision, edited', async () => {
    await tap(0, 2);
    await tap(1, 3);
    later(60);
    await submit(await opened(), { 0: { answer: 5 }, 1: { answer: null } });
    expect(
      (await revisions()).map(({ position, kind, score, edited }) => [position, kind, score, edited]),
    ).toEqual(
      expect.arrayContaining([
        [0, 'score', 2, false],
        [0, 'score', 5, true],
        [1, 'score', 3, false],
        [1, 'taken-back', null, true],
      ]),
    );
    expect(await answers()).toEqual([5, undefined, undefined, undefined]);
  });

  test('the same form twice, one after the other or at once, adds nothing', async () => {
    const shown = await opened();
    const given = { 0: { answer: 4, typed: '很順' }, 1: { answer: 2 } } as const;
    await Promise.all(Array.from({ length: 5 }, () => submit(shown, given, 'supervisor')));
    later(5);
    await submit(shown, given, 'supervisor');
    expect(await revisions()).toHaveLength(2);
    expect(await notes()).toHaveLength(1);
    expect((await row()).version).toBe(1);
  });

  test('a form that was opened before taps on the phone does not overwrite them', async () => {
    const shown = await opened();
    later(30);
    await tap(0, 5);
    await tap(2, 'no-opportunity');
    later(30);
    await submit(shown, { 1: { answer: 3 } });
    expect(await answers()).toEqual([5, 3, 'no-opportunity', undefined]);
    expect(await revisions()).toHaveLength(3);
  });

  test('what both changed is the form’s, which was sent last, also where the tap’s clock is ahead', async () => {
    const shown = await opened();
    await tap(0, 5, 30);
    await submit(shown, { 0: { answer: 3 } });
    expect((await answers())[0]).toBe(3);
    const history = await revisions();
    expect(history.map(({ score }) => score)).toEqual([5, 3]);
    later(60);
    await tap(0, 1);
    expect((await answers())[0]).toBe(1);
  });

  test('a tap after the form is newer than it, also where the form was saved by a clock that is ahead', async () => {
    await tap(0, 2);
    later(2);
    await submit(await opened(), { 0: { answer: 3 } });
    await tap(0, 5, -1);
    expect((await answers())[0]).toBe(5);
    expect((await revisions()).map(({ score }) => score)).toEqual([2, 3, 5]);
  });

  test('an older tap that arrives after the form is history and changes nothing', async () => {
    await submit(await opened(), { 0: { answer: 3 } });
    await tap(0, 5, -10);
    expect((await answers())[0]).toBe(3);
    expect((await revisions()).map(({ score }) => score)).toEqual([5, 3]);
  });

  test('phone and desktop together: every answer and every note is there, and the newest is the current one', async () => {
    const shown = await opened();
    await Promise.all([
      tap(0, 1),
      submit(shown, { 1: { answer: 2, typed: '甲' } }, 'only-me'),
      tap(2, 3),
      submit(shown, { 3: { answer: 'no-opportunity', typed: '乙' } }, 'supervisor'),
      recordNote(shop.context, target(), { position: 0, shown: null, typed: '丙', visibility: 'only-me' }),
    ]);
    expect(await answers()).toEqual([1, 2, 3, 'no-opportunity']);
    expect((await notes()).map(({ position, text }) => [position, text])).toEqual([
      [0, '丙'],
      [1, '甲'],
      [3, '乙'],
    ]);
    expect((await row()).version).toBe(5);
  });

  test('whatever forms and taps, in whatever order: the history ends with the current answer', async () => {
    const step = fc.record({
      by: fc.constantFrom('tap', 'form', 'old form'),
      position: fc.integer({ min: 0, max: 3 }),
      answer: fc.constantFrom<Rating | undefined>(1, 2, 'no-opportunity', undefined),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const old = await opened();
        for (const { by, position, answer } of steps) {
          later(10);
          if (by === 'tap') await tap(position, answer);
          else await submit(by === 'form' ? await opened() : old, { [position]: { answer: answer ?? null } });
        }
        const history = await revisions();
        for (const [position, answer] of (await answers()).entries()) {
          const newest = history.filter((each) => each.position === position).at(-1);
          const said = newest?.kind === 'score' ? rating.parse(newest.score) : newest?.kind;
          expect(said ?? 'taken-back').toBe(answer ?? 'taken-back');
        }
      }),
      { seed: 20_261_204, numRuns: 25 },
    );
  });

  test('on time until the last midnight of the period, late until it closes, refused afterwards', async () => {
    const { periodEndsAt, closesAt } = await row();
    const shown = await opened();
    shop.at(periodEndsAt.toISOString());
    await submit(shown, { 0: { answer: 3 } });
    shop.at(closesAt.toISOString());
    expect(await submit(shown, { 1: { answer: 3, typed: '很順' } }, 'only-me')).toMatchObject({
      outcome: 'closed',
    });
    expect((await revisions()).map(({ position, late }) => ({ position, late }))).toEqual([
      { position: 0, late: true },
    ]);
    expect(await notes()).toEqual([]);
  });

  test('promise 7: nobody else writes into it or reads it, and what is not there is the same to them', async () => {
    const form = filled(await opened(), { 0: { answer: 5, typed: '很順' } }, 'supervisor');
    const note = { position: 0, shown: null, typed: '很順', visibility: 'supervisor' } as const;
    for (const by of ['U2', 'U0STRANGER']) {
      expect(await recordForm(shop.context, target(by), form)).toEqual({ outcome: 'not-found' });
      expect(await recordNote(shop.context, target(by), note)).toEqual({ outcome: 'not-found' });
      expect(await findOwnItem(shop.context, { ...target(by), position: 0 })).toBeUndefined();
    }
    expect(await revisions()).toEqual([]);
    expect(await notes()).toEqual([]);
    const nowhere = { ...target(), checkInId: shop.context.newId() };
    expect(await recordForm(shop.context, nowhere, form)).toEqual({ outcome: 'not-found' });
    expect(await findOwnItem(shop.context, { ...target(), position: 9 })).toBeUndefined();
  });

  test('answering takes back that it was skipped; a note alone does not', async () => {
    const skip = () =>
      counting.database.prisma.checkIn.updateMany({
        where: { checkInId },
        data: { skippedAt: shop.context.now() },
      });
    await skip();
    await recordNote(shop.context, target(), {
      position: 0,
      shown: null,
      typed: '很順',
      visibility: 'only-me',
    });
    expect((await row()).skippedAt).not.toBeNull();
    await submit(await opened(), { 0: { answer: 4 } });
    expect((await row()).skippedAt).toBeNull();
  });

  test('an item whose standard is not the member’s any more takes no answer, and the others do', async () => {
    const shown = await opened();
    await counting.database.prisma.checkInItem.updateMany({
      where: { checkInId, position: 1 },
      data: { closedAt: shop.context.now() },
    });
    expect(await submit(shown, { 0: { answer: 4 }, 1: { answer: 4 } })).toMatchObject({ outcome: 'saved' });
    expect(await answers()).toEqual([4, undefined, undefined, undefined]);
    expect(await revisions()).toHaveLength(1);
  });

  describe('a note', () => {
    const current = async (position = 2) => (await itemOf(position))?.item.note;
    /** A form of its own that was opened on this. */
    const send = (shown: ShownNote, typed: string, visibility?: Visibility) =>
      recordNote(shop.context, target(), { position: 2, shown, typed, visibility });
    const write = async (typed: string, visibility?: Visibility) =>
      await send(shownNoteOf(await current()), typed, visibility);
    const newer = (saved: SavedForm) =>
      'newerNotes' in saved ? saved.newerNotes.map(({ position, text }) => [position, text]) : undefined;
    const mayDraw = (saved: SavedForm) => 'mayDraw' in saved && saved.mayDraw;

    test('is one an item: written again it is changed, emptied it is deleted, and each time the message is owed', async () => {
      expect(mayDraw(await write(' 很順\u202e ', 'supervisor'))).toBe(true);
      expect(await notes()).toMatchObject([{ position: 2, text: '很順', visibility: 'supervisor' }]);
      await write('很順', 'only-me');
      expect(await notes()).toMatchObject([{ text: '很順', visibility: 'only-me' }]);
      await write('很順', 'only-me');
      expect((await row()).version).toBe(2);
      await write(' \n ');
      expect(await notes()).toEqual([]);
      expect((await row()).version).toBe(3);
    });

    test('that does not fit, or without who sees it, is not saved, and says why', async () => {
      expect(await write('x'.repeat(10_000), 'only-me')).toMatchObject({
        outcome: 'unfit',
        tooLong: [{ position: 2, length: 10_000, limit: 300 }],
      });
      expect(await write('很順')).toMatchObject({ outcome: 'unfit', noVisibility: true });
      expect(await notes()).toEqual([]);
    });

    const WRITTEN = { text: '原來的', visibility: 'supervisor' } as const;
    const PRIVATE = { text: '改成只給自己看的', visibility: 'only-me' } as const;

    test('promise 7: a form in which nothing is changed leaves what was written, unshared or deleted meanwhile', async () => {
      await write(WRITTEN.text, WRITTEN.visibility);
      const desktop = shownNoteOf(await current());
      await write(PRIVATE.text, PRIVATE.visibility);
      expect(newer(await send(desktop, WRITTEN.text, WRITTEN.visibility))).toEqual([]);
      expect(await current()).toEqual(PRIVATE);
      await write('');
      await send(desktop, WRITTEN.text, WRITTEN.visibility);
      expect(await current()).toBeUndefined();
    });

    test('an empty form leaves a note that was written meanwhile, whoever was chosen to see it', async () => {
      await write(PRIVATE.text, PRIVATE.visibility);
      const { version } = await row();
      await send(null, ' ', 'supervisor');
      expect(await current()).toEqual(PRIVATE);
      expect((await row()).version).toBe(version);
    });

    test.each<[string, string, Visibility]>([
      ['another text', '桌機寫的', 'supervisor'],
      ['another to see it', WRITTEN.text, 'only-me'],
      ['none any more', '', 'supervisor'],
    ])(
      'changed here and elsewhere, it is not written but said to be newer: %s',
      async (_what, typed, seenBy) => {
        await write(WRITTEN.text, WRITTEN.visibility);
        const desktop = shownNoteOf(await current());
        await write(PRIVATE.text, PRIVATE.visibility);
        expect(newer(await send(desktop, typed, seenBy))).toEqual([[2, typed]]);
        expect(await current()).toEqual(PRIVATE);
        // Whoever has seen what is there now may write over it.
        expect(newer(await send(shownNoteOf(await current()), typed, seenBy))).toEqual([]);
        expect(await current()).toEqual(typed === '' ? undefined : { text: typed, visibility: seenBy });
      },
    );

    test('changed here and only unshared elsewhere, it is not shared again', async () => {
      await write(WRITTEN.text, 'supervisor');
      const desktop = shownNoteOf(await current());
      await write(WRITTEN.text, 'only-me');
      expect(newer(await send(desktop, '桌機寫的', 'supervisor'))).toEqual([[2, '桌機寫的']]);
      expect(await current()).toEqual({ text: WRITTEN.text, visibility: 'only-me' });
    });

    test('changed here and deleted elsewhere, or written here and elsewhere, it is not written', async () => {
      await write(WRITTEN.text, WRITTEN.visibility);
      const desktop = shownNoteOf(await current());
      await write('');
      expect(newer(await send(desktop, '桌機寫的', 'supervisor'))).toEqual([[2, '桌機寫的']]);
      expect(await current()).toBeUndefined();
      await send(null, PRIVATE.text, PRIVATE.visibility);
      expect(newer(await send(null, '桌機寫的', 'supervisor'))).toEqual([[2, '桌機寫的']]);
      // The same form twice is no other.
      expect(newer(await send(null, PRIVATE.text, PRIVATE.visibility))).toEqual([]);
      expect(await current()).toEqual(PRIVATE);
    });

    test('in a form over all: a newer one stays, and everything else is saved', async () => {
      await write(WRITTEN.text, WRITTEN.visibility);
      const shown = await opened();
      await write(PRIVATE.text, PRIVATE.visibility);
      const given = { 0: { answer: 4, typed: '很順' }, 2: { typed: '桌機寫的' } } as const;
      const saved = await submit(shown, given, 'supervisor');
      expect(saved).toMatchObject({ outcome: 'saved' });
      expect(newer(saved)).toEqual([[2, '桌機寫的']]);
      expect(await answers()).toEqual([4, undefined, undefined, undefined]);
      expect(await current(0)).toEqual({ text: '很順', visibility: 'supervisor' });
      expect(await current()).toEqual(PRIVATE);
      expect(newer(await submit(shown, { 2: { typed: '' } }))).toEqual([[2, '']]);
      expect(await current()).toEqual(PRIVATE);
    });

    test('in a form needs who sees it only where one was written', async () => {
      expect(await submit(await opened(), { 0: { answer: 3, typed: '很順' } })).toMatchObject({
        outcome: 'unfit',
        noVisibility: true,
      });
      expect(await revisions()).toEqual([]);
      expect(await submit(await opened(), { 0: { answer: 3 } })).toMatchObject({ outcome: 'saved' });
    });
  });

  test('the readings of an indicator are the member’s own last five, newest first, without what was taken back', async () => {
    const { standardCode, indicatorCode } = (await checkIn()).items[0] ?? {};
    const { memberId } = await row();
    await counting.database.prisma.rating.deleteMany({ where: { memberId } });
    // Seven earlier check-ins asked the same, with answers 1, 2, 3, 4, 5, no opportunity, and one taken back.
    const earlier = [1, 2, 3, 4, 5, 'no-opportunity', 'taken-back'] as const;
    for (const [index, given] of earlier.entries()) {
      const at = new Date(Date.parse('2026-01-05T05:00:00Z') + index * 7 * 86_400_000);
      const id = shop.context.newId();
      const key = { workspaceId: shop.workspaceId, checkInId: id, standardCode, indicatorCode } as const;
      await counting.database.prisma.checkIn.create({
        data: {
          workspaceId: shop.workspaceId,
          checkInId: id,
          memberId,
          period: `2020-W${10 + index}`,
          createdAt: at,
          periodEndsAt: at,
          closesAt: at,
          items: {
            create: { position: 0, standardCode: standardCode ?? '', indicatorCode: indicatorCode ?? '' },
          },
        },
      });
      await counting.database.prisma.rating.create({
        data: {
          ...key,
          standardCode: standardCode ?? '',
          indicatorCode: indicatorCode ?? '',
          ratingId: shop.context.newId(),
          position: 0,
          memberId,
          kind: typeof given === 'number' ? 'score' : given,
          score: typeof given === 'number' ? given : null,
          actionTs: at.getTime() / 1_000,
          answeredAt: at,
          late: false,
          edited: false,
        },
      });
    }
    await submit(await opened(), { 0: { answer: 4 } });
    expect(await counting.statementsOf(() => itemOf(0))).toBe(1);
    const readings = (await itemOf(0))?.readings ?? [];
    expect(readings.map((each) => each.rating)).toEqual([4, 'no-opportunity', 5, 4, 3]);
    expect(readings[1]?.at).toEqual(new Date('2026-02-09T05:00:00Z'));
  });
});
