import { z } from 'zod';
import type { Schedule } from '../../domain/check-in/schedule.ts';
import { ActionableError } from '../../errors.ts';
import type { Database, Queryable } from '../database.ts';

export interface WorkspaceRecord {
  readonly workspaceId: string;
  readonly name: string;
  readonly isDemo: boolean;
  readonly contact: string | undefined;
}

/** Another real workspace than this one that the database holds; undefined where there is none. */
export async function findOtherWorkspace(db: Queryable, workspaceId: string): Promise<string | undefined> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT name FROM workspace WHERE workspace_id <> ${workspaceId} AND NOT is_demo LIMIT 1`;
  return z.array(z.object({ name: z.string() })).parse(rows)[0]?.name;
}

/**
 * Makes a workspace known, with its schedule not started; one that is known gets its name and contact updated.
 *
 * @throws {ActionableError} when the database belongs to the demo and the workspace is real, or the other way round.
 */
export async function ensureWorkspace(
  { prisma }: Database,
  workspace: WorkspaceRecord,
  schedule: Omit<Schedule, 'startedAt'>,
  now: Date,
): Promise<void> {
  const { workspaceId, name, isDemo, contact } = workspace;
  const foreign = await prisma.workspace.findFirst({ where: { isDemo: !isDemo } });
  if (foreign !== null) {
    throw new ActionableError(
      isDemo
        ? 'This database holds a real workspace, and the demo does not write into it'
        : 'This database holds the demo, and a real workspace does not share it',
      'give the demo and the bot a database each: another DATABASE_URL, or none',
    );
  }
  await prisma.workspace.upsert({
    where: { workspaceId },
    create: {
      workspaceId,
      name,
      isDemo,
      contact: contact ?? null,
      createdAt: now,
      schedule: {
        create: {
          checkInWeekday: schedule.checkIn.weekday,
          checkInTime: schedule.checkIn.time,
          itemsPerCheckIn: schedule.itemsPerCheckIn,
          lateDays: schedule.lateDays,
          digestWeekday: schedule.digest.weekday,
          digestTime: schedule.digest.time,
          reminders: schedule.reminders,
        },
      },
    },
    update: { name, ...(contact === undefined ? {} : { contact }) },
  });
}
