import { setTimeout as pause } from 'node:timers/promises';
import type { CheckInForMember, MessagePlace } from '../storage/check-ins/check-in-rows.ts';
import { classifyError } from './classify-error.ts';
import { holdBackAfter } from './interactive-calls.ts';
import type { Pace } from './pace.ts';
import type { RenderedMessage, SenderParts } from './sender-parts.ts';

export interface RedrawParts extends Pick<SenderParts, 'log' | 'machineNow' | 'timings'> {
  /** Takes the right to draw check-ins whose message is behind. */
  readonly claim: (workspaceId: string, limit: number) => Promise<readonly CheckInForMember[]>;
  /** Draws one, and again while it changes meanwhile; gives the right back when that fails. */
  readonly drawWith: (
    state: CheckInForMember,
    draw: (newest: CheckInForMember) => Promise<'certain'>,
  ) => Promise<void>;
  readonly render: (state: CheckInForMember) => RenderedMessage;
  readonly update: (place: MessagePlace, message: RenderedMessage) => Promise<void>;
  /** For `chat.update`. */
  readonly pace: Pace;
}

/** Few enough to be drawn within the right to draw them. */
const BATCH = 5;

/**
 * Draws, through `chat.update` and at its pace, the check-ins whose message is behind: a drawing failed, its process
 * died, or the change brought no `response_url`. Many changes of one check-in are one redraw.
 */
export async function redrawOwed(
  parts: RedrawParts,
  workspaceId: string,
  signal: AbortSignal,
): Promise<number> {
  let drawn = 0;
  for (;;) {
    const owed = await parts.claim(workspaceId, BATCH);
    let failed = 0;
    for (const state of owed) {
      if (await redraw(parts, state, signal)) drawn += 1;
      else failed += 1;
    }
    // What failed is claimed again at once: the next tick tries, when the pace and the disturbance may be over.
    if (owed.length < BATCH || failed > 0 || signal.aborted) return drawn;
  }
}

async function redraw(parts: RedrawParts, state: CheckInForMember, signal: AbortSignal): Promise<boolean> {
  const { workspaceId, checkInId } = state.checkIn;
  try {
    await parts.drawWith(state, async (newest) => {
      if (newest.message === undefined) throw new Error('it is not known where the message is');
      await untilItsTurn(parts, workspaceId, signal);
      await parts.update(newest.message, parts.render(newest)).catch(async (error: unknown) => {
        if (!(await isBeyondRepair(parts, workspaceId, error))) throw error;
      });
      return 'certain';
    });
    return true;
  } catch (error) {
    parts.log.warn(
      { workspaceId, checkInId, err: error },
      'a check-in could not be redrawn; it is tried again later',
    );
    return false;
  }
}

async function untilItsTurn(
  { pace, machineNow, timings }: RedrawParts,
  workspaceId: string,
  signal: AbortSignal,
): Promise<void> {
  const reserved = await pace.reserve(workspaceId, [''], machineNow(), timings.longestWaitMs);
  if (reserved.outcome === 'later') throw new Error('the pace of chat.update is used up');
  await pause(reserved.waitsMs[0] ?? 0, undefined, { signal });
}

/** A message that is gone, or that Slack will never take, is not owed a redraw for ever. */
async function isBeyondRepair(
  { pace, machineNow }: RedrawParts,
  workspaceId: string,
  error: unknown,
): Promise<boolean> {
  await holdBackAfter(pace, workspaceId, error, machineNow);
  const verdict = classifyError(error);
  return verdict.outcome === 'permanent' || GONE.has(verdict.reason);
}

/** https://docs.slack.dev/reference/methods/chat.update */
const GONE = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);
