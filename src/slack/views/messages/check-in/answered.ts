import { answeredCount, type CheckInItem } from '../../../../domain/check-in/check-in.ts';
import { localTime } from '../../../../domain/check-in/local-time.ts';
import { periodOf } from '../../../../domain/check-in/period.ts';
import { STANDING_VALID_WEEKS } from '../../../../domain/check-in/standing.ts';
import type { Texts } from '../../../../texts/texts.ts';
import { actions, type Block, button, context, section } from '../../../blocks/build.ts';
import { escapeMrkdwn, literally } from '../../../blocks/escape.ts';
import { CHECK_IN_ACTIONS, rowId } from '../check-in-actions.ts';
import { answerLines } from './answer-lines.ts';
import { type CheckInModel, until } from './model.ts';

/** The thank-you: every answer, what has changed, how much is covered, and where the answers go. */
export function answeredBlocks(model: CheckInModel, texts: Texts): Block[] {
  const { checkIn } = model;
  const { checkIn: words } = texts;
  const changes = changeLines(model, texts);
  return [
    section(`*${words.thanks(answeredCount(checkIn))}*\n${answerLines(model, texts)}`),
    ...(changes.length === 0 ? [] : [section([`*${words.sinceLastTime}*`, ...changes].join('\n'))]),
    context(
      [...coverageLine(model, texts), digestLine(model, texts), words.changeUntil(until(model, texts))].join(
        '\n',
      ),
    ),
    actions(rowId('check-in-answered', checkIn.checkInId), [
      button({ actionId: CHECK_IN_ACTIONS.reopen, text: words.change }),
    ]),
  ];
}

/** What has changed since the last reading, where there was one; the others in one line. */
function changeLines({ checkIn, timeZone }: CheckInModel, texts: Texts): string[] {
  const { checkIn: words, dates } = texts;
  const compared = checkIn.items.flatMap((item) => readings(item));
  const changed = compared.filter(({ before, now }) => before !== now);
  const same = compared.length - changed.length;
  return [
    ...changed.map(({ indicatorCode, before, now, at }) =>
      words.changed(indicatorCode, before, now, dates.day(localTime(at, timeZone))),
    ),
    ...(same === 0 ? [] : [words.unchanged(same)]),
  ];
}

/** *No opportunity* is no reading to compare. */
function readings({ indicatorCode, answer, previous }: CheckInItem) {
  if (previous === undefined || typeof answer !== 'number') return [];
  return [{ indicatorCode, before: previous.score, now: answer, at: previous.at }];
}

function coverageLine({ coverage }: CheckInModel, { checkIn: words }: Texts): string[] {
  if (coverage === undefined || coverage.indicators === 0) return [];
  return [words.coverage(coverage.covered, coverage.indicators, STANDING_VALID_WEEKS)];
}

/** A digest has what was answered before its week was over; later answers are in the one of the week they come in. */
function digestLine({ checkIn, supervisors, timeZone, now }: CheckInModel, texts: Texts): string {
  const { checkIn: words, dates } = texts;
  const isLate = now >= checkIn.periodEndsAt;
  const nextDigest = dates.week(isLate ? periodOf(now, timeZone) : checkIn.period);
  if (supervisors.length === 0) return words.noDigest(nextDigest);
  const names = supervisors.map((name) => escapeMrkdwn(literally(name)));
  return isLate ? words.digestLate(names, dates.week(checkIn.period), nextDigest) : words.digest(names);
}
