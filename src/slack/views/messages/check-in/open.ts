import { answeredCount, countedItems, isComplete } from '../../../../domain/check-in/check-in.ts';
import { localTime, minuteBefore } from '../../../../domain/check-in/local-time.ts';
import { periodStart } from '../../../../domain/check-in/period.ts';
import { SCORE_POINTS } from '../../../../domain/check-in/rating.ts';
import type { IndicatorInContext } from '../../../../domain/standard/indicator-in-context.ts';
import type { Texts } from '../../../../texts/texts.ts';
import { actions, type Block, button, context, divider, section } from '../../../blocks/build.ts';
import { escapeMrkdwn, literally } from '../../../blocks/escape.ts';
import { areTooLong } from '../../../blocks/limits.ts';
import { CHECK_IN_ACTIONS, rowId } from '../check-in-actions.ts';
import { answerLines } from './answer-lines.ts';
import { formButton, laterElements } from './around.ts';
import { type AnswersGiven, itemBlocks } from './item.ts';
import { type CheckInModel, minutesFor, until } from './model.ts';

/**
 * A check-in that asks, with as much as Slack takes in one message: buttons under every item; else the items alone, and
 * *answer in one form*; else a line an item, where a standard has longer words than any that is published.
 */
export function openBlocks(model: CheckInModel, texts: Texts): Block[] {
  const draw = (answersGiven: AnswersGiven, shown: CheckInModel = model) =>
    blocksAround(model, texts, answersGiven, itemsWith(answersGiven, shown, texts));
  if (!areTooLong(draw('here', atItsLongest(model)))) return draw('here');
  const items = draw('in-form');
  if (!areTooLong(items)) return items;
  return blocksAround(model, texts, 'in-form', [divider(), section(answerLines(model, texts))]);
}

/** As it is once everything is answered and has its note and evidence: no button goes while somebody is answering. */
function atItsLongest(model: CheckInModel): CheckInModel {
  const items = model.checkIn.items.map((item) => ({
    ...item,
    answer: item.answer ?? ('no-opportunity' as const),
    note: item.note ?? { text: '', visibility: 'supervisor' as const },
    evidence: Math.max(item.evidence, 99),
  }));
  return { ...model, checkIn: { ...model.checkIn, items } };
}

/**
 * What is wanted and the scale come first, so that a phone shows a question at once; until when, and who sees the
 * answers, stands below the questions. With ten items it has up to 47 of the 50 blocks that Slack takes.
 */
function blocksAround(
  model: CheckInModel,
  texts: Texts,
  answersGiven: AnswersGiven,
  items: readonly Block[],
): Block[] {
  const { checkIn, supervisors, contact } = model;
  const { checkIn: words, ratingScale } = texts;
  const points = SCORE_POINTS.map((point) => `*${point}* ${ratingScale.wording[point]}`);
  const count = countedItems(checkIn).length;
  return [
    section(
      [
        opening(model, count, texts),
        words.question,
        ...(answersGiven === 'in-form' ? [words.inFormOnly(words.form)] : []),
      ].join('\n'),
    ),
    context(words.legend(points, ratingScale.noOpportunity)),
    ...items,
    divider(),
    context(
      [
        words.progress(answeredCount(checkIn), count),
        ...(isComplete(checkIn) ? [words.thenDone(words.done)] : reminderLine(model, texts)),
      ].join('　'),
    ),
    lastRow(model, texts, answersGiven),
    context(`${timeLine(model, texts)}\n${words.quoted}`),
    context(
      words.audience(
        supervisors.map((name) => escapeMrkdwn(literally(name))),
        contact === undefined ? undefined : escapeMrkdwn(contact),
      ),
    ),
  ];
}

function itemsWith(answersGiven: AnswersGiven, { checkIn, indicators }: CheckInModel, texts: Texts): Block[] {
  return checkIn.items.flatMap((item) => {
    const [indicator, before] = [indicators[item.position], indicators[item.position - 1]];
    const isOfTaskAbove = isOfSameTask(indicator, before);
    return itemBlocks(checkIn, item, { indicator, isOfTaskAbove, answersGiven }, texts);
  });
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
function lastRow(model: CheckInModel, texts: Texts, answersGiven: AnswersGiven): Block {
  const { checkIn } = model;
  const { checkIn: words } = texts;
  if (isComplete(checkIn)) {
    const done = button({ actionId: CHECK_IN_ACTIONS.putAway, text: words.done, style: 'primary' });
    return actions(rowId('check-in-done', checkIn.checkInId), [formButton(words.form), done]);
  }
  const form = formButton(words.form, answersGiven === 'in-form' ? 'primary' : undefined);
  // Slack keeps what was chosen in a menu for as long as its block has the same id.
  const blockId = rowId('check-in-around', checkIn.checkInId, checkIn.remindAt?.getTime());
  return actions(blockId, [form, ...laterElements(model, texts)]);
}
