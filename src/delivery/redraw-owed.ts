import { setTimeout as pause } from 'node:timers/promises';
import type { CheckInForMember, MessagePlace } from '../storage/check-ins/check-in-rows.ts';
import { callUpdate } from './call-update.ts';
import { classifyError } from './classify-error.ts';
import type { Pace } from './pace.ts';
import type { RenderedMessage, SenderParts } from './sender-parts.ts';

export interface RedrawParts extends Pick<SenderParts, 'log' | 'machineNow' | 'timings'> {
  /** Takes the right to draw one check-in whose message is behind; undefined when there is none. */
  readonly claim: (workspaceId: string) => Promise<CheckInForMember | undefined>;
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

/** After so many that could not be drawn, the disturbance is left to pass. */
const FAILURES = 3;

/**
 * Draws, through `chat.update` and at its pace, the check-ins whose message is behind: a drawing failed, its process
 * died, or the change brought no `response_url`. Many changes of one check-in are one redraw. The right to draw is
 * taken when it is its turn: meanwhile a tap may draw. Answers how many were drawn.
 */
export async function redrawOwed(
  parts: RedrawParts,
  workspaceId: string,
  signal: AbortSignal,
): Promise<number> {
  let drawn = 0;
  let failed = 0;
  while (!signal.aborted && failed < FAILURES) {
    if (!(await isItsTurn(parts, workspaceId, signal))) break;
    const state = await parts.claim(workspaceId);
    if (state === undefined) break;
    if (await redraw(parts, state, signal)) drawn += 1;
    else failed += 1;
  }
  return drawn;
}

async function redraw(parts: RedrawParts, state: CheckInForMember, signal: AbortSignal): Promise<boolean> {
  const { workspaceId, checkInId } = state.checkIn;
  try {
    await parts.drawWith(state, async (newest) => {
      if (newest.message === undefined) throw new Error('it is not known where the message is');
      if (newest !== state && !(await isItsTurn(parts, workspaceId, signal))) {
        throw new Error('the pace of chat.update is used up');
      }
      await update(parts, workspaceId, newest.message, parts.render(newest));
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

/** Takes a place in the pace and waits for it; false when it would have to wait too long. */
async function isItsTurn(
  { pace, machineNow, timings }: RedrawParts,
  workspaceId: string,
  signal: AbortSignal,
): Promise<boolean> {
  const reserved = await pace.reserve(workspaceId, [''], machineNow(), timings.longestWaitMs);
  if (reserved.outcome === 'later') return false;
  await pause(reserved.waitsMs[0] ?? 0, undefined, { signal }).catch(() => {});
  return !signal.aborted;
}

/** A message that is gone, or that Slack will never take, is not owed a redraw for ever. */
async function update(
  parts: RedrawParts,
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
