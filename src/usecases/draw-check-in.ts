import type { CheckInForMember } from '../storage/check-ins/check-in-rows.ts';
import { finishDrawing, giveUpDrawing } from '../storage/check-ins/drawing.ts';
import type { Context } from './context.ts';

/**
 * How long one process alone may draw a check-in, in milliseconds of the machine's time. Longer than drawing can
 * take: a `response_url` and then a `chat.update`, each with its time limit.
 */
const DRAWING_MS = 20_000;

/** Until when a right to draw that is taken now lasts. */
export function drawingTimes({ now, machineNow }: Context): {
  now: Date;
  machineNow: Date;
  drawingUntil: Date;
} {
  const machine = machineNow();
  return { now: now(), machineNow: machine, drawingUntil: new Date(machine.getTime() + DRAWING_MS) };
}

/** Shows a state in Slack; `doubtful` when something older may still arrive after it. */
export type Draw = (state: CheckInForMember) => Promise<'certain' | 'doubtful'>;

/**
 * Draws a check-in that the caller has the right to draw, and again while it has changed meanwhile: one drawing is
 * in flight at a time, in all processes together, because neither `response_url` nor `chat.update` promises an
 * order. When a drawing fails the right is given back, and the tick draws what is owed.
 */
export async function drawCheckIn(context: Context, state: CheckInForMember, draw: Draw): Promise<void> {
  const db = context.database.prisma;
  let newest: CheckInForMember | undefined = state;
  while (newest !== undefined) {
    const { workspaceId, checkInId, version }: CheckInForMember['checkIn'] = newest.checkIn;
    try {
      const doubtful = (await draw(newest)) === 'doubtful';
      newest = await finishDrawing(db, { workspaceId, checkInId, version, doubtful }, drawingTimes(context));
    } catch (error) {
      await giveUpDrawing(db, { workspaceId, checkInId });
      throw error;
    }
  }
}
