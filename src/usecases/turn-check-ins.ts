import { turnCheckIns as turn } from '../storage/check-ins/turn-check-ins.ts';
import type { Context } from './context.ts';

/** How many one statement looks after: its locks are held shortly. */
const BATCH = 500;

/** Has the messages redrawn that time alone has changed: late from the period's end, closed from the closing. */
export async function turnCheckIns({ database, now }: Pick<Context, 'database' | 'now'>): Promise<void> {
  while ((await turn(database.prisma, now(), BATCH)) === BATCH);
}
