import type { CheckInItem } from '../../../domain/check-in/check-in.ts';
import type { IndicatorInContext } from '../../../domain/standard/indicator-in-context.ts';
import { type Block, context, section } from '../../blocks/build.ts';
import { escapeMrkdwn } from '../../blocks/escape.ts';
import { officialText } from '../messages/check-in/official-text.ts';

/**
 * The task and the indicator of an item, verbatim with its notes; only its codes where the standard is not installed.
 */
export function officialIndicator(
  item: Pick<CheckInItem, 'standardCode' | 'indicatorCode'>,
  indicator: IndicatorInContext | undefined,
): Block[] {
  if (indicator === undefined) {
    return [section(`*${escapeMrkdwn(item.indicatorCode)}*　${escapeMrkdwn(item.standardCode)}`)];
  }
  const { standardName, taskCode, taskName, code } = indicator;
  return [
    context(escapeMrkdwn(`${standardName}｜${taskCode} ${taskName}`)),
    section(`*${escapeMrkdwn(code)}*　${escapeMrkdwn(officialText(indicator))}`),
  ];
}
