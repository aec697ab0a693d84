import { beforeEach, describe, expect, test } from '@jest/globals';
import { keepEvidence } from '../../src/usecases/keep-evidence.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { recordForm, recordNote } from '../../src/usecases/record-form.ts';
import { recordRating } from '../../src/usecases/record-rating.ts';
import { remindOfCheckIn } from '../../src/usecases/remind-of-check-in.ts';
import { removeEvidence, removeNote } from '../../src/usecases/remove-own-entry.ts';
import { reopenCheckIn } from '../../src/usecases/reopen-check-in.ts';
import { answerAfterAll, skipCheckIn } from '../../src/usecases/skip-check-in.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { openShop, RETAIL, type Shop } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';

/** U1 has a check-in with a note, and evidence. */
describe.each(STORES)(
  'promise 7: only its member changes a check-in and what belongs to it, on $name',
  (store) => {
    const counting = sharedDatabase(store);
    let shop: Shop;
    let shops = 0;
    let checkInId: string;

    const who = (slackUserId: string) => ({ workspaceId: shop.workspaceId, slackUserId });

    beforeEach(async () => {
      shops += 1;
      shop = await openShop(counting.database, `T0OWN${shops}`);
      await shop.hire(['U1', 'U2'].map((id) => ({ id, standard: RETAIL })));
      await shop.start();
      shop.at('2026-11-18T05:00:00Z');
      await planCheckIns(shop.context);
      const { checkIn } = await shop.checkInOf('U1', '2026-W47');
      ({ checkInId } = checkIn);
      const note = { position: 0, shown: null, typed: '自己的話', visibility: 'only-me' } as const;
      expect(await recordNote(shop.context, { ...who('U1'), checkInId }, note)).toMatchObject({
        outcome: 'saved',
      });
      const [indicator] = checkIn.items;
      if (indicator === undefined) throw new Error('a check-in without items');
      const link = {
        kind: 'link',
        link: 'https://shop.example/a',
        title: '',
        visibility: 'only-me',
      } as const;
      expect(await keepEvidence(shop.context, who('U1'), { indicator, ...link })).toEqual({
        outcome: 'kept',
        visibility: 'only-me',
        changed: expect.objectContaining({ outcome: 'saved' }),
      });
    });

    const kept = async () => {
      const where = { workspaceId: shop.workspaceId };
      const { prisma } = counting.database;
      return {
        notes: await prisma.note.findMany({ where }),
        evidence: await prisma.evidence.findMany({ where }),
        ratings: await prisma.rating.findMany({ where }),
        checkIns: await prisma.checkIn.findMany({ where, orderBy: { checkInId: 'asc' } }),
      };
    };

    /** Everything that somebody could try on the check-in of U1. */
    const tryAll = async (slackUserId: string) => {
      const { notes, evidence } = await kept();
      const mine = { ...who(slackUserId), checkInId };
      const tap = { position: 1, answer: 5, actionTs: '1795000001.000000' } as const;
      await recordRating(shop.context, { ...mine, ...tap });
      const row = { position: 2, answer: 3, typed: '別人寫的' } as const;
      await recordForm(shop.context, mine, { shown: [], rows: [row], visibility: 'only-me' });
      await recordNote(shop.context, mine, {
        position: 1,
        shown: null,
        typed: '別人寫的',
        visibility: 'supervisor',
      });
      await skipCheckIn(shop.context, { ...mine, written: '' });
      await answerAfterAll(shop.context, mine);
      await remindOfCheckIn(shop.context, { ...mine, when: 'in-an-hour' });
      await reopenCheckIn(shop.context, { ...mine, reopened: true });
      for (const { noteId: id } of notes) await removeNote(shop.context, { ...who(slackUserId), id });
      for (const { evidenceId: id } of evidence)
        await removeEvidence(shop.context, { ...who(slackUserId), id });
    };

    test('a colleague changes nothing, whatever they send', async () => {
      const before = await kept();
      await tryAll('U2');
      expect(await kept()).toEqual(before);
    });

    test('nor does the member whose account is switched off', async () => {
      await counting.database.prisma.member.updateMany({
        where: who('U1'),
        data: { active: false },
      });
      const before = await kept();
      await tryAll('U1');
      expect(await kept()).toEqual(before);
    });

    test('the member does all of it', async () => {
      const before = await kept();
      await tryAll('U1');
      const after = await kept();
      expect(after).toMatchObject({ evidence: [] });
      expect(new Set(after.notes.map(({ position }) => position))).toEqual(new Set([1, 2]));
      expect(after.ratings.length).toBeGreaterThan(before.ratings.length);
      expect(after.checkIns).not.toEqual(before.checkIns);
    });
  },
);
