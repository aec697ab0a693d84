import { periodOf } from '../domain/check-in/period.ts';
import type { Delivery } from '../domain/delivery/delivery.ts';
import { recordTrouble } from '../storage/deliveries/record-trouble.ts';
import { findSuspension, resumeWorkspace, suspendWorkspace } from '../storage/people/suspensions.ts';
import { PERMANENT_ERRORS } from './classify-error.ts';
import type { SenderParts } from './sender-parts.ts';

/** At most this many administrators are told. */
const ADMINISTRATORS = 10;

/** Counts a message that failed for good; its administrators are told once a reason and week, not once a message. */
export async function noteFailure(
  parts: Pick<SenderParts, 'database' | 'machineNow' | 'newId' | 'log'>,
  delivery: Pick<Delivery, 'workspaceId' | 'deliveryId'>,
  reason: string,
): Promise<void> {
  const { workspaceId, deliveryId } = delivery;
  const now = parts.machineNow();
  const isUnreachable = PERMANENT_ERRORS.get(reason)?.concerns === 'member';
  const ids = {
    troubleId: parts.newId(),
    deliveryIds: Array.from({ length: ADMINISTRATORS }, () => parts.newId()),
  };
  try {
    await recordTrouble(
      parts.database.prisma,
      { workspaceId, deliveryId, reason, week: periodOf(now, 'UTC'), isUnreachable },
      ids,
      now,
    );
  } catch (error) {
    parts.log.error({ workspaceId, deliveryId, reason, err: error }, 'a failed message could not be counted');
  }
}

/**
 * An error that looks as if Slack refused the bot itself: believed only when Slack says so again when asked who the
 * bot is, because it stops every message of the workspace. Answers whether it does.
 */
export async function suspendIfRefused(parts: SenderParts, workspaceId: string): Promise<boolean> {
  const reason = await parts.refusedBecause(workspaceId);
  if (reason === undefined) return false;
  if (await suspendWorkspace(parts.database.prisma, workspaceId, reason, parts.machineNow())) {
    parts.log.error(
      { workspaceId, reason },
      'Slack refuses the bot: nothing is sent until it is installed again; then start it with the new token',
    );
  }
  return true;
}

/** Asks Slack again while it refuses the bot: once it does not, sending goes on by itself. */
export async function resumeIfTaken(
  { database, refusedBecause, log }: Pick<SenderParts, 'database' | 'refusedBecause' | 'log'>,
  workspaceId: string,
): Promise<void> {
  if ((await findSuspension(database.prisma, workspaceId)) === undefined) return;
  if ((await refusedBecause(workspaceId)) !== undefined) return;
  if (await resumeWorkspace(database.prisma, workspaceId))
    log.info({ workspaceId }, 'Slack takes the bot again');
}
