import { describe, expect, test } from '@jest/globals';
import type { Settings, ShownSettings } from '../../src/domain/check-in/settings.ts';
import { focusModal } from '../../src/slack/views/modals/focus.ts';
import { textsFor } from '../../src/texts/texts.ts';
import { examine } from '../../src/usecases/examine.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { saveSettings } from '../../src/usecases/save-settings.ts';
import { setFocus } from '../../src/usecases/set-focus.ts';
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

  /** A form that does not say what it showed. */
  const fresh = <Sent>(sent: Sent) => ({ sent, shown: undefined });

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
    expect(await setFocus(shop.context, { ...me(shop), form: fresh(focus) })).toEqual({
      outcome: 'refused',
      problem: 'too-many',
      limit,
    });
    expect(await setFocus(shop.context, { ...me(shop), form: fresh(focus.slice(0, limit)) })).toEqual({
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
    expect(await setFocus(shop.context, { ...me(shop), form: fresh([gone]) })).toEqual({ outcome: 'done' });
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
    expect(await setFocus(shop.context, { ...me(shop), form: fresh(focus) })).toMatchObject({
      problem: 'not-yours',
    });
    expect(
      await setFocus(shop.context, { ...me(shop), slackUserId: 'UNOBODY', form: fresh(focus) }),
    ).toMatchObject({
      problem: 'not-a-member',
    });
    expect(await counting.database.prisma.focus.count({ where: { workspaceId: 'T0FOCUSNOT' } })).toBe(0);
  });

  const USUAL: Settings = {
    checkIn: { weekday: 3, time: '13:00' },
    restDays: [7, 6],
    worksHolidays: false,
    locale: 'zh-TW',
  };
  const save = (shop: Shop, settings: Partial<Settings>) =>
    saveSettings(shop.context, { ...me(shop), form: fresh({ ...USUAL, ...settings }) });
  test('promise 1: a form that was open meanwhile leaves what was set elsewhere, and is checked with it', async () => {
    const shop = await openFor('T0STALE');
    const shown: ShownSettings = { ...USUAL, checkIn: { weekday: 3, time: '13:00' }, restDays: [6, 7] };
    const saveStale = (checkIn: ShownSettings['checkIn']) =>
      saveSettings(shop.context, { ...me(shop), form: { sent: { ...shown, checkIn }, shown } });
    await save(shop, { restDays: [1, 7], worksHolidays: true, locale: 'en' });
    expect(await saveStale({ weekday: 3, time: '15:00' })).toMatchObject({ outcome: 'done', redrawn: [] });
    expect(await preferenceIn('T0STALE')).toMatchObject({
      checkInWeekday: null,
      checkInTime: '15:00',
      restDays: [1, 7],
      worksHolidays: true,
    });
    expect(await memberIn('T0STALE')).toMatchObject({ locale: 'en', localeChosen: true });
    expect(await saveStale({ weekday: 7, time: '13:00' })).toEqual({
      outcome: 'refused',
      problem: 'no-day-left',
    });
  });

  test('focus that was set elsewhere meanwhile stays; with too many together, nothing is saved', async () => {
    const shop = await openFor('T0FOCUSSTALE');
    await counting.database.prisma.schedule.update({
      where: { workspaceId: shop.workspaceId },
      data: { itemsPerCheckIn: 5 },
    });
    const [first, second, third] = keysOf(shop, RETAIL, 3);
    if (first === undefined || second === undefined || third === undefined) throw new Error('too few');
    const focusNow = async () => {
      const home = await showHome(shop.context, me(shop));
      return home.kind === 'member' ? home.settings.focus.map(({ indicatorCode }) => indicatorCode) : [];
    };
    await setFocus(shop.context, { ...me(shop), form: { sent: [first], shown: [] } });
    expect(await setFocus(shop.context, { ...me(shop), form: { sent: [second], shown: [] } })).toEqual({
      outcome: 'done',
    });
    expect((await focusNow()).sort()).toEqual([first.indicatorCode, second.indicatorCode].sort());
    expect(await setFocus(shop.context, { ...me(shop), form: { sent: [third], shown: [] } })).toEqual({
      outcome: 'refused',
      problem: 'too-many-with-others',
      limit: 2,
    });
    expect(await focusNow()).toHaveLength(2);
  });

  const preferenceIn = (workspaceId: string) =>
    counting.database.prisma.memberPreference.findFirst({ where: { workspaceId } });
  const memberIn = (workspaceId: string) =>
    counting.database.prisma.member.findFirst({ where: { workspaceId } });

  test('a language that is chosen is kept, and the open check-in is to be drawn in it, once', async () => {
    const shop = await openFor('T0LANG');
    shop.at('2026-11-18T05:00:00Z');
    await planCheckIns(shop.context);
    expect(await save(shop, { locale: 'en' })).toMatchObject({
      redrawn: [{ mayDraw: true, state: { recipient: { locale: 'en' } } }],
    });
    expect(await save(shop, { locale: 'en' })).toMatchObject({ outcome: 'done', redrawn: [] });
    expect(await memberIn('T0LANG')).toMatchObject({ locale: 'en', localeChosen: true });
  });

  test('what is as in the workspace follows it when it changes', async () => {
    const shop = await openFor('T0FOLLOW');
    expect(await save(shop, { checkIn: { weekday: 3, time: '15:00' } })).toMatchObject({ outcome: 'done' });
    expect(await preferenceIn('T0FOLLOW')).toMatchObject({
      checkInWeekday: null,
      checkInTime: '15:00',
      restDays: [],
      worksHolidays: null,
    });
  });

  test('promise 1: where the language cannot be saved, nothing is', async () => {
    const shop = await openFor('T0ALLORNONE');
    shop.at('2026-11-18T05:00:00Z');
    await planCheckIns(shop.context);
    const failing: Shop = {
      ...shop,
      context: {
        ...shop.context,
        machineNow: () => {
          throw new Error('the process died here');
        },
      },
    };
    const settings = { checkIn: { weekday: 5, time: '15:00' }, locale: 'en' } as const;
    await expect(save(failing, settings)).rejects.toThrow('died here');
    expect(await preferenceIn('T0ALLORNONE')).toBeNull();
    expect(await memberIn('T0ALLORNONE')).toMatchObject({ locale: 'zh-TW', localeChosen: false });
    expect(await save(shop, settings)).toMatchObject({ outcome: 'done', redrawn: [{}] });
  });

  test('what is refused changes nothing, the language neither', async () => {
    const shop = await openFor('T0REFUSED');
    const settings = { restDays: [3, 4, 5, 6, 7], locale: 'en' } as const;
    expect(await save(shop, settings)).toEqual({ outcome: 'refused', problem: 'no-day-left' });
    expect(await memberIn('T0REFUSED')).toMatchObject({ locale: 'zh-TW' });
  });

  describe('for somebody without a standard, whom the form does not ask when they are asked', () => {
    test('their day and hour stay as they had set them', async () => {
      const shop = await openFor('T0KEEPS');
      await save(shop, { checkIn: { weekday: 5, time: '10:00' } });
      await shop.hire([{ id: 'UME' }]);
      await save(shop, { checkIn: undefined, worksHolidays: true, locale: 'en' });
      const kept = { checkInWeekday: 5, checkInTime: '10:00', restDays: [], worksHolidays: true };
      expect(await preferenceIn('T0KEEPS')).toMatchObject(kept);
      await shop.hire([{ id: 'UME', standard: RETAIL }]);
      expect(await showHome(shop.context, me(shop))).toMatchObject({
        settings: { checkIn: { weekday: 5, time: '10:00' } },
      });
    });

    test('rest days that leave no room for a check-in are theirs; given a standard, doctor names them', async () => {
      const shop = await openShop(counting.database, 'T0MONTUE');
      await shop.hire([{ id: 'UME' }, { id: 'U1', standard: RETAIL, supervisor: 'UME' }]);
      await shop.start();
      expect(await save(shop, { checkIn: undefined, restDays: [3, 4, 5, 6, 7] })).toMatchObject({
        outcome: 'done',
        nextCheckInAt: undefined,
      });
      expect((await examine(shop.context, 'T0MONTUE')).neverAsked).toEqual([]);
      await shop.hire([{ id: 'UME', standard: RETAIL }]);
      expect((await examine(shop.context, 'T0MONTUE')).neverAsked).toEqual(['Name of UME']);
      expect(await showHome(shop.context, me(shop))).toMatchObject({
        own: { checkIn: { kind: 'next', at: undefined } },
      });
    });

    test('one day at least is worked', async () => {
      const shop = await openShop(counting.database, 'T0NEVER');
      await shop.hire([{ id: 'UME' }]);
      expect(await save(shop, { checkIn: undefined, restDays: [1, 2, 3, 4, 5, 6, 7] })).toEqual({
        outcome: 'refused',
        problem: 'only-rest-days',
      });
      expect(await preferenceIn('T0NEVER')).toBeNull();
    });
  });
});
