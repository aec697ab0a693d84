import { UnansweredError } from '../errors.ts';
import { classifyError } from './classify-error.ts';
import { holdBackAfter } from './hold-back-after.ts';
import type { Pace } from './pace.ts';

/**
 * Calls `chat.update`, whose place in the pace has been taken. Where Slack says to wait, everything waits. Throws what
 * the call throws, and `UnansweredError` when nobody knows whether the message was changed.
 */
export async function callUpdate<Answer>(
  { pace, machineNow }: { readonly pace: Pace; readonly machineNow: () => Date },
  workspaceId: string,
  call: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    const verdict = classifyError(error);
    await holdBackAfter(pace, workspaceId, verdict, machineNow);
    if (verdict.outcome !== 'unknown') throw error;
    throw new UnansweredError('chat.update was not answered', { cause: error });
  }
}
