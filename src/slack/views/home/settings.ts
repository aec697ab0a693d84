import { dayParts } from '../../../domain/check-in/local-time.ts';
import type { MemberHome, OwnStandards } from '../../../domain/home/home.ts';
import type { Texts } from '../../../texts/texts.ts';
import { actions, button, section } from '../../blocks/build.ts';
import { escapeMrkdwn } from '../../blocks/escape.ts';
import { HOME_ACTIONS } from './home-actions.ts';
import { codeIn, everywhere, type HomeBlocks } from './home-model.ts';

/** What is set, and the three forms to change it. */
export function settingsBlocks(
  { settings: set, standards }: OwnStandards,
  { locale }: Pick<MemberHome, 'locale'>,
  { home: words, settings, dates }: Texts,
): HomeBlocks {
  const weekday = (day: number) => settings.weekdays[day - 1] ?? '';
  const range = (from: string, lastDay: string) =>
    from === lastDay ? dates.day(dayParts(from)) : dates.range(dayParts(from), dayParts(lastDay));
  const lines = [
    words.settingsTitle,
    words.checkInAt(weekday(set.checkIn.weekday), set.checkIn.time),
    words.restDays(set.restDays.map(weekday)),
    set.worksHolidays ? words.worksHolidays : words.restsOnHolidays,
    words.language(settings.languages[locale]),
    set.leaves.length === 0
      ? words.noLeaves
      : words.leaves(set.leaves.map(({ from, lastDay }) => range(from, lastDay))),
    set.focus.length === 0 ? words.noFocus : words.focus(set.focus.map((key) => codeIn(standards, key))),
  ];
  return everywhere(
    section(escapeMrkdwn(lines.join('\n'))),
    actions('home-settings', [
      button({ actionId: HOME_ACTIONS.settings, text: words.settings }),
      button({ actionId: HOME_ACTIONS.leave, text: words.leave }),
      button({ actionId: HOME_ACTIONS.focus, text: words.setFocus }),
    ]),
  );
}
