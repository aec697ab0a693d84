import { forgetEvents } from '../storage/events/note-event.ts';
import { forgetWholeBudgets } from '../storage/pace/hold-back.ts';
import type { Context } from './context.ts';

const DAY_MS = 24 * 3_600_000;

/** Forgets what says nothing any more: events that Slack will not repeat, and budgets that are whole. */
export async function keepHouse({ database, machineNow }: Context): Promise<void> {
  const yesterday = new Date(machineNow().getTime() - DAY_MS);
  await forgetEvents(database.prisma, yesterday);
  await forgetWholeBudgets(database.prisma, yesterday);
}
