import { z } from 'zod';
import type { Texts } from '../../../texts/texts.ts';
import { saveSettings } from '../../../usecases/save-settings.ts';
import { settingsSavedText } from '../../views/home/saved.ts';
import { readMetadata } from '../../views/modals/form-values.ts';
import {
  languageChoice,
  readShownSettings,
  SETTINGS_FIELDS,
  WORKS_HOLIDAYS,
} from '../../views/modals/settings.ts';
import { drawChanged } from '../draw-changed.ts';
import type { PublishHome } from '../home/publish-home.ts';
import type { ListenerParts } from '../parts.ts';
import { whoActed } from '../who-acted.ts';
import { acknowledgeSaved, errorsOn, type FormAnswer } from './acknowledge.ts';
import type { Submission } from './submission.ts';

const option = z.looseObject({ value: z.string() });
const options = z
  .looseObject({ selected_options: z.array(option).default([]) })
  .transform(({ selected_options }) => selected_options.map(({ value }) => value));
const field = <Name extends string, Value extends z.ZodType>(name: Name, value: Value) =>
  z.record(z.literal(name), value);

const { weekday, time, restDays, holidays, language } = SETTINGS_FIELDS;

/** Somebody without a standard has no fields for when they are asked. */
const settingsForm = z.looseObject({
  [weekday]: field(weekday, z.looseObject({ selected_option: option.nullish() })).optional(),
  [time]: field(time, z.looseObject({ selected_time: z.string().nullish() })).optional(),
  [restDays]: field(restDays, options),
  [holidays]: field(holidays, options),
  [language]: field(language, z.looseObject({ selected_option: z.looseObject({ value: languageChoice }) })),
});

/** What was changed in the form of settings is saved, and everything the person has open is drawn in their language. */
export function settingsSubmission(parts: ListenerParts, publishHome: PublishHome) {
  return async ({ body, view, ack, client }: Submission): Promise<void> => {
    const who = whoActed(body);
    const saved = await acknowledgeSaved(
      parts,
      { ...who, ack, field: language, what: 'settings' },
      async () => {
        const form = settingsForm.parse(view.state.values);
        return await saveSettings(parts.context, {
          ...who,
          form: {
            sent: {
              checkIn: checkInIn(form),
              restDays: form[restDays][restDays].map(Number),
              worksHolidays: form[holidays][holidays].includes(WORKS_HOLIDAYS),
              locale: form[language][language].selected_option.value,
            },
            shown: readShownSettings(readMetadata(view.private_metadata)),
          },
        });
      },
      answerSettings,
    );
    if (saved === undefined || saved.outcome === 'refused') return;
    await publishHome(client, { ...who, saidAt: 'settings', said: settingsSavedText });
    for (const changed of saved.redrawn) await drawChanged(parts, client, changed);
  };
}

function checkInIn(form: z.infer<typeof settingsForm>) {
  const [day, hour] = [form[weekday], form[time]];
  if (day === undefined || hour === undefined) return undefined;
  const chosen = day[weekday].selected_option?.value;
  return {
    weekday: chosen === undefined ? undefined : Number(chosen),
    time: hour[time].selected_time ?? undefined,
  };
}

type SavedSettings = Awaited<ReturnType<typeof saveSettings>>;

function answerSettings(saved: SavedSettings, { settings: words, submission }: Texts): FormAnswer {
  if (saved.outcome === 'done') return undefined;
  switch (saved.problem) {
    case 'no-day-left':
      return errorsOn({ [restDays]: words.noDayLeft });
    case 'only-rest-days':
      return errorsOn({ [restDays]: words.onlyRestDays });
    case 'not-a-weekday':
      return errorsOn({ [weekday]: words.notAWeekday });
    case 'not-a-time':
      return errorsOn({ [time]: words.notATime });
    case 'not-a-member':
      return errorsOn({ [language]: submission.notOnRoster });
  }
}
