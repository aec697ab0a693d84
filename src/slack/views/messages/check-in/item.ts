import type { CheckIn, CheckInItem } from '../../../../domain/check-in/check-in.ts';
import { SCORE_POINTS } from '../../../../domain/check-in/rating.ts';
import type { IndicatorInContext } from '../../../../domain/standard/indicator-in-context.ts';
import type { Texts } from '../../../../texts/texts.ts';
import { actions, type Block, button, context, divider, section } from '../../../blocks/build.ts';
import { escapeMrkdwn } from '../../../blocks/escape.ts';
import { overflow } from '../../../blocks/inputs.ts';
import { answersId, CHECK_IN_ACTIONS, ITEM_MENU, menuId } from '../check-in-actions.ts';
import { besideAnswer } from './beside-answer.ts';
import { answerText } from './model.ts';
import { officialText } from './official-text.ts';

/** Answers are given under each item, or in the form alone. */
export type AnswersGiven = 'here' | 'in-form';

/**
 * One indicator with its answer, its ⋯ menu and its row of answers; a closed one takes no more of them, and has none
 * where the form does. The task is named once above all its indicators.
 */
export function itemBlocks(
  checkIn: CheckIn,
  item: CheckInItem,
  {
    indicator,
    isOfTaskAbove,
    answersGiven,
  }: {
    readonly indicator: IndicatorInContext | undefined;
    readonly isOfTaskAbove: boolean;
    readonly answersGiven: AnswersGiven;
  },
  texts: Texts,
): Block[] {
  const { checkIn: words } = texts;
  const menu = overflow({
    actionId: CHECK_IN_ACTIONS.item,
    choices: ITEM_MENU.map((choice) => ({ text: words.itemMenu[choice], value: choice })),
  });
  const official = `*${item.indicatorCode}*　${escapeMrkdwn(indicatorText(indicator, item))}`;
  return [
    divider(),
    ...(indicator === undefined || isOfTaskAbove
      ? []
      : [context(escapeMrkdwn(taskLine(checkIn, indicator)))]),
    section([official, ...marks(item, texts)].join('\n'), menu, menuId(checkIn.checkInId, item.position)),
    ...(item.closed || answersGiven === 'in-form' ? [] : [answerRow(checkIn, item, texts)]),
  ];
}

/** What is saved, what there is beside it, and that it takes no more answers. */
function marks({ answer, note, evidence, closed }: CheckInItem, texts: Texts): string[] {
  const { checkIn: words } = texts;
  return [
    ...(answer === undefined ? [] : [words.saved(answerText(answer, texts))]),
    ...besideAnswer({ note, evidence }, texts),
    ...(closed ? [words.itemClosed] : []),
  ];
}

function answerRow(checkIn: CheckIn, { answer, position, indicatorCode }: CheckInItem, texts: Texts): Block {
  const { checkIn: words, ratingScale } = texts;
  return actions(answersId(checkIn.checkInId, position), [
    ...SCORE_POINTS.map((point) =>
      button({
        actionId: `${CHECK_IN_ACTIONS.rate}-${point}`,
        text: String(point),
        value: String(point),
        accessibilityLabel: words.scoreLabel(indicatorCode, point, ratingScale.wording[point]),
        ...(answer === point ? { style: 'primary' as const } : {}),
      }),
    ),
    button({
      actionId: `${CHECK_IN_ACTIONS.rate}-no-opportunity`,
      text: ratingScale.noOpportunityShort,
      value: 'no-opportunity',
      accessibilityLabel: words.noOpportunityLabel(indicatorCode, ratingScale.noOpportunity),
      ...(answer === 'no-opportunity' ? { style: 'primary' as const } : {}),
    }),
    ...(answer === undefined
      ? []
      : [
          button({
            actionId: `${CHECK_IN_ACTIONS.rate}-take-back`,
            text: words.takeBack,
            value: 'take-back',
            accessibilityLabel: words.takeBackLabel(indicatorCode),
          }),
        ]),
  ]);
}

/** The standard is named only where a check-in has indicators of more than one. */
function taskLine({ items }: CheckIn, { standardName, taskCode, taskName }: IndicatorInContext): string {
  const mixed = new Set(items.map(({ standardCode }) => standardCode)).size > 1;
  return `${mixed ? `${standardName}｜` : ''}${taskCode} ${taskName}`;
}

function indicatorText(indicator: IndicatorInContext | undefined, item: CheckInItem): string {
  return indicator === undefined ? item.standardCode : officialText(indicator);
}
