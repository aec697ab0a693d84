import { UnansweredError } from '../errors.ts';
import type { CheckInForMember } from '../storage/check-ins/check-in-rows.ts';
import { type DrawingTimes, finishDrawing, giveUpDrawing } from '../storage/check-ins/drawing.ts';
import type { Context } from './context.ts';

/** In milliseconds of the machine's time. */
export interface DrawingTimings {
  /**
   * How long one process alone may draw a check-in: longer than it can take, which is a `response_url` and then a
   * `chat.update`, each with its time limit.
   */
  readonly aloneMs: number;
  /** How long a picture that was sent without an answer may still arrive. */
  readonly doubtMs: number;
}

export const DRAWING_TIMINGS: DrawingTimings = { aloneMs: 22_000, doubtMs: 60_000 };

/** Until when a right to draw that is taken now lasts, and a doubt that begins now. */
export function drawingTimes({ now, machineNow, drawing }: Context): DrawingTimes {
  const machine = machineNow();
  return {
    now: now(),
    machineNow: machine,
    drawingUntil: new Date(machine.getTime() + drawing.aloneMs),
    doubtfulUntil: new Date(machine.getTime() + drawing.doubtMs),
  };
}

/** Shows a state in Slack; `doubtful` when a picture without an answer may still arrive after it. */
export type Draw = (state: CheckInForMember) => Promise<'certain' | 'doubtful'>;

/**
 * Draws a check-in that the caller has the right to draw, and again while it has changed meanwhile: one drawing is
 * in flight at a time, in all processes together, because neither `response_url` nor `chat.update` promises an
 * order. When a drawing fails the right is given back, and the tick draws what is owed; an `UnansweredError` says that
 * its picture may still arrive.
 */
export async function drawCheckIn(context: Context, state: CheckInForMember, draw: Draw): Promise<void> {
  const db = context.database.prisma;
  let newest: CheckInForMember | undefined = state;
  while (newest !== undefined) {
    const { workspaceId, checkInId, version }: CheckInForMember['checkIn'] = newest.checkIn;
    const beganAt = context.machineNow();
    try {
      const doubtful = (await draw(newest)) === 'doubtful';
      const drawn = { workspaceId, checkInId, version, doubtful, beganAt };
      newest = await finishDrawing(db, drawn, drawingTimes(context));
    } catch (error) {
      const doubtful = error instanceof UnansweredError;
      await giveUpDrawing(db, { workspaceId, checkInId, doubtful }, drawingTimes(context));
      throw error;
    }
  }
}
