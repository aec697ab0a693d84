import { answeredCount, countedItems, isComplete } from '../../../../domain/check-in/check-in.ts';
import { localTime, minuteBefore } from '../../../../domain/check-in/local-time.ts';
import { periodStart } from '../../../../domain/check-in/period.ts';
import { SCORE_POINTS } from '../../../../domain/check-in/rating.ts';
import type { IndicatorInContext } from '../../../../domain/standard/indicator-in-context.ts';
import type { Texts } from '../../../../texts/texts.ts';
import { actions, type Block, button, context, divider, section } from '../../../blocks/build.ts';
import { escapeMrkdwn, literally } from '../../../blocks/escape.ts';
import { CHECK_IN_ACTIONS, checkInValue } from '../check-in-actions.ts';
import { formButton, laterElements } from './around.ts';
import { itemBlocks } from './item.ts';
import { type CheckInModel, minutesFor, until } from './model.ts';

/**
 * A check-in that asks. What is wanted and the scale come first, so that a phone shows a question at once; until when,
 * and who sees the answers, stands below the questions. With ten items it has up to 47 of the 50 blocks that Slack takes.
 */
export function openBlocks(model: CheckInModel, texts: Texts): Block[] {
  const { checkIn, supervisors, contact, indicators } = model;
  const { checkIn: words, ratingScale } = texts;
  const points = SCORE_POINTS.map((point) => `*${point}* ${ratingScale.wording[point]}`);
  const count = countedItems(checkIn).length;
  return [
    section(`${opening(model, count, texts)}\n${words.question}`),
    context(words.legend(points, ratingScale.noOpportunity)),
    ...checkIn.items.flatMap((item) => {
      const [indicator, before] = [indicators[item.position], indicators[item.position - 1]];
      return itemBlocks(checkIn, item, { indicator, isOfTaskAbove: isOfSameTask(indicator, before) }, texts);
    }),
    divider(),
    context(
      [
        words.progress(answeredCount(checkIn), count),
        ...(isComplete(checkIn) ? [words.thenDone(words.done)] : reminderLine(model, texts)),
      ].join('　'),
    ),
    lastRow(model, texts),
    context(`${timeLine(model, texts)}\n${words.quoted}`),
    context(
      words.audience(
        supervisors.map((name) => escapeMrkdwn(literally(name))),
        contact === undefined ? undefined : escapeMrkdwn(contact),
      ),
    ),
  ];
}

/** The same in a sentence that stands alone in a notification. */
export function openText(model: CheckInModel, texts: Texts): string {
  const { checkIn, now } = model;
  const { checkIn: words, dates } = texts;
  const items = countedItems(checkIn).length;
  const [minutes, closes] = [minutesFor(items), until(model, texts)];
  if (now < checkIn.periodEndsAt) return words.notification(items, minutes, closes);
  return words.notificationLate(dates.week(checkIn.period), items, minutes, closes);
}

/** What is wanted and how long it takes; before they answer, people know that it is late. */
function opening({ checkIn, now }: CheckInModel, count: number, { checkIn: words, dates }: Texts): string {
  const minutes = minutesFor(count);
  if (now < checkIn.periodEndsAt) return words.opening(count, minutes);
  return words.openingLate(dates.week(checkIn.period), count, minutes);
}

function isOfSameTask(one: IndicatorInContext | undefined, other: IndicatorInContext | undefined): boolean {
  return one?.standardCode === other?.standardCode && one?.taskCode === other?.taskCode;
}

/** Which week it is about and until when it is open; once the week is over, that answers are late and still welcome. */
function timeLine(model: CheckInModel, texts: Texts): string {
  const { checkIn, timeZone, now } = model;
  const { checkIn: words, dates } = texts;
  const { period, periodEndsAt } = checkIn;
  const range = dates.range(
    localTime(periodStart(period, timeZone), timeZone),
    localTime(minuteBefore(periodEndsAt), timeZone),
  );
  const say = now < periodEndsAt ? words.periodAndClosing : words.periodIsOver;
  return say(dates.week(period), range, until(model, texts));
}

/** What the member asked for is promised; what comes unasked is not announced. */
function reminderLine({ checkIn, timeZone, now }: CheckInModel, { checkIn: words, dates }: Texts): string[] {
  const { remindAt, remindAsked } = checkIn;
  if (!remindAsked || remindAt === undefined || remindAt <= now) return [];
  return [words.remindAt(dates.dayAndTime(localTime(remindAt, timeZone)))];
}

/** Whoever has answered everything only wants to be done. */
function lastRow(model: CheckInModel, texts: Texts): Block {
  const { checkIn } = model;
  const { checkIn: words } = texts;
  const form = formButton(model, words.form);
  if (isComplete(checkIn)) {
    const value = checkInValue(checkIn.checkInId);
    const done = button({ actionId: CHECK_IN_ACTIONS.putAway, text: words.done, value, style: 'primary' });
    return actions('check-in-done', [...form, done]);
  }
  // Slack keeps what was chosen in a menu for as long as its block has the same id.
  const blockId = `check-in-around-${checkIn.remindAt?.getTime() ?? 'none'}`;
  return actions(blockId, [...form, ...laterElements(model, texts)]);
}
