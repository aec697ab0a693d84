import { findSuspension } from '../storage/people/suspensions.ts';
import type { Context } from './context.ts';

/** What the program needs to do its work, and whether it is there. */
export interface Readiness {
  readonly database: 'reachable' | 'unreachable';
  /** `taken`, or Slack's reason for refusing the bot; unknown while the database is away. */
  readonly slack: string;
}

/** A database that takes longer than this is away. */
const WITHIN_MS = 1_000;

/** One statement answers both questions. */
export async function checkReadiness({ database, log }: Context, workspaceId: string): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database took too long')), WITHIN_MS);
  });
  try {
    const suspension = await Promise.race([findSuspension(database.prisma, workspaceId), tooLate]);
    return { database: 'reachable', slack: suspension ?? 'taken' };
  } catch (error) {
    log.warn({ err: error }, 'the database is away');
    return { database: 'unreachable', slack: 'unknown' };
  } finally {
    clearTimeout(timer);
  }
}
