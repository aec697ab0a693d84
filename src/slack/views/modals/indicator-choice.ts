import type { IndicatorKey } from '../../../domain/check-in/choose-indicators.ts';

/** An indicator as the value of a choice. */
export function indicatorChoice({ standardCode, indicatorCode }: IndicatorKey): string {
  return `${standardCode} ${indicatorCode}`;
}

/** The indicator that a choice means; undefined for what a menu of ours cannot carry. */
export function readIndicatorChoice(value: string | null | undefined): IndicatorKey | undefined {
  const [, standardCode, indicatorCode] = /^(\S+) (\S+)$/.exec(value ?? '') ?? [];
  if (standardCode === undefined || indicatorCode === undefined) return undefined;
  return { standardCode, indicatorCode };
}
