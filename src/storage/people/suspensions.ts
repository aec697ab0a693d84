import { z } from 'zod';
import type { Queryable } from '../database.ts';

/**
 * Notes that Slack refuses the bot itself in a workspace: nothing is sent there until it does not. Answers whether it
 * is news.
 */
export async function suspendWorkspace(
  db: Queryable,
  workspaceId: string,
  reason: string,
  machineNow: Date,
): Promise<boolean> {
  const suspended = await db.$executeRaw`
    UPDATE workspace SET suspended_at = ${machineNow}::timestamptz, suspended_reason = ${reason}
     WHERE workspace_id = ${workspaceId} AND suspended_at IS NULL`;
  return suspended === 1;
}

/** Slack takes the bot's word again. Answers whether it is news. */
export async function resumeWorkspace(db: Queryable, workspaceId: string): Promise<boolean> {
  const resumed = await db.$executeRaw`
    UPDATE workspace SET suspended_at = NULL, suspended_reason = NULL
     WHERE workspace_id = ${workspaceId} AND suspended_at IS NOT NULL`;
  return resumed === 1;
}

const suspendedRow = z.object({ suspended_reason: z.string().nullable() });

/** Why Slack refuses the bot in a workspace, or undefined when it does not. */
export async function findSuspension(db: Queryable, workspaceId: string): Promise<string | undefined> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT suspended_reason FROM workspace WHERE workspace_id = ${workspaceId} AND suspended_at IS NOT NULL`;
  return rows.map((raw) => suspendedRow.parse(raw).suspended_reason ?? 'unknown')[0];
}
