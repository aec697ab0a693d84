import { describe, expect, test } from '@jest/globals';
import { focusModal } from '../../src/slack/views/modals/focus.ts';
import { textsFor } from '../../src/texts/texts.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { saveTimeSettings } from '../../src/usecases/save-time-settings.ts';
import { setFocus } from '../../src/usecases/set-focus.ts';
import { setLanguage } from '../../src/usecases/set-language.ts';
import { showHome } from '../../src/usecases/show-home.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { ASSISTANT, openShop, RETAIL, type Shop } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';

describe.each(STORES)('what a member sets for themselves on $name', (store) => {
  const counting = sharedDatabase(store);

  const openFor = async (workspaceId: string): Promise<Shop> => {
    const shop = await openShop(counting.database, workspaceId);
    await shop.hire([{ id: 'UME', standard: RETAIL }]);
    await shop.start();
    return shop;
  };
  const me = ({ workspaceId }: Shop) => ({ workspaceId, slackUserId: 'UME' });
  const keysOf = ({ context }: Shop, standard: string, count: number) =>
    context.library
      .indicatorsOf(standard)
      .slice(0, count)
      .map(({ standardCode, code }) => ({ standardCode, indicatorCode: code }));

  test.each([
    [1, 0],
    [2, 0],
    [3, 1],
    [4, 1],
    [5, 2],
    [10, 4],
  ])('with %i indicators a check-in, %i can be in focus', async (itemsPerCheckIn, limit) => {
    const shop = await openFor(`T0FOCUS${itemsPerCheckIn}`);
    await counting.database.prisma.schedule.update({
      where: { workspaceId: shop.workspaceId },
      data: { itemsPerCheckIn },
    });
    const focus = keysOf(shop, RETAIL, limit + 1);
    expect(await setFocus(shop.context, { ...me(shop), focus })).toEqual({
      outcome: 'refused',
      problem: 'too-many',
      limit,
    });
    expect(await setFocus(shop.context, { ...me(shop), focus: focus.slice(0, limit) })).toEqual({
      outcome: 'done',
    });
    expect(await showHome(shop.context, me(shop))).toMatchObject({
      settings: { focus: focus.slice(0, limit), focusLimit: limit },
    });
  });

  test('what was in focus of a standard that was taken away is shown no more, and takes nobody’s place', async () => {
    const shop = await openShop(counting.database, 'T0FOCUSGONE');
    await shop.hire([{ id: 'UME', standard: ASSISTANT }]);
    const [gone] = keysOf(shop, ASSISTANT, 1);
    const [kept] = keysOf(shop, RETAIL, 1);
    if (gone === undefined || kept === undefined) throw new Error('nothing is published');
    expect(await setFocus(shop.context, { ...me(shop), focus: [gone] })).toEqual({ outcome: 'done' });
    shop.at('2026-11-17T00:00:00Z');
    await shop.hire([{ id: 'UME', standard: RETAIL }]);
    const { memberId } = await counting.database.prisma.member.findFirstOrThrow({
      where: { workspaceId: shop.workspaceId },
    });
    await counting.database.prisma.focus.create({
      data: { workspaceId: shop.workspaceId, memberId, ...kept, setAt: shop.context.now() },
    });
    const home = await showHome(shop.context, me(shop));
    expect(home).toMatchObject({ settings: { focus: [kept], focusLimit: 1 } });
    if (home.kind !== 'member' || home.own === undefined) throw new Error('works to no standard');
    const { own, settings } = home;
    const indicators = shop.context.library.indicatorsOf(RETAIL);
    const form = focusModal({ standards: own.standards, settings, indicators }, textsFor('en'));
    expect(JSON.stringify(form.blocks)).toMatch(
      new RegExp(`"initial_options":\\[[^\\]]*"${kept.standardCode} ${kept.indicatorCode}"`),
    );
  });

  test('another standard’s indicators are not theirs, and strangers have none', async () => {
    const shop = await openFor('T0FOCUSNOT');
    const focus = keysOf(shop, ASSISTANT, 1);
    expect(await setFocus(shop.context, { ...me(shop), focus })).toMatchObject({ problem: 'not-yours' });
    expect(await setFocus(shop.context, { ...me(shop), slackUserId: 'UNOBODY', focus })).toMatchObject({
      problem: 'not-a-member',
    });
    expect(await counting.database.prisma.focus.count({ where: { workspaceId: 'T0FOCUSNOT' } })).toBe(0);
  });

  test('a language that is chosen is kept, and the open check-in is to be drawn in it, once', async () => {
    const shop = await openFor('T0LANG');
    shop.at('2026-11-18T05:00:00Z');
    await planCheckIns(shop.context);
    const [changed] = await setLanguage(shop.context, { ...me(shop), locale: 'en' });
    expect(changed).toMatchObject({ mayDraw: true, state: { recipient: { locale: 'en' } } });
    expect(await setLanguage(shop.context, { ...me(shop), locale: 'en' })).toEqual([]);
    expect(
      await counting.database.prisma.member.findFirst({ where: { workspaceId: 'T0LANG' } }),
    ).toMatchObject({ locale: 'en', localeChosen: true });
  });

  test('what is as in the workspace follows it when it changes', async () => {
    const shop = await openFor('T0FOLLOW');
    const usual = { weekday: 3, time: '13:00', restDays: [7, 6], worksHolidays: false };
    expect(await saveTimeSettings(shop.context, { ...me(shop), settings: { ...usual, time: '15:00' } })).toBe(
      undefined,
    );
    expect(
      await counting.database.prisma.memberPreference.findFirst({ where: { workspaceId: 'T0FOLLOW' } }),
    ).toMatchObject({ checkInWeekday: null, checkInTime: '15:00', restDays: [], worksHolidays: null });
  });
});
