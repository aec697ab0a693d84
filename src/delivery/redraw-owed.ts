import type { CheckInForMember } from '../storage/check-ins/check-in-rows.ts';
import { FAILURES, isItsTurn, type OwedParts, updateUnlessGone } from './owed-updates.ts';
import type { RenderedMessage } from './sender-parts.ts';

export interface RedrawParts extends OwedParts {
  /** Takes the right to draw one check-in whose message is behind; undefined when there is none. */
  readonly claim: (workspaceId: string) => Promise<CheckInForMember | undefined>;
  /** Draws one, and again while it changes meanwhile; gives the right back when that fails. */
  readonly drawWith: (
    state: CheckInForMember,
    draw: (newest: CheckInForMember) => Promise<'certain'>,
  ) => Promise<void>;
  readonly render: (state: CheckInForMember) => RenderedMessage;
}

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
      await updateUnlessGone(parts, workspaceId, newest.message, parts.render(newest));
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
