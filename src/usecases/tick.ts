import { abandonClaims, findWorkspacesToWake } from '../storage/deliveries/find-deliveries.ts';
import type { Context } from './context.ts';
import { planCheckIns } from './plan-check-ins.ts';
import { planDigests } from './plan-digests.ts';

/** A sender that has not finished a claim for this long is dead: one post takes at most 10 s, a batch ten of them. */
const CLAIM_LOST_AFTER_MS = 150_000;

/**
 * Once a minute: creates what is due at the business time, hands on what a dead sender left behind, and wakes
 * the sender for whatever has lost its wake-up.
 */
export async function tick(
  context: Context,
  machineNow: Date,
): Promise<{ checkIns: number; digests: number }> {
  const checkIns = await planCheckIns(context);
  const digests = await planDigests(context);
  const db = context.database.prisma;
  const abandoned = await abandonClaims(db, new Date(machineNow.getTime() - CLAIM_LOST_AFTER_MS));
  if (abandoned > 0) context.log.warn({ abandoned }, 'deliveries of a dead sender are uncertain now');
  const waiting = await findWorkspacesToWake(db, machineNow);
  if (waiting.length > 0) await context.wakeSender(db, waiting);
  return { checkIns, digests };
}
