import { answeredCount, type CheckIn, countedItems } from '../../../domain/check-in/check-in.ts';
import { lastAsked } from '../../../domain/check-in/last-asked.ts';
import { localTime } from '../../../domain/check-in/local-time.ts';
import { type Period, periodOf } from '../../../domain/check-in/period.ts';
import { weeksSince } from '../../../domain/check-in/weeks-since.ts';
import type { ChosenNext, HomeCheckIn, MemberHome, OwnStandards } from '../../../domain/home/home.ts';
import type { Texts } from '../../../texts/texts.ts';
import { actions, type Block, button, context, section } from '../../blocks/build.ts';
import { escapeMrkdwn } from '../../blocks/escape.ts';
import { minutesFor, until } from '../messages/check-in/model.ts';
import { checkInValue } from '../messages/check-in-actions.ts';
import { HOME_ACTIONS } from './home-actions.ts';
import { codeIn, everywhere, type HomeBlocks } from './home-model.ts';

/** The open check-in, or when the next one comes, what it asks and why, and how to have it now. */
export function checkInBlocks(
  own: OwnStandards,
  { timeZone }: Pick<MemberHome, 'timeZone'>,
  now: Date,
  texts: Texts,
): HomeBlocks {
  const { home: words } = texts;
  const { checkIn } = own;
  switch (checkIn.kind) {
    case 'not-started':
      return everywhere(section(words.notStarted));
    case 'not-acknowledged':
      return everywhere(
        section(words.notAcknowledged, button({ actionId: HOME_ACTIONS.start, text: words.sendNotice })),
      );
    case 'open':
      return everywhere(...openBlocks(checkIn, timeZone, texts));
    case 'next':
      return everywhere(...nextBlocks(own, checkIn, timeZone, now, texts));
  }
}

function openBlocks(
  { checkIn, isSkipped, isThere, nextAt }: HomeCheckIn & { kind: 'open' },
  timeZone: string,
  texts: Texts,
): Block[] {
  const { home: words, dates } = texts;
  const next =
    nextAt === undefined ? [] : [context(words.next(dates.dayAndTime(localTime(nextAt, timeZone))))];
  const closes = until({ checkIn, timeZone }, texts);
  const value = checkInValue(checkIn.checkInId);
  if (isSkipped) {
    const unskip = button({ actionId: HOME_ACTIONS.answerAfterAll, text: texts.checkIn.unskip, value });
    return [section(words.skipped(closes), unskip), ...next];
  }
  return [
    section(
      (isThere ? words.open : words.openHere)(answeredCount(checkIn), countedItems(checkIn).length, closes),
    ),
    actions('home-check-in', [
      button({ actionId: HOME_ACTIONS.checkInForm, text: words.openForm, value, style: 'primary' }),
    ]),
    ...next,
  ];
}

/** What was answered can still be changed; that of the period before is called by its week. */
function answeredBlocks(checkIn: CheckIn, isThisPeriods: boolean, timeZone: string, texts: Texts): Block[] {
  const { home: words, dates } = texts;
  const value = checkInValue(checkIn.checkInId);
  const change = button({ actionId: HOME_ACTIONS.checkInForm, text: texts.checkIn.change, value });
  const closes = until({ checkIn, timeZone }, texts);
  const sentence = isThisPeriods
    ? words.answered(closes)
    : words.answeredOf(dates.week(checkIn.period), closes);
  return [section(sentence, change)];
}

function nextBlocks(
  own: OwnStandards,
  { at, canStart, answered, indicators }: HomeCheckIn & { kind: 'next' },
  timeZone: string,
  now: Date,
  texts: Texts,
): Block[] {
  const { home: words, dates } = texts;
  const period = periodOf(at ?? now, timeZone);
  const heading = at === undefined ? words.noNext : words.next(dates.dayAndTime(localTime(at, timeZone)));
  const isThisPeriods = answered?.period === periodOf(now, timeZone);
  return [
    ...(answered === undefined ? [] : answeredBlocks(answered, isThisPeriods, timeZone, texts)),
    section(canStart || isThisPeriods ? heading : `${words.noneThisWeek}\n${heading}`),
    ...(indicators.length === 0
      ? []
      : [
          section(words.nextIndicators(indicators.length)),
          ...indicators.map((each) =>
            section(
              escapeMrkdwn(
                words.nextItem(codeIn(own.standards, each), each.text, why(each, period, timeZone, words)),
              ),
            ),
          ),
        ]),
    ...(canStart
      ? [
          context(words.startHint(minutesFor(indicators.length))),
          actions('home-check-in', [
            button({ actionId: HOME_ACTIONS.start, text: words.start, style: 'primary' }),
          ]),
        ]
      : []),
  ];
}

function why(
  { chosen, shownAt }: ChosenNext,
  period: Period,
  timeZone: string,
  words: Texts['home'],
): string {
  const reason = words.because[chosen.because];
  const last = lastAsked(chosen, shownAt);
  const weeks = last === undefined ? 0 : weeksSince(last.at, period, timeZone);
  if (last === undefined || weeks === 0) return reason;
  if (last.wasAnswered) return words.notAskedFor(reason, weeks);
  const again = words.askedInVain(weeks);
  return chosen.because === 'focus' ? words.also(reason, again) : again;
}
