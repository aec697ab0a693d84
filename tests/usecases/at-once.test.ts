import { beforeEach, expect, test } from '@jest/globals';
import type { UserProfile } from '../../src/domain/people/directory.ts';
import { NOTICE_VERSION } from '../../src/domain/people/notice.ts';
import { claimReminders } from '../../src/storage/check-ins/claim-reminders.ts';
import { settleReminders } from '../../src/storage/check-ins/settle-reminders.ts';
import type { Database, Queryable } from '../../src/storage/database.ts';
import { deactivateMember } from '../../src/storage/people/follow-member.ts';
import { lockMember } from '../../src/storage/people/lock-member.ts';
import { acknowledgeNotice } from '../../src/usecases/acknowledge-notice.ts';
import type { Context } from '../../src/usecases/context.ts';
import { followProfile } from '../../src/usecases/follow-profile.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { recordNote, type SavedForm } from '../../src/usecases/record-form.ts';
import { removeNote } from '../../src/usecases/remove-own-entry.ts';
import { setLeave } from '../../src/usecases/set-leave.ts';
import { type StartedCheckIn, startCheckIn } from '../../src/usecases/start-check-in.ts';
import { openShop, RETAIL, type Shop } from '../support/shop.ts';
import { describeTwoProcesses } from '../support/two-processes.ts';

const WEDNESDAY = '2026-11-18T05:00:00Z';
const A_WEEK_LATER = '2026-11-25T05:00:00Z';

/** Transactions that meet halfway; the embedded database has one at a time. */
describeTwoProcesses((counting, other) => {
  let shop: Shop;
  let shops = 0;

  beforeEach(async () => {
    const { prisma } = counting.database;
    // The tick serves all workspaces: of the tests before nothing is due any more.
    await prisma.checkIn.updateMany({ data: { remindAt: null } });
    await prisma.memberSchedule.deleteMany();
    shops += 1;
    shop = await openShop(counting.database, `T0ATONCE${shops}`);
    await shop.hire([
      { id: 'UMEI', standard: RETAIL },
      { id: 'UAN', standard: RETAIL },
    ]);
    await shop.start();
    shop.at(WEDNESDAY);
  });

  /** The shop as the other process has it, where `meanwhile` happens each time it has locked what it works on. */
  const otherProcess = (meanwhile: () => Promise<void> | void): Context => ({
    ...shop.context,
    database: other(),
    calendars: {
      ...shop.context.calendars,
      read: async (...asked) => {
        await meanwhile();
        return await shop.context.calendars.read(...asked);
      },
    },
  });
  const moved: UserProfile = {
    slackUserId: 'UMEI',
    email: undefined,
    displayName: 'Name of UMEI',
    timeZone: 'Asia/Tokyo',
    slackLocale: undefined,
    standing: 'person',
    changedAt: undefined,
  };

  /** Until somebody waits for a lock that somebody else has. */
  const somebodyWaits = async () => {
    for (;;) {
      const waiting = await counting.database.prisma.$queryRaw<unknown[]>`
        SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      if (waiting.length > 0) return;
    }
  };

  test('somebody moves while the tick makes their check-in: one waits for the other, and both are done at the first try', async () => {
    let tries = 0;
    let following: Promise<string> | undefined;
    const follower: Context = {
      ...otherProcess(() => {
        tries += 1;
      }),
      database: counting.database,
    };
    const ticking = otherProcess(async () => {
      following ??= followProfile(follower, shop.workspaceId, moved);
      await Promise.race([following, somebodyWaits()]);
    });
    expect(await planCheckIns(ticking)).toBe(2);
    expect(await following).toBe('changed');
    expect(tries).toBe(1);
    expect(await shop.checkInsOf('2026-W47')).toHaveLength(2);
  });

  test('somebody asks for a check-in while the tick notes that theirs is not held: it is one or the other', async () => {
    const { workspaceId, context } = shop;
    const away = { workspaceId, slackUserId: 'UMEI', from: '2026-11-18', lastDay: '2026-11-22' };
    expect(await setLeave(context, away)).toMatchObject({ outcome: 'done' });
    let starting: Promise<StartedCheckIn> | undefined;
    const ticking: Context = {
      ...context,
      database: other(),
      // Everything is written by then, and nothing committed.
      wakeSender: async () => {
        starting = startCheckIn(context, { workspaceId, slackUserId: 'UMEI' });
        await Promise.race([starting, somebodyWaits()]);
      },
    };
    expect(await planCheckIns(ticking)).toBe(1);
    expect(await starting).toMatchObject({ outcome: 'closed-for-this-period' });
    const held = await shop.checkInsOf('2026-W47');
    const notHeld = await counting.database.prisma.notHeld.findMany({ where: { workspaceId } });
    expect(held.map(({ recipient }) => recipient.slackUserId)).toEqual(['UAN']);
    expect(notHeld.map(({ period, reason }) => [period, reason])).toEqual([['2026-W47', 'on-leave']]);
  });

  test('the notice is read by two taps at once: the check-in that waited comes, whichever has the lock', async () => {
    const { workspaceId, context } = shop;
    const { prisma } = counting.database;
    await prisma.noticeAcknowledgement.deleteMany({ where: { workspaceId } });
    await planCheckIns(context);
    const mei = await prisma.member.findFirstOrThrow({ where: { workspaceId, slackUserId: 'UMEI' } });
    const tap = { workspaceId, slackUserId: 'UMEI', memberId: mei.memberId, version: NOTICE_VERSION };
    const { promise: isLocked, resolve: lock } = Promise.withResolvers<void>();
    const { promise: isOver, resolve: end } = Promise.withResolvers<void>();
    let second: Promise<unknown> | undefined;
    let transactions = 0;
    const first: Context = {
      ...context,
      database: {
        ...counting.database,
        // What is due is made in another transaction than the reading is noted in.
        prisma: new Proxy(prisma, {
          get: (target, key, receiver) => {
            if (key !== '$transaction') return Reflect.get(target, key, receiver);
            return async (work: (tx: Queryable) => Promise<unknown>) => {
              transactions += 1;
              if (transactions === 2) {
                const whileLocked = otherProcess(async () => {
                  lock();
                  await isOver;
                });
                second = acknowledgeNotice(whileLocked, tap);
                await isLocked;
              }
              return await target.$transaction(work);
            };
          },
        }),
      },
    };
    await acknowledgeNotice(first, tap);
    end();
    await second;
    expect((await shop.checkInsOf('2026-W47')).map(({ recipient }) => recipient.slackUserId)).toEqual([
      'UMEI',
    ]);
  });

  test('somebody leaves while they are reminded: neither waits for the other', async () => {
    const { workspaceId, context } = shop;
    await planCheckIns(context);
    const now = new Date(A_WEEK_LATER);
    const { promise: isLocked, resolve: lock } = Promise.withResolvers<void>();
    let leaving: Promise<void> | undefined;
    await counting.database.prisma.$transaction(async (tx) => {
      const claimed = await claimReminders(tx, now, 10);
      expect(claimed).toHaveLength(2);
      leaving = other().prisma.$transaction(async (leavingTx) => {
        const known = await lockMember(leavingTx, workspaceId, 'UMEI');
        if (known === undefined) throw new Error('UMEI is a member');
        lock();
        await deactivateMember(leavingTx, known, shop.context.now());
      });
      await isLocked;
      const settled = claimed.map(({ checkInId, memberId, remindAt, asked }) => ({
        workspaceId,
        checkInId,
        memberId,
        remindAt,
        asked,
        deliveryId: context.newId(),
        nextAt: undefined,
        nextAsked: false,
        sentUnasked: 1,
      }));
      await settleReminders(tx, settled, now);
    });
    await leaving;
    const members = await counting.database.prisma.member.findMany({ where: { workspaceId, active: true } });
    expect(members.map(({ slackUserId }) => slackUserId)).toEqual(['UAN']);
  });

  test('a note is removed on Home while it is written anew: one waits for the other, and what is written stays', async () => {
    const { workspaceId, context } = shop;
    await planCheckIns(context);
    const { checkIn } = await shop.checkInOf('UMEI', '2026-W47');
    const me = { workspaceId, slackUserId: 'UMEI' };
    const target = { ...me, checkInId: checkIn.checkInId };
    const write = (typed: string) =>
      recordNote(context, target, { position: 0, shown: null, typed, visibility: 'only-me' });
    await write('很順');
    const notes = () => counting.database.prisma.note.findMany({ where: { workspaceId } });
    const [before] = await notes();
    let writing: Promise<SavedForm> | undefined;
    const removing: Context = {
      ...context,
      database: betweenStatements(other(), /DELETE FROM note|FOR UPDATE/, async () => {
        writing ??= write('更順');
        await Promise.race([writing, somebodyWaits()]);
      }),
    };
    expect(await removeNote(removing, { ...me, id: `${before?.noteId}` })).toMatchObject({
      outcome: 'saved',
    });
    expect(await writing).toMatchObject({ outcome: 'saved' });
    expect(await notes()).toMatchObject([{ text: '更順' }]);
  });
});

/** The database as one has it to whom something happens after each statement of a transaction that is like `such`. */
function betweenStatements(database: Database, such: RegExp, happens: () => Promise<void>): Database {
  const { prisma } = database;
  const slowly = (tx: Queryable): Queryable =>
    new Proxy(tx, {
      get: (target, key, receiver) => {
        if (key !== '$queryRaw' && key !== '$executeRaw') return Reflect.get(target, key, receiver);
        return async (sql: TemplateStringsArray, ...values: unknown[]) => {
          const answer = await target[key](sql, ...values);
          if (such.test(sql.join(' '))) await happens();
          return answer;
        };
      },
    });
  return {
    ...database,
    prisma: new Proxy(prisma, {
      get: (target, key, receiver) => {
        if (key !== '$transaction') return Reflect.get(target, key, receiver);
        return async (work: (tx: Queryable) => Promise<unknown>) =>
          await target.$transaction(async (tx) => await work(slowly(tx)));
      },
    }),
  };
}
