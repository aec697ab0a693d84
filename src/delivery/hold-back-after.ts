import type { Verdict } from './classify-error.ts';
import type { Pace } from './pace.ts';

/** Where Slack said "too many" every process hears of it; answers for how many seconds, undefined where it did not. */
export async function holdBackAfter(
  pace: Pace,
  workspaceId: string,
  verdict: Verdict,
  machineNow: () => Date,
): Promise<number | undefined> {
  if (verdict.outcome !== 'transient' || verdict.retryAfterSeconds === undefined) return undefined;
  await pace.holdBack(workspaceId, verdict.retryAfterSeconds, machineNow());
  return verdict.retryAfterSeconds;
}
