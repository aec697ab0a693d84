import type { Candidate } from '../domain/check-in/choose-indicators.ts';
import { indicatorId } from '../domain/home/reading.ts';
import type { StandardLibrary } from '../domain/standard/standard-library.ts';
import type { CandidateFacts } from '../storage/check-ins/find-candidates.ts';

/** Every indicator that a member can be asked about, with what the choice among them depends on. */
export function candidatesFrom(library: StandardLibrary, facts: CandidateFacts | undefined): Candidate[] {
  if (facts === undefined) return [];
  return [...facts.standards].flatMap(([standard, answeredSinceAssigned]) =>
    library.indicatorsOf(standard).map(({ standardCode, code, taskCode }) => {
      const key = indicatorId({ standardCode, indicatorCode: code });
      const asked = facts.asked.get(key);
      return {
        standardCode,
        indicatorCode: code,
        taskCode,
        lastAskedAt: asked?.at,
        waited: asked?.answeredSince ?? answeredSinceAssigned,
        focusSince: facts.focus.get(key),
      };
    }),
  );
}
