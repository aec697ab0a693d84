import { describe, expect, test } from '@jest/globals';
import { shownNoteOf } from '../../src/domain/check-in/form-changes.ts';
import type { Rating } from '../../src/domain/check-in/rating.ts';
import type { Visibility } from '../../src/domain/check-in/visibility.ts';
import type { WeeklyDigest } from '../../src/domain/digest/weekly-digest.ts';
import { followProfile } from '../../src/usecases/follow-profile.ts';
import { keepEvidence } from '../../src/usecases/keep-evidence.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { planDigests } from '../../src/usecases/plan-digests.ts';
import { recordNote } from '../../src/usecases/record-form.ts';
import { recordRating } from '../../src/usecases/record-rating.ts';
import { skipCheckIn } from '../../src/usecases/skip-check-in.ts';
import { summariseDigest } from '../../src/usecases/summarise-week.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { openShop, type Person, RETAIL, type Shop } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';

describe.each(STORES)('the weekly digest on $name', (store) => {
  const counting = sharedDatabase(store);

  const WEDNESDAY = '2026-11-18T05:00:00Z';
  const MONDAY = '2026-11-23T01:00:00Z';

  async function openTeam(workspaceId: string, size = 3): Promise<Shop> {
    const shop = await openShop(counting.database, workspaceId);
    const team: Person[] = Array.from({ length: size }, (_, index) => ({
      id: `U${index}`,
      standard: RETAIL,
      supervisor: 'UBOSS',
    }));
    await shop.hire([{ id: 'UBOSS' }, ...team]);
    await shop.start();
    shop.at(WEDNESDAY);
    await planCheckIns(shop.context);
    await shop.sendCheckIns();
    return shop;
  }

  let taps = 0;
  async function answer(shop: Shop, who: string, answers: (Rating | undefined)[], at: string): Promise<void> {
    const { checkIn } = await shop.checkInOf(who, '2026-W47');
    shop.at(at);
    for (const [position, given] of answers.entries()) {
      taps += 1;
      await recordRating(shop.context, {
        workspaceId: shop.workspaceId,
        slackUserId: who,
        checkInId: checkIn.checkInId,
        position,
        answer: given,
        actionTs: `${1_795_000_000 + taps}.000000`,
      });
    }
  }

  async function digestOf(shop: Shop, at = MONDAY): Promise<WeeklyDigest | undefined> {
    shop.at(at);
    await planDigests(shop.context);
    const row = await counting.database.prisma.digest.findFirst({
      where: { workspaceId: shop.workspaceId },
      orderBy: { createdAt: 'desc' },
    });
    return row === null
      ? undefined
      : (await summariseDigest(shop.context, shop.workspaceId, row.digestId))?.digest;
  }

  test('counts who was asked, what was answered and who was silent', async () => {
    const shop = await openTeam('T0COUNT');
    await answer(shop, 'U0', [5, 4, 3, 'no-opportunity'], '2026-11-18T06:00:00Z');
    await answer(shop, 'U1', [2], '2026-11-19T06:00:00Z');
    const digest = await digestOf(shop);
    expect(digest?.participation).toEqual({
      period: '2026-W47',
      membersAsked: 3,
      membersAnswered: 2,
      membersSkipped: 0,
      itemsAsked: 12,
      itemsAnswered: 5,
      itemsLate: 0,
    });
    expect(digest?.notAnswered).toEqual(['Name of U2']);
    expect(digest?.answeredInPart).toEqual([{ name: 'Name of U1', answered: 1, asked: 4 }]);
    expect(digest?.before.map(({ itemsAsked }) => itemsAsked)).toEqual([0, 0, 0, 0]);
  });

  test('promise 8: what reached somebody only after the cut-off asked them nothing that week', async () => {
    const shop = await openTeam('T0TOOLATE');
    await answer(shop, 'U0', [5], '2026-11-18T06:00:00Z');
    const { workspaceId } = shop;
    const { memberId } = await counting.database.prisma.member.findFirstOrThrow({
      where: { workspaceId, slackUserId: 'U1' },
    });
    const toU1 = { where: { workspaceId, memberId, kind: 'check-in' } };
    for (const data of [
      { state: 'sent', reachedAt: new Date(MONDAY) },
      { state: 'sending', reachedAt: null },
      { state: 'queued', reachedAt: null },
    ]) {
      await counting.database.prisma.delivery.updateMany({ ...toU1, data });
      const digest = await digestOf(shop);
      expect(digest?.notAnswered).toEqual(['Name of U2']);
      expect(digest?.participation).toMatchObject({ membersAsked: 2, itemsAsked: 8 });
    }
    await counting.database.prisma.delivery.updateMany({ ...toU1, data: { state: 'uncertain' } });
    expect((await digestOf(shop))?.notAnswered).toEqual(['Name of U1', 'Name of U2']);
  });

  const skip = async (shop: Shop, who: string, at: string) => {
    const { checkIn } = await shop.checkInOf(who, '2026-W47');
    shop.at(at);
    const target = { workspaceId: shop.workspaceId, slackUserId: who, checkInId: checkIn.checkInId };
    await skipCheckIn(shop.context, { ...target, written: '盤點' });
  };

  test('a skipped check-in was not asked: nobody is named for it, whenever it was skipped', async () => {
    const shop = await openTeam('T0SKIPPED', 4);
    await answer(shop, 'U0', [5, 4, 3, 2], '2026-11-18T06:00:00Z');
    await answer(shop, 'U1', [1], '2026-11-18T06:00:00Z');
    await skip(shop, 'U1', '2026-11-19T06:00:00Z');
    await skip(shop, 'U2', '2026-11-19T06:00:00Z');
    await skip(shop, 'U3', '2026-11-23T00:30:00Z');
    const digest = await digestOf(shop);
    expect(digest?.participation).toMatchObject({
      membersAsked: 1,
      membersAnswered: 1,
      membersSkipped: 3,
      itemsAsked: 4,
    });
    expect(digest?.notAnswered).toEqual([]);
    expect(digest?.answeredInPart).toEqual([]);
    expect(digest?.teamSize).toBe(4);
    // What was answered before is a standing all the same.
    expect(digest?.tasks.reduce((sum, task) => sum + task.covered, 0)).toBe(5);
  });

  test('whoever answers after all was asked', async () => {
    const shop = await openTeam('T0AFTERALL', 1);
    await skip(shop, 'U0', '2026-11-19T06:00:00Z');
    await answer(shop, 'U0', [5], '2026-11-20T06:00:00Z');
    expect((await digestOf(shop))?.participation).toMatchObject({
      membersAsked: 1,
      membersSkipped: 0,
      itemsAnswered: 1,
    });
  });

  test('whoever was switched off when their week ended, and is back, was not asked', async () => {
    const shop = await openTeam('T0RETURNED', 2);
    await counting.database.prisma.delivery.updateMany({
      where: { workspaceId: shop.workspaceId },
      data: { state: 'sent' },
    });
    const said = (standing: 'person' | 'deactivated', at: string) => {
      shop.at(at);
      return followProfile(shop.context, shop.workspaceId, {
        slackUserId: 'U0',
        email: undefined,
        displayName: 'Name of U0',
        timeZone: 'Asia/Taipei',
        slackLocale: 'zh-TW',
        standing,
        changedAt: undefined,
      });
    };
    await said('deactivated', '2026-11-19T05:00:00Z');
    expect(await said('person', '2026-11-22T16:30:00Z')).toBe('returned');
    const digest = await digestOf(shop);
    expect(digest?.participation).toMatchObject({ membersAsked: 1, itemsAsked: 4 });
    expect(digest?.notAnswered).toEqual(['Name of U1']);
    // Nor is it counted when the next digest looks back.
    shop.at('2026-11-25T05:00:00Z');
    await planCheckIns(shop.context);
    await shop.sendCheckIns();
    expect((await digestOf(shop, '2026-11-30T01:00:00Z'))?.before.at(-1)).toMatchObject({ membersAsked: 1 });
  });

  test('no digest for a period in which everybody skipped', async () => {
    const shop = await openTeam('T0ALLSKIP', 2);
    await skip(shop, 'U0', '2026-11-19T06:00:00Z');
    await skip(shop, 'U1', '2026-11-19T06:00:00Z');
    expect(await digestOf(shop)).toBeUndefined();
  });

  describe('a check-in that never reached anybody', () => {
    const deliver = (shop: Shop, who: string, data: { state: string; reason?: string; heldUntil?: Date }) =>
      counting.database.prisma.delivery.updateMany({
        where: { workspaceId: shop.workspaceId, kind: 'check-in', member: { slackUserId: who } },
        data,
      });

    test.each([
      ['closed', { state: 'cancelled', reason: 'closed' }],
      ['left', { state: 'cancelled', reason: 'recipient-left' }],
      ['refused', { state: 'failed', reason: 'channel_not_found' }],
      ['held', { state: 'queued', reason: 'away', heldUntil: new Date('2026-11-26T01:00:00Z') }],
    ])('%s before it was sent: nobody is named for it', async (how, fate) => {
      const shop = await openTeam(`T0UNSENT${how.toUpperCase()}`);
      await answer(shop, 'U0', [5, 4, 3, 2], '2026-11-18T06:00:00Z');
      await deliver(shop, 'U1', fate);
      const digest = await digestOf(shop);
      expect(digest?.participation).toMatchObject({ membersAsked: 2, membersAnswered: 1, itemsAsked: 8 });
      expect(digest?.notAnswered).toEqual(['Name of U2']);
      expect(digest?.teamSize).toBe(3);
    });

    test('counts where it was answered from Home, and where it was skipped', async () => {
      const shop = await openTeam('T0UNSENTHOME');
      await answer(shop, 'U0', [5], '2026-11-18T06:00:00Z');
      await skip(shop, 'U1', '2026-11-19T06:00:00Z');
      for (const who of ['U0', 'U1', 'U2'])
        await deliver(shop, who, { state: 'cancelled', reason: 'closed' });
      const digest = await digestOf(shop);
      expect(digest?.participation).toMatchObject({ membersAsked: 1, membersAnswered: 1, membersSkipped: 1 });
      expect(digest?.answeredInPart).toEqual([{ name: 'Name of U0', answered: 1, asked: 4 }]);
    });

    test('answered from Home after the cut-off, it was not asked in its week', async () => {
      const shop = await openTeam('T0UNSENTLATE', 2);
      await answer(shop, 'U0', [5], '2026-11-18T06:00:00Z');
      await deliver(shop, 'U1', { state: 'cancelled', reason: 'recipient-left' });
      await answer(shop, 'U1', [5], '2026-11-22T16:00:01Z');
      expect((await digestOf(shop))?.participation.membersAsked).toBe(1);
    });

    test('is no reason for a digest', async () => {
      const shop = await openTeam('T0UNSENTALL', 1);
      await deliver(shop, 'U0', { state: 'cancelled', reason: 'closed' });
      expect(await digestOf(shop)).toBeUndefined();
    });
  });

  const write = async (
    shop: Shop,
    who: string,
    typed: string,
    at: string,
    visibility: Visibility,
    period = '2026-W47',
  ) => {
    const { checkIn } = await shop.checkInOf(who, period);
    shop.at(at);
    const target = { workspaceId: shop.workspaceId, slackUserId: who, checkInId: checkIn.checkInId };
    const shown = shownNoteOf(checkIn.items[0]?.note);
    const saved = await recordNote(shop.context, target, { position: 0, shown, typed, visibility });
    expect(saved.outcome).toBe('saved');
  };
  const show = async (
    shop: Shop,
    who: string,
    link: string,
    at: string,
    visibility: Visibility,
    kind: 'link' | 'message' = 'link',
  ) => {
    const { checkIn } = await shop.checkInOf(who, '2026-W47');
    const indicator = checkIn.items[0];
    if (indicator === undefined) throw new Error('a check-in without items');
    shop.at(at);
    const me = { workspaceId: shop.workspaceId, slackUserId: who };
    await keepEvidence(shop.context, me, { indicator, kind, link, title: '', visibility });
  };
  const sharedIn = (digest: WeeklyDigest | undefined) =>
    digest?.shared.newest.map(({ name, shared }) => [
      name,
      shared.kind === 'note' ? shared.text : shared.url,
    ]);

  test('shows what the team shared with its supervisor, newest first, and nothing else', async () => {
    const shop = await openTeam('T0SHARED');
    await write(shop, 'U0', '退貨少了一半', '2026-11-18T06:00:00Z', 'supervisor');
    await show(shop, 'U0', 'https://shop.example/a', '2026-11-20T06:00:00Z', 'supervisor');
    await write(shop, 'U1', '今年想轉調', '2026-11-19T06:00:00Z', 'only-me');
    await show(shop, 'U1', 'https://shop.example/mine', '2026-11-19T06:00:00Z', 'only-me');
    await write(shop, 'U2', '倉庫搬完了', '2026-11-19T06:00:00Z', 'supervisor');
    const digest = await digestOf(shop);
    expect(sharedIn(digest)).toEqual([
      ['Name of U0', 'https://shop.example/a'],
      ['Name of U2', '倉庫搬完了'],
      ['Name of U0', '退貨少了一半'],
    ]);
    expect(digest?.shared.total).toBe(3);
  });

  test('tells a message in Slack from a link', async () => {
    const shop = await openTeam('T0KINDS');
    await show(shop, 'U0', 'https://shop.example/a', '2026-11-19T06:00:00Z', 'supervisor');
    await show(shop, 'U0', 'https://shop.slack.com/p1', '2026-11-20T06:00:00Z', 'supervisor', 'message');
    const digest = await digestOf(shop);
    expect(digest?.shared.newest.map(({ shared }) => shared.kind)).toEqual(['message', 'link']);
  });

  test('what was written or shared after the cut-off is in the next one, and in none before', async () => {
    const shop = await openTeam('T0SHARELATE', 3);
    await write(shop, 'U0', '週日寫的', '2026-11-22T15:59:59Z', 'supervisor');
    await write(shop, 'U1', '週一寫的', '2026-11-22T16:00:00Z', 'supervisor');
    await show(shop, 'U2', 'https://shop.example/b', '2026-11-19T06:00:00Z', 'only-me');
    await show(shop, 'U2', 'https://shop.example/b', '2026-11-22T17:00:00Z', 'supervisor');
    expect(sharedIn(await digestOf(shop))).toEqual([['Name of U0', '週日寫的']]);
    // Saved again as it is, it was not shared again.
    await show(shop, 'U2', 'https://shop.example/b', '2026-11-30T00:30:00Z', 'supervisor');
    shop.at('2026-11-25T05:00:00Z');
    await planCheckIns(shop.context);
    await shop.sendCheckIns();
    expect(sharedIn(await digestOf(shop, '2026-11-30T01:00:00Z'))).toEqual([
      ['Name of U2', 'https://shop.example/b'],
      ['Name of U1', '週一寫的'],
    ]);
  });

  test('what was shared in weeks without a digest is in the next one', async () => {
    const shop = await openTeam('T0SHAREGAP', 2);
    expect(sharedIn(await digestOf(shop))).toEqual([]);
    await write(shop, 'U0', '沒有週報的那一週', '2026-11-24T06:00:00Z', 'supervisor');
    // Nobody is asked anything in W48.
    shop.at('2026-12-02T05:00:00Z');
    await planCheckIns(shop.context);
    await shop.sendCheckIns();
    const digest = await digestOf(shop, '2026-12-07T01:00:00Z');
    expect([digest?.period, sharedIn(digest)]).toEqual(['2026-W49', [['Name of U0', '沒有週報的那一週']]]);
  });

  test('promise 7: what was shared with an earlier supervisor is not the new one’s, also after weeks without a digest', async () => {
    const shop = await openTeam('T0SHAREMOVE', 2);
    await digestOf(shop);
    await shop.hire([
      { id: 'UNEW' },
      { id: 'UBOSS' },
      { id: 'U0', standard: RETAIL, supervisor: 'UBOSS' },
      { id: 'U1', standard: RETAIL, supervisor: 'UNEW' },
    ]);
    shop.at('2026-11-25T05:00:00Z');
    await planCheckIns(shop.context);
    await shop.sendCheckIns();
    await digestOf(shop, '2026-11-30T01:00:00Z');
    const readers = await counting.database.prisma.digest.findMany({
      where: { workspaceId: shop.workspaceId, period: '2026-W48' },
      include: { supervisor: true },
    });
    expect(readers.map(({ supervisor }) => supervisor.slackUserId).toSorted()).toEqual(['UBOSS', 'UNEW']);
    await write(shop, 'U0', '給 UBOSS 的', '2026-12-01T01:00:00Z', 'supervisor', '2026-W48');
    shop.at('2026-12-08T01:00:00Z');
    await shop.hire([
      { id: 'UNEW' },
      { id: 'UBOSS' },
      { id: 'U0', standard: RETAIL, supervisor: 'UNEW' },
      { id: 'U1', standard: RETAIL, supervisor: 'UNEW' },
    ]);
    shop.at('2026-12-09T05:00:00Z');
    await planCheckIns(shop.context);
    await shop.sendCheckIns();
    const digest = await digestOf(shop, '2026-12-14T01:00:00Z');
    expect([digest?.period, digest?.teamSize, sharedIn(digest)]).toEqual(['2026-W50', 2, []]);
  });

  test('what is taken back before the digest is read is not in it', async () => {
    const shop = await openTeam('T0UNSHARED', 2);
    await write(shop, 'U0', '先分享', '2026-11-18T06:00:00Z', 'supervisor');
    await write(shop, 'U0', '先分享', '2026-11-22T17:00:00Z', 'only-me');
    expect((await digestOf(shop))?.shared).toEqual({ newest: [], total: 0 });
  });

  test('promise 7: what is shared with one supervisor is in no other one’s digest', async () => {
    const shop = await openShop(counting.database, 'T0TWOTEAMS');
    await shop.hire([
      { id: 'UBOSS' },
      { id: 'UOTHER' },
      { id: 'U0', standard: RETAIL, supervisor: 'UBOSS' },
      { id: 'U1', standard: RETAIL, supervisor: 'UOTHER' },
    ]);
    await shop.start();
    shop.at(WEDNESDAY);
    await planCheckIns(shop.context);
    await shop.sendCheckIns();
    await write(shop, 'U0', '給 UBOSS', '2026-11-18T06:00:00Z', 'supervisor');
    await write(shop, 'U1', '給 UOTHER', '2026-11-18T06:00:00Z', 'supervisor');
    shop.at(MONDAY);
    await planDigests(shop.context);
    const rows = await counting.database.prisma.digest.findMany({
      where: { workspaceId: shop.workspaceId },
      include: { supervisor: true },
    });
    const read = await Promise.all(
      rows.map(async ({ digestId, supervisor }) => {
        const summary = await summariseDigest(shop.context, shop.workspaceId, digestId);
        return [supervisor.slackUserId, sharedIn(summary?.digest)];
      }),
    );
    expect(Object.fromEntries(read)).toEqual({
      UBOSS: [['Name of U0', '給 UBOSS']],
      UOTHER: [['Name of U1', '給 UOTHER']],
    });
  });

  test('shows ten and counts the rest', async () => {
    const shop = await openTeam('T0MANYSHARED', 13);
    for (let index = 0; index < 13; index += 1) {
      await write(shop, `U${index}`, `第 ${index} 則`, '2026-11-18T06:00:00Z', 'supervisor');
    }
    const digest = await digestOf(shop);
    expect([digest?.shared.newest.length, digest?.shared.total]).toEqual([10, 13]);
  });

  test('promise 4: no opportunity is outside the figures and inside the coverage', async () => {
    const shop = await openTeam('T0NOOP', 1);
    await answer(shop, 'U0', ['no-opportunity', 'no-opportunity', 2, 2], '2026-11-18T06:00:00Z');
    const digest = await digestOf(shop);
    const covered = digest?.tasks.reduce((sum, task) => sum + task.covered, 0);
    const n = digest?.tasks.reduce((sum, task) => sum + (task.figure?.n ?? 0), 0);
    expect({ covered, n }).toEqual({ covered: 4, n: 2 });
    expect(digest?.largestGaps.every(({ median, gap }) => median === 2 && gap === 2)).toBe(true);
  });

  test('is as of its cut-off, however late it is rendered: later answers wait for the next one', async () => {
    const shop = await openTeam('T0CUTOFF');
    await answer(shop, 'U0', [3, 3], '2026-11-22T15:59:59Z');
    shop.at(MONDAY);
    await planDigests(shop.context);
    await answer(shop, 'U0', [1, undefined, 5], '2026-11-22T16:00:01Z');
    const digest = await digestOf(shop, '2026-11-24T01:00:00Z');
    expect(digest?.participation.itemsAnswered).toBe(2);
    shop.at('2026-11-25T05:00:00Z');
    await planCheckIns(shop.context);
    await shop.sendCheckIns();
    const next = await digestOf(shop, '2026-11-30T01:00:00Z');
    expect(next?.period).toBe('2026-W48');
    // Position 0 was answered in time and edited late; 1 was taken back; 2 came late.
    expect(next?.before.at(-1)).toMatchObject({ period: '2026-W47', itemsAnswered: 2, itemsLate: 1 });
  });

  test('an answer that was taken back falls back on the one before it', async () => {
    const shop = await openTeam('T0BACK', 1);
    await answer(shop, 'U0', [4], '2026-11-18T06:00:00Z');
    await answer(shop, 'U0', [undefined], '2026-11-18T07:00:00Z');
    const digest = await digestOf(shop);
    expect(digest?.tasks.every(({ covered }) => covered === 0)).toBe(true);
    expect(digest?.notAnswered).toEqual(['Name of U0']);
  });

  test('no digest for a period in which nobody was asked', async () => {
    const shop = await openShop(counting.database, 'T0NOBODY');
    await shop.hire([{ id: 'UBOSS' }, { id: 'U0', standard: RETAIL, supervisor: 'UBOSS' }]);
    await shop.start();
    expect(await digestOf(shop, '2026-11-16T02:00:00Z')).toBeUndefined();
    expect(await counting.database.prisma.delivery.count({ where: { workspaceId: 'T0NOBODY' } })).toBe(0);
  });

  test('promise 2: one digest per supervisor and period, however many processes tick', async () => {
    const shop = await openTeam('T0ONCE');
    shop.at(MONDAY);
    await Promise.all([planDigests(shop.context), planDigests(shop.context), planDigests(shop.context)]);
    expect(
      await counting.database.prisma.delivery.count({
        where: { workspaceId: 'T0ONCE', kind: 'weekly-digest' },
      }),
    ).toBe(1);
  });

  test('promise 7: the team is whoever the supervisor had on the last day of the period', async () => {
    const shop = await openTeam('T0MOVED', 2);
    await counting.database.prisma.supervision.updateMany({
      where: { workspaceId: 'T0MOVED', member: { slackUserId: 'U1' } },
      data: { untilDate: new Date('2026-11-22T00:00:00Z') },
    });
    expect((await digestOf(shop))?.teamSize).toBe(1);
  });

  test('as many statements for a team of sixty as for a team of two', async () => {
    const statementsFor = async (workspaceId: string, size: number): Promise<number> => {
      const shop = await openTeam(workspaceId, size);
      shop.at(MONDAY);
      await planDigests(shop.context);
      const { digestId } = await counting.database.prisma.digest.findFirstOrThrow({ where: { workspaceId } });
      return await counting.statementsOf(() => summariseDigest(shop.context, workspaceId, digestId));
    };
    const forTwo = await statementsFor('T0SMALL', 2);
    expect(forTwo).toBe(4);
    expect(await statementsFor('T0LARGE', 60)).toBe(forTwo);
  });
});
