import { z } from 'zod';
import { type ShownSettings, shownSettings } from '../../../domain/check-in/settings.ts';
import type { MemberHome } from '../../../domain/home/home.ts';
import { LOCALES, type Locale } from '../../../domain/people/locale.ts';
import type { Texts } from '../../../texts/texts.ts';
import { checkboxes, input, radioButtons, select, timePicker } from '../../blocks/inputs.ts';
import { type ModalView, modal } from '../../blocks/view.ts';

export const SETTINGS_FORM = 'settings';

/** The fields of the form: each is a block with one element, both called so. */
export const SETTINGS_FIELDS = {
  weekday: 'weekday',
  time: 'time',
  restDays: 'rest-days',
  holidays: 'holidays',
  language: 'language',
} as const;

/** The only choice of the field of public holidays. */
export const WORKS_HOLIDAYS = 'works';

/** What the field of the language holds. */
export const languageChoice = z.enum(LOCALES);

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** When, on which days and in which language a member is asked. */
export function settingsModal({ settings: set, own, locale }: MemberHome, texts: Texts): ModalView {
  const { settings: words, submission } = texts;
  const days = WEEKDAYS.map((day) => ({ text: words.weekdays[day - 1] ?? '', value: String(day) }));
  const { weekday, time, restDays, holidays, language } = SETTINGS_FIELDS;
  const shown: ShownSettings = {
    ...(own === undefined ? {} : { checkIn: { weekday: set.checkIn.weekday, time: set.checkIn.time } }),
    restDays: [...set.restDays],
    worksHolidays: set.worksHolidays,
    locale,
  };
  const when =
    own === undefined
      ? []
      : [
          input({
            blockId: weekday,
            label: words.weekday,
            hint: words.weekdayHint,
            element: select({ actionId: weekday, choices: days, chosen: String(set.checkIn.weekday) }),
          }),
          input({
            blockId: time,
            label: words.time,
            hint: words.timeHint,
            element: timePicker({ actionId: time, time: set.checkIn.time }),
          }),
        ];
  return modal({
    callbackId: SETTINGS_FORM,
    title: words.title,
    submit: submission.save,
    close: submission.cancel,
    privateMetadata: JSON.stringify(shown),
    blocks: [
      ...when,
      input({
        blockId: restDays,
        label: words.restDays,
        hint: words.restDaysHint,
        optional: true,
        element: checkboxes({ actionId: restDays, choices: days, chosen: set.restDays.map(String) }),
      }),
      input({
        blockId: holidays,
        label: words.holidays,
        optional: true,
        element: checkboxes({
          actionId: holidays,
          choices: [{ text: words.worksHolidays, value: WORKS_HOLIDAYS }],
          chosen: set.worksHolidays ? [WORKS_HOLIDAYS] : [],
        }),
      }),
      input({
        blockId: language,
        label: words.language,
        element: radioButtons({ actionId: language, choices: languages(words), chosen: locale }),
      }),
    ],
  });
}

/** What a form showed when it was opened; undefined for one that does not say, as of an earlier version. */
export function readShownSettings(metadata: unknown): ShownSettings | undefined {
  return shownSettings.safeParse(metadata).data;
}

function languages(words: Texts['settings']): { text: string; value: Locale }[] {
  return LOCALES.map((locale) => ({ text: words.languages[locale], value: locale }));
}
