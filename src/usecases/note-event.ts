import { noteEvent as note } from '../storage/events/note-event.ts';
import type { Context } from './context.ts';

/** Notes an event that Slack delivered; false when some process has it already. */
export async function noteEvent(
  { database, machineNow }: Context,
  event: { workspaceId: string; eventId: string },
): Promise<boolean> {
  return await note(database.prisma, event, machineNow());
}
