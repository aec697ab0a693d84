import type { IndicatorKey } from '../check-in/choose-indicators.ts';
import type { Rating } from '../check-in/rating.ts';

/** What a member answered about an indicator in one check-in, as it stands: taken back is no reading. */
export interface Reading extends IndicatorKey {
  readonly rating: Rating;
  readonly answeredAt: Date;
}

/** The latest reading of every indicator since `validSince`, by {@link indicatorId}. `readings` are oldest first. */
export function standingsOf(readings: readonly Reading[], validSince: Date): ReadonlyMap<string, Rating> {
  return new Map(
    readings
      .filter(({ answeredAt }) => answeredAt >= validSince)
      .map((reading) => [indicatorId(reading), reading.rating]),
  );
}

export function indicatorId({ standardCode, indicatorCode }: IndicatorKey): string {
  return `${standardCode} ${indicatorCode}`;
}
