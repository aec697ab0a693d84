import { type Choice, chooseIndicators, type IndicatorKey } from '../domain/check-in/choose-indicators.ts';
import type { CandidateFacts } from '../storage/check-ins/find-candidates.ts';
import type { Context } from './context.ts';
import { candidatesOf } from './plan-check-ins.ts';

/** What the member's next check-in would ask if it were made now, and why each. */
export function chooseFor(
  context: Context,
  facts: CandidateFacts,
  count: number,
): (IndicatorKey & { readonly chosen: Choice })[] {
  const candidates = candidatesOf(context, facts);
  return chooseIndicators(candidates, count, facts.memberId).map((key) => {
    const asked = facts.lastAsked.get(`${key.standardCode} ${key.indicatorCode}`);
    return {
      ...key,
      chosen: {
        because: asked === undefined ? 'never-asked' : 'longest-ago',
        lastAskedAt: asked === undefined ? undefined : new Date(asked),
      },
    };
  });
}
