import { beforeEach, describe, expect, test } from '@jest/globals';
import { sendTurn } from '../../src/delivery/sender.ts';
import type { UserProfile } from '../../src/domain/people/directory.ts';
import { claimUndrawn, finishDrawing } from '../../src/storage/check-ins/drawing.ts';
import { drawingTimes } from '../../src/usecases/draw-check-in.ts';
import { followProfile } from '../../src/usecases/follow-profile.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { planReminders } from '../../src/usecases/plan-reminders.ts';
import { profileOf } from '../support/profile-of.ts';
import { senderPartsOf } from '../support/sender-parts-of.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { openShop, type Person, RETAIL, type Shop } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';
import { twoTeams } from '../support/two-teams.ts';

const WEDNESDAY = '2026-11-18T13:00+08:00';

describe.each(STORES)('the message of an open check-in on $name', (store) => {
  const counting = sharedDatabase(store);
  let shop: Shop;
  let shops = 0;

  const people = { U0: 'UA', U1: 'UA', U2: 'UB' };

  async function open(workspaceId: string, supervisors: Record<string, string>): Promise<void> {
    shop = await openShop(counting.database, workspaceId);
    await shop.hire(twoTeams(supervisors));
    await shop.start();
    shop.at(WEDNESDAY);
    await planCheckIns(shop.context);
  }

  beforeEach(async () => {
    shops += 1;
    await open(`T0REDRAW${shops}`, people);
    let posted = 0;
    const post = async ({ recipient }: { recipient: string }) => {
      posted += 1;
      return { channel: `D${recipient}`, ts: `1795000000.${String(posted).padStart(6, '0')}` };
    };
    await sendTurn(senderPartsOf(shop.context, post), shop.workspaceId, new AbortController().signal);
    shop.at('2026-11-19T10:00+08:00');
  });
  const redrawn = async () => {
    const { prisma } = counting.database;
    const times = drawingTimes(shop.context);
    const owed = await claimUndrawn(prisma, shop.workspaceId, 10, times);
    for (const { checkIn } of owed) {
      const drawn = { ...checkIn, doubtful: false, beganAt: times.machineNow };
      await finishDrawing(prisma, drawn, times);
    }
    return owed
      .map(({ recipient, audience }) => [recipient.slackUserId, audience.supervisors] as const)
      .toSorted(([one], [other]) => one.localeCompare(other));
  };
  const change = (changes: Record<string, Partial<Person>>, supervisors: Record<string, string> = people) =>
    shop.hire(twoTeams(supervisors).map((person) => ({ ...person, ...changes[person.id] })));
  const said = (id: string, changes: Partial<UserProfile> = {}) =>
    followProfile(shop.context, shop.workspaceId, profileOf(id, changes));

  test('promise 7: is drawn anew and names the supervisor whom the roster gives, and no other message is', async () => {
    await change({});
    expect(await redrawn()).toEqual([]);
    await change({}, { ...people, U0: 'UB' });
    expect(await redrawn()).toEqual([['U0', ['Name of UB']]]);
  });

  test('is drawn anew where the roster takes the supervisor away', async () => {
    await shop.hire([{ id: 'U0', standard: RETAIL }]);
    expect(await redrawn()).toEqual([['U0', []]]);
  });

  test.each([
    ['a roster', () => change({ UA: { name: '王美' } })],
    ['Slack', () => said('UA', { displayName: '王美' })],
  ])('names a supervisor by the new name that %s gives', async (_, rename) => {
    await rename();
    expect(await redrawn()).toEqual([
      ['U0', ['王美']],
      ['U1', ['王美']],
    ]);
  });

  test('is drawn anew when the supervisor leaves, and when they are back', async () => {
    await said('UA', { standing: 'deactivated' });
    expect((await redrawn()).map(([who]) => who)).toEqual(['U0', 'U1']);
    await change({});
    expect(await redrawn()).toEqual([
      ['U0', ['Name of UA']],
      ['U1', ['Name of UA']],
    ]);
  });

  test('one of somebody whom they supervise no more is not', async () => {
    await change({}, { ...people, U1: 'UB' });
    await redrawn();
    await said('UA', { displayName: '王美' });
    expect(await redrawn()).toEqual([['U0', ['王美']]]);
  });

  test('a standard that is back in a roster that moves its member too: the reminder comes at its hour there', async () => {
    shop.at('2026-11-18T14:00+08:00');
    await shop.hire([{ id: 'UA' }, { id: 'U0', supervisor: 'UA' }]);
    shop.at('2026-11-19T13:00+08:00');
    await planReminders(shop.context);
    await shop.hire([
      { id: 'UA' },
      { id: 'U0', supervisor: 'UA', standard: RETAIL, timeZone: 'Europe/London' },
    ]);
    expect((await shop.checkInOf('U0', '2026-W47')).checkIn.remindAt).toEqual(new Date('2026-11-20T13:00Z'));
  });

  test('is drawn for the zone that the roster gives, and its reminder comes at the same hour there', async () => {
    const remindAt = async (who: string) => (await shop.checkInOf(who, '2026-W47')).checkIn.remindAt;
    expect(await remindAt('U0')).toEqual(new Date('2026-11-19T13:00+08:00'));
    await change({ U0: { timeZone: 'Europe/London' } });
    expect(await remindAt('U0')).toEqual(new Date('2026-11-19T13:00Z'));
    expect(await remindAt('U1')).toEqual(new Date('2026-11-19T13:00+08:00'));
    expect(await redrawn()).toEqual([['U0', ['Name of UA']]]);
  });

  test('as many statements for fifty who change as for two', async () => {
    const statementsFor = async (workspaceId: string, count: number) => {
      const ids = Array.from({ length: count }, (_, index) => `U${index}`);
      const withSupervisor = (id: string) => Object.fromEntries(ids.map((each) => [each, id]));
      await open(workspaceId, withSupervisor('UA'));
      const moved = twoTeams(withSupervisor('UB')).map((person) => ({
        ...person,
        timeZone: 'Europe/London',
      }));
      return await counting.statementsOf(() => shop.hire(moved));
    };
    expect(await statementsFor(`T0FIFTY${shops}`, 50)).toBe(await statementsFor(`T0COUPLE${shops}`, 2));
  });
});
