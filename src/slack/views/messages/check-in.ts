import {
  answeredCount,
  type CheckIn,
  type CheckInItem,
  type CheckInStage,
  openItems,
  stageOf,
} from '../../../domain/check-in/check-in.ts';
import { localTime, minuteBefore } from '../../../domain/check-in/local-time.ts';
import { periodStart } from '../../../domain/check-in/period.ts';
import { type Rating, SCORE_POINTS } from '../../../domain/check-in/rating.ts';
import type { IndicatorInContext } from '../../../domain/standard/indicator-in-context.ts';
import type { Texts } from '../../../texts/texts.ts';
import { actions, type Block, button, context, divider, type Message, section } from '../../blocks/build.ts';
import { escapeMrkdwn } from '../../blocks/escape.ts';
import { truncate } from '../../blocks/truncate.ts';
import { CHECK_IN_ACTIONS, checkInValue } from './check-in-actions.ts';

/** A check-in as its member sees it: the state from the database, and the official wording of its items. */
export interface CheckInModel {
  readonly checkIn: CheckIn;
  readonly timeZone: string;
  readonly supervisors: readonly string[];
  readonly contact: string | undefined;
  /** In the order of the items; undefined where the standard is no longer installed. */
  readonly indicators: readonly (IndicatorInContext | undefined)[];
  readonly now: Date;
}

/** The message of a check-in in the stage it is in: asking, thanking or closed. */
export function checkInMessage(model: CheckInModel, texts: Texts): Message {
  const stage = stageOf(model.checkIn, model.now);
  const blocks = BLOCKS[stage](model, texts);
  return { text: plainTextOf(stage, model, texts), blocks };
}

const BLOCKS: Record<CheckInStage, (model: CheckInModel, texts: Texts) => Block[]> = {
  open: openBlocks,
  answered: answeredBlocks,
  closed: closedBlocks,
};

function plainTextOf(stage: CheckInStage, model: CheckInModel, texts: Texts): string {
  const { checkIn } = model;
  const { length: asked } = openItems(checkIn);
  if (stage === 'answered') return texts.checkIn.thanks(asked);
  if (asked === 0) return texts.checkIn.allClosed(texts.dates.week(checkIn.period));
  if (stage === 'closed') return texts.checkIn.closed(texts.dates.week(checkIn.period), until(model, texts));
  return texts.checkIn.notification(asked, minutesFor(checkIn), until(model, texts));
}

function openBlocks(model: CheckInModel, texts: Texts): Block[] {
  const { checkIn, supervisors, contact, indicators } = model;
  const { checkIn: words, dates, ratingScale } = texts;
  const { items, period, periodEndsAt } = checkIn;
  const zone = model.timeZone;
  const range = dates.range(
    localTime(periodStart(period, zone), zone),
    localTime(minuteBefore(periodEndsAt), zone),
  );
  const points = SCORE_POINTS.map((point) => `*${point}* ${ratingScale.wording[point]}`);
  const { length: asked } = openItems(checkIn);
  const complete = answeredCount(checkIn) === asked;
  return [
    section(`${words.opening(asked, minutesFor(checkIn))}\n${words.question}`),
    context(words.periodAndClosing(dates.week(period), range, until(model, texts))),
    context(
      words.audience(
        supervisors.map(escapeMrkdwn),
        contact === undefined ? undefined : escapeMrkdwn(contact),
      ),
    ),
    context(words.legend(points, ratingScale.noOpportunity)),
    ...items.flatMap((item) => itemBlocks(checkIn, item, indicators[item.position], texts)),
    divider(),
    context(words.progress(answeredCount(checkIn), asked)),
    ...(complete
      ? [
          actions('check-in-done', [
            button({
              actionId: CHECK_IN_ACTIONS.putAway,
              text: words.done,
              value: checkInValue(checkIn.checkInId),
              style: 'primary',
            }),
          ]),
        ]
      : []),
  ];
}

function itemBlocks(
  checkIn: CheckIn,
  item: CheckInItem,
  indicator: IndicatorInContext | undefined,
  texts: Texts,
): Block[] {
  const { checkIn: words, ratingScale } = texts;
  const { answer, position } = item;
  const label = item.indicatorCode;
  const saved = answer === undefined ? '' : `\n${words.saved(answerText(answer, texts))}`;
  const value = (given: Rating | 'take-back') => checkInValue(checkIn.checkInId, position, given);
  const question = [
    divider(),
    ...(indicator === undefined ? [] : [context(escapeMrkdwn(taskLine(checkIn, indicator)))]),
    section(`*${label}*　${escapeMrkdwn(indicatorText(indicator, item))}${saved}`),
  ];
  if (item.closed) return [...question, context(words.itemClosed)];
  return [
    ...question,
    actions(`item-${position}`, [
      ...SCORE_POINTS.map((point) =>
        button({
          actionId: `${CHECK_IN_ACTIONS.rate}-${point}`,
          text: String(point),
          value: value(point),
          accessibilityLabel: words.scoreLabel(label, point, ratingScale.wording[point]),
          ...(answer === point ? { style: 'primary' as const } : {}),
        }),
      ),
      button({
        actionId: `${CHECK_IN_ACTIONS.rate}-no-opportunity`,
        text: ratingScale.noOpportunityShort,
        value: value('no-opportunity'),
        accessibilityLabel: words.noOpportunityLabel(label, ratingScale.noOpportunity),
        ...(answer === 'no-opportunity' ? { style: 'primary' as const } : {}),
      }),
      ...(answer === undefined
        ? []
        : [
            button({
              actionId: `${CHECK_IN_ACTIONS.rate}-take-back`,
              text: words.takeBack,
              value: value('take-back'),
              accessibilityLabel: words.takeBackLabel(label),
            }),
          ]),
    ]),
  ];
}

function answeredBlocks(model: CheckInModel, texts: Texts): Block[] {
  const { checkIn } = model;
  const { checkIn: words } = texts;
  return [
    section(`*${words.thanks(openItems(checkIn).length)}*\n${answerLines(model, texts)}`),
    context(words.changeUntil(until(model, texts))),
    actions('check-in-answered', [
      button({
        actionId: CHECK_IN_ACTIONS.reopen,
        text: words.change,
        value: checkInValue(checkIn.checkInId),
      }),
    ]),
  ];
}

function closedBlocks(model: CheckInModel, texts: Texts): Block[] {
  const { checkIn } = model;
  const { checkIn: words, dates } = texts;
  const week = dates.week(checkIn.period);
  const { length: asked } = openItems(checkIn);
  const said =
    asked === 0
      ? [section(words.allClosed(week))]
      : [
          section(words.closed(week, until(model, texts))),
          context(words.closedAnswers(answeredCount(checkIn), asked)),
        ];
  return [...said, section(answerLines(model, texts))];
}

/** Enough of an indicator to know it again; ten of them fit a section even when every character is escaped. */
const EXCERPT = 40;

/** A line an item, by the beginning of the indicator's own text: several of them may be of one task. */
function answerLines({ checkIn, indicators }: CheckInModel, texts: Texts): string {
  return checkIn.items
    .map((item) => {
      const text = indicators[item.position]?.text.replace(/\s+/gu, ' ');
      const excerpt = text === undefined ? '' : `${escapeMrkdwn(truncate(text, EXCERPT))}　`;
      const answer = item.answer === undefined ? texts.checkIn.notAnswered : answerText(item.answer, texts);
      return `*${item.indicatorCode}*　${excerpt}${answer}`;
    })
    .join('\n');
}

function answerText(answer: Rating, { ratingScale }: Texts): string {
  return answer === 'no-opportunity' ? ratingScale.noOpportunity : `${answer} ${ratingScale.wording[answer]}`;
}

/** The standard is named only where a check-in has indicators of more than one. */
function taskLine({ items }: CheckIn, { standardName, taskCode, taskName }: IndicatorInContext): string {
  const mixed = new Set(items.map(({ standardCode }) => standardCode)).size > 1;
  return `${mixed ? `${standardName}｜` : ''}${taskCode} ${taskName}`;
}

function indicatorText(indicator: IndicatorInContext | undefined, item: CheckInItem): string {
  if (indicator === undefined) return item.standardCode;
  const notes = indicator.notes.map(({ mark, text }) => `【${mark}】${text}`);
  return [indicator.text, ...notes].join('\n');
}

/** Four indicators are read and answered in about a minute. */
function minutesFor(checkIn: CheckIn): number {
  return Math.max(1, Math.ceil(openItems(checkIn).length / 4));
}

function until({ checkIn, timeZone }: CheckInModel, { dates }: Texts): string {
  return dates.dayAndTime(localTime(minuteBefore(checkIn.closesAt), timeZone));
}
