import { describe, expect, test } from '@jest/globals';
import { NO_HOLIDAYS, type PublicCalendar } from '../../src/domain/check-in/work-calendar.ts';
import type { Log } from '../../src/log.ts';
import { createLog } from '../../src/log.ts';
import { openCalendars } from '../../src/usecases/calendars.ts';
import { addBlackout, removeBlackout } from '../../src/usecases/change-blackouts.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { planDigests } from '../../src/usecases/plan-digests.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { openShop, RETAIL } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';
import { TAIWAN_DAYS } from '../support/taiwan.ts';

describe.each(STORES)('which calendar a place follows, on $name', (store) => {
  const counting = sharedDatabase(store);

  const GERMAN: PublicCalendar = { kindOf: (day) => (day === '2026-10-03' ? 'off' : undefined) };

  async function open(today: string) {
    const warnings: object[] = [];
    let loaded = 0;
    const log: Log = createLog('silent');
    log.warn = (data: object) => {
      warnings.push(data);
    };
    const calendars = await openCalendars({
      database: counting.database,
      taiwan: TAIWAN_DAYS,
      loadWorld: async () => {
        loaded += 1;
        return { calendarIn: (zone) => (zone === 'Europe/Berlin' ? GERMAN : undefined) };
      },
      now: () => new Date(today),
      log,
    });
    const at = async (timeZone: string) => {
      const place = { workspaceId: 'T0PLACES', timeZone };
      return (await calendars.read(counting.database.prisma, [place]))(place);
    };
    return { at, warnings, loaded: () => loaded };
  }

  test('Taiwan’s in Taipei, for which nothing is loaded', async () => {
    const { at, warnings, loaded } = await open('2026-11-16T00:00:00Z');
    expect((await at('Asia/Taipei')).kindOf('2026-02-18')).toBe('off');
    expect([loaded(), warnings]).toEqual([0, []]);
  });

  test('their country’s elsewhere, loaded once, when the first lives there', async () => {
    const { at, loaded } = await open('2026-11-16T00:00:00Z');
    expect(await at('Europe/Berlin')).toBe(GERMAN);
    expect(await at('Europe/Berlin')).toBe(GERMAN);
    expect(loaded()).toBe(1);
  });

  test('none where a zone belongs to no country, which the log says once', async () => {
    const { at, warnings } = await open('2026-11-16T00:00:00Z');
    expect(await at('UTC')).toBe(NO_HOLIDAYS);
    expect(await at('UTC')).toBe(NO_HOLIDAYS);
    expect(warnings).toEqual([{ timeZone: 'UTC' }]);
  });

  test('a year that nobody knows is in the log a year before it begins, once a day', async () => {
    const { at, warnings } = await open('2027-01-02T00:00:00Z');
    await at('Asia/Taipei');
    await at('Asia/Taipei');
    expect(warnings).toEqual([{ calendar: 'tw', workspaceId: 'T0PLACES', year: '2028' }]);
  });

  test('in a blackout window nobody gets a check-in or a digest, and the week says why', async () => {
    const shop = await openShop(counting.database, 'T0BLACKOUT');
    const { workspaceId } = shop;
    shop.at('2026-11-09T00:00:00Z');
    await shop.hire([{ id: 'UBOSS' }, { id: 'U1', standard: RETAIL, supervisor: 'UBOSS' }]);
    await shop.start();
    const tickAt = async (instant: string) => {
      shop.at(instant);
      const checkIns = await planCheckIns(shop.context);
      await shop.sendCheckIns();
      return [checkIns, await planDigests(shop.context)];
    };
    expect(await tickAt('2026-11-11T05:00:00Z')).toEqual([1, 0]);
    await addBlackout(shop.context, {
      workspaceId,
      name: '週年慶',
      from: '2026-11-16',
      lastDay: '2026-11-22',
    });
    await addBlackout(shop.context, { workspaceId, name: 'sale', from: '2026-11-25', lastDay: '2026-11-25' });
    expect(await tickAt('2026-11-16T01:00:00Z')).toEqual([0, 0]);
    expect(await tickAt('2026-11-18T05:00:00Z')).toEqual([0, 0]);
    const notHeld = await counting.database.prisma.notHeld.findMany({ where: { workspaceId } });
    expect(notHeld.map(({ period, reason }) => [period, reason])).toEqual([['2026-W47', 'blackout']]);
    // The digest about the week of the 11th comes after the window.
    expect(await tickAt('2026-11-23T01:00:00Z')).toEqual([0, 1]);
    expect(await removeBlackout(shop.context, { workspaceId, name: 'sale' })).toBe(true);
    expect(await tickAt('2026-11-25T05:00:00Z')).toEqual([1, 0]);
  });
});
