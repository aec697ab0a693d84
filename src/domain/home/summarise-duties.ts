import type { Rating } from '../check-in/rating.ts';
import { type GapFigure, gapFigure } from '../digest/gap-figure.ts';
import type { IndicatorInContext } from '../standard/indicator-in-context.ts';
import { indicatorId } from './reading.ts';

/** Where a member stands in one duty of their standard. */
export interface DutySummary {
  readonly standardCode: string;
  readonly dutyCode: string;
  readonly dutyName: string;
  /** Undefined while there is no score. */
  readonly figure: GapFigure | undefined;
  /** Indicators with a standing; *no opportunity* is one. */
  readonly covered: number;
  readonly indicators: number;
}

/** Every duty of the member's indicators, in the order of the documents. */
export function summariseDuties(
  indicators: readonly IndicatorInContext[],
  standings: ReadonlyMap<string, Rating>,
  target: number,
): DutySummary[] {
  const byDuty = Map.groupBy(indicators, ({ standardCode, dutyCode }) => `${standardCode} ${dutyCode}`);
  return [...byDuty.values()].flatMap((ofDuty) => {
    const [first] = ofDuty;
    if (first === undefined) return [];
    const held = ofDuty.flatMap(
      ({ standardCode, code }) => standings.get(indicatorId({ standardCode, indicatorCode: code })) ?? [],
    );
    const { standardCode, dutyCode, dutyName } = first;
    return [
      {
        standardCode,
        dutyCode,
        dutyName,
        figure: gapFigure(held, target),
        covered: held.length,
        indicators: ofDuty.length,
      },
    ];
  });
}

/** Duties with a score, told apart by the target: those that reach it and those below, widest gap first. */
export interface StrengthsAndGaps {
  readonly strengths: readonly ScoredDuty[];
  readonly gaps: readonly ScoredDuty[];
}

export type ScoredDuty = DutySummary & { readonly figure: GapFigure };

export function strengthsAndGaps(duties: readonly DutySummary[]): StrengthsAndGaps {
  const scored = duties
    .filter((duty): duty is ScoredDuty => duty.figure !== undefined)
    .toSorted((one, other) => other.figure.gap - one.figure.gap || other.figure.n - one.figure.n);
  return {
    strengths: scored.filter(({ figure }) => figure.gap <= 0).reverse(),
    gaps: scored.filter(({ figure }) => figure.gap > 0),
  };
}
