import { describe, expect, test } from '@jest/globals';
import { NO_PREFERENCE, type Preference } from '../../../src/domain/check-in/preference.ts';
import {
  focusAfter,
  localeChosen,
  preferenceAfter,
  type Settings,
  type ShownSettings,
} from '../../../src/domain/check-in/settings.ts';

const SCHEDULE = { checkIn: { weekday: 3, time: '13:00' }, restDays: [], worksHolidays: false };
const SHOWN: ShownSettings = {
  checkIn: { weekday: 3, time: '13:00' },
  restDays: [6, 7],
  worksHolidays: false,
  locale: 'zh-TW',
};
/** What was set on the phone while the form was open. */
const MEANWHILE: Preference = { weekday: 5, time: '10:00', restDays: [1, 7], worksHolidays: true };

describe('only what a person changed in the form of settings is theirs', () => {
  test.each<[string, Partial<Settings>, Partial<Preference>]>([
    ['nothing', {}, {}],
    ['the days in another order', { restDays: [7, 6] }, {}],
    ['the hour', { checkIn: { weekday: 3, time: '15:00' } }, { time: '15:00' }],
    ['the day', { checkIn: { weekday: 4, time: '13:00' } }, { weekday: 4 }],
    ['the rest days', { restDays: [7] }, { restDays: [7] }],
    ['no rest days of their own', { restDays: [] }, { restDays: [] }],
    ['public holidays', { worksHolidays: true }, { worksHolidays: true }],
    ['a form that does not ask when', { checkIn: undefined }, {}],
  ])('%s', (_what, changed, changes) => {
    const form = { sent: { ...SHOWN, checkIn: SHOWN.checkIn, ...changed }, shown: SHOWN };
    expect(preferenceAfter(form, MEANWHILE, SCHEDULE)).toEqual({ ...MEANWHILE, ...changes });
  });

  test('what is changed to what the workspace has follows it', () => {
    const shown: ShownSettings = {
      ...SHOWN,
      checkIn: { weekday: 5, time: '10:00' },
      restDays: [1, 7],
      worksHolidays: true,
    };
    const sent = { ...SHOWN, checkIn: SHOWN.checkIn };
    expect(preferenceAfter({ sent, shown }, MEANWHILE, SCHEDULE)).toEqual(NO_PREFERENCE);
  });

  test('where nobody knows what was shown, all of it', () => {
    const sent: Settings = { ...SHOWN, checkIn: { weekday: 3, time: '15:00' } };
    const form = { sent, shown: undefined };
    expect(preferenceAfter(form, MEANWHILE, SCHEDULE)).toEqual({ ...NO_PREFERENCE, time: '15:00' });
    expect(localeChosen(form)).toBe('zh-TW');
  });

  test.each([
    ['zh-TW', undefined],
    ['en', 'en'],
  ] as const)('shown zh-TW, sent %s', (locale, chosen) => {
    const sent = { ...SHOWN, checkIn: SHOWN.checkIn, locale };
    expect(localeChosen({ sent, shown: SHOWN })).toBe(chosen);
  });
});

describe('only what a person changed in the form of focus indicators is theirs', () => {
  const keys = (codes: string) =>
    codes.split('').map((code) => ({ standardCode: 'S', indicatorCode: `P${code}` }));

  test.each([
    ['nothing changed', 'A', 'A', 'B', 'B'],
    ['one more', 'A', 'AC', 'AB', 'ABC'],
    ['one less', 'AB', 'A', 'ABC', 'AC'],
    ['another instead', 'A', 'C', 'A', 'C'],
    ['the same one, chosen in both places', '', 'C', 'C', 'C'],
    ['the same one, taken out in both places', 'A', '', '', ''],
    ['nobody knows what was shown', undefined, 'A', 'BC', 'A'],
  ])('%s', (_what, shown, sent, now, after) => {
    const form = { sent: keys(sent), shown: shown === undefined ? undefined : keys(shown) };
    expect(focusAfter(form, keys(now))).toEqual(keys(after));
  });
});
