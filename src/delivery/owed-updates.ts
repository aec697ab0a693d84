import { setTimeout as pause } from 'node:timers/promises';
import type { MessagePlace } from '../storage/check-ins/check-in-rows.ts';
import { callUpdate } from './call-update.ts';
import { classifyError } from './classify-error.ts';
import type { Pace } from './pace.ts';
import type { RenderedMessage, SenderParts } from './sender-parts.ts';

/** What the tick changes messages with that nobody waits for. */
export interface OwedParts extends Pick<SenderParts, 'log' | 'machineNow' | 'timings'> {
  readonly update: (place: MessagePlace, message: RenderedMessage) => Promise<void>;
  /** For `chat.update`. */
  readonly pace: Pace;
}

/** After so many that could not be changed, the disturbance is left to pass. */
export const FAILURES = 3;

/** Takes a place in the pace and waits for it; false when it would have to wait too long. */
export async function isItsTurn(
  { pace, machineNow, timings }: OwedParts,
  workspaceId: string,
  signal: AbortSignal,
): Promise<boolean> {
  const reserved = await pace.reserve(workspaceId, [''], machineNow(), timings.longestWaitMs);
  if (reserved.outcome === 'later') return false;
  await pause(reserved.waitsMs[0] ?? 0, undefined, { signal }).catch(() => {});
  return !signal.aborted;
}

/** A message that is gone, or that Slack will never take, is not owed a redraw for ever. */
export async function updateUnlessGone(
  parts: OwedParts,
  workspaceId: string,
  place: MessagePlace,
  message: RenderedMessage,
): Promise<void> {
  try {
    await callUpdate(parts, workspaceId, () => parts.update(place, message));
  } catch (error) {
    const verdict = classifyError(error);
    const isBeyondRepair =
      GONE.has(verdict.reason) || (verdict.outcome === 'permanent' && verdict.concerns !== 'workspace');
    if (!isBeyondRepair || RIGHTS.has(verdict.reason)) throw error;
  }
}

/** What the app may do again once it is installed anew. */
const RIGHTS = new Set(['missing_scope', 'no_permission']);

/** https://docs.slack.dev/reference/methods/chat.update */
const GONE = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);
