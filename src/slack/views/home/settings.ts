import { dayParts } from '../../../domain/check-in/local-time.ts';
import type { MemberHome, OwnLeave } from '../../../domain/home/home.ts';
import type { Texts } from '../../../texts/texts.ts';
import { actions, button, section } from '../../blocks/build.ts';
import { escapeMrkdwn } from '../../blocks/escape.ts';
import { truncate } from '../../blocks/truncate.ts';
import { HOME_ACTIONS } from './home-actions.ts';
import { codeIn, everywhere, type HomeBlocks } from './home-model.ts';

/** What is set, and the forms to change it; when and what is asked only for somebody with a standard. */
export function settingsBlocks({ settings: set, own, locale, today }: MemberHome, texts: Texts): HomeBlocks {
  const { home: words, settings } = texts;
  const weekday = (day: number) => settings.weekdays[day - 1] ?? '';
  const asked =
    own === undefined
      ? []
      : [
          words.checkInAt(weekday(set.checkIn.weekday), set.checkIn.time),
          set.focus.length === 0
            ? words.noFocus
            : words.focus(
                set.focus.map((key) => words.inFocus(codeIn(own.standards, key), excerpt(key.text))),
              ),
        ];
  const lines = [
    words.settingsTitle,
    ...asked,
    words.restDays(set.restDays.map(weekday)),
    set.worksHolidays ? words.worksHolidays : words.restsOnHolidays,
    set.leaves.length === 0
      ? words.noLeaves
      : words.leaves(set.leaves.map((each) => leaveRange(each, today, texts))),
    words.language(settings.languages[locale]),
  ];
  return everywhere(
    section(escapeMrkdwn(lines.join('\n'))),
    actions('home-settings', [
      button({ actionId: HOME_ACTIONS.settings, text: words.settings }),
      button({ actionId: HOME_ACTIONS.leave, text: words.leave }),
      ...(own === undefined ? [] : [button({ actionId: HOME_ACTIONS.focus, text: words.setFocus })]),
    ]),
  );
}

/** Enough of an indicator to know it again. */
const EXCERPT = 24;

function excerpt(text: string): string {
  return truncate(text.replaceAll(/\s+/gu, ' '), EXCERPT);
}

/** A leave as its days are said on the day that is `today`: one day, or from and to; the year where it is another. */
export function leaveRange(
  { from, lastDay }: Pick<OwnLeave, 'from' | 'lastDay'>,
  today: string,
  { dates }: Texts,
): string {
  const [first, last] = [dayParts(from), dayParts(lastDay)];
  const { year } = dayParts(today);
  const isThisYear = first.year === year && last.year === year;
  if (from === lastDay) return (isThisYear ? dates.day : dates.dayOfYear)(first);
  return (isThisYear ? dates.range : dates.rangeOfYears)(first, last);
}
