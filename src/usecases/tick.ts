import { abandonClaims } from '../storage/deliveries/abandon-claims.ts';
import { findWorkspacesToWake } from '../storage/deliveries/find-deliveries.ts';
import type { Context } from './context.ts';
import { planCheckIns } from './plan-check-ins.ts';
import { planDigests } from './plan-digests.ts';
import { planReminders } from './plan-reminders.ts';
import { turnCheckIns } from './turn-check-ins.ts';

/**
 * Once a minute: creates the check-ins, reminders and digests that are due at the business time, has redrawn what time
 * has changed, hands on what a dead sender left behind (`leaseMs` after it was claimed), and wakes the sender for
 * whatever has lost its wake-up.
 */
export async function tick(
  context: Context,
  leaseMs: number,
): Promise<{ checkIns: number; reminders: number; digests: number }> {
  const checkIns = await planCheckIns(context);
  const reminders = await planReminders(context);
  const digests = await planDigests(context);
  await turnCheckIns(context);
  const db = context.database.prisma;
  const machineNow = context.machineNow();
  const { abandoned } = await abandonClaims(db, new Date(machineNow.getTime() - leaseMs));
  if (abandoned > 0) context.log.warn({ abandoned }, 'deliveries of a dead sender are uncertain now');
  const waiting = await findWorkspacesToWake(db, { machineNow, now: context.now() });
  if (waiting.length > 0) await context.wakeSender(db, waiting);
  return { checkIns, reminders, digests };
}
