import { periodOf } from '../domain/check-in/period.ts';
import type { Queryable } from '../storage/database.ts';
import type { DeliveryMove } from '../storage/deliveries/move-delivery.ts';
import { recordTrouble } from '../storage/deliveries/record-trouble.ts';
import { findSuspension, resumeWorkspace, suspendWorkspace } from '../storage/people/suspensions.ts';
import { PERMANENT_ERRORS } from './classify-error.ts';
import type { BotStanding, SenderParts } from './sender-parts.ts';

/** At most this many administrators are told. */
const ADMINISTRATORS = 10;

/** Counts a message that failed for good; its administrators are told once a reason and week, not once a message. */
export async function noteFailure(
  tx: Queryable,
  {
    workspaceId,
    deliveryId,
    reason = 'unexpected',
  }: Pick<DeliveryMove, 'workspaceId' | 'deliveryId' | 'reason'>,
  { machineNow, newId }: { machineNow: Date; newId: () => string },
): Promise<void> {
  const isUnreachable = PERMANENT_ERRORS.get(reason)?.concerns === 'member';
  await recordTrouble(
    tx,
    { workspaceId, deliveryId, reason, week: periodOf(machineNow, 'UTC'), isUnreachable },
    { troubleId: newId(), deliveryIds: Array.from({ length: ADMINISTRATORS }, newId) },
    machineNow,
  );
}

/**
 * An error that looks as if Slack refused the bot itself: believed only when Slack says so again when asked who the
 * bot is, because it stops every message of the workspace. Answers what it says.
 */
export async function suspendIfRefused(
  parts: SenderParts,
  workspaceId: string,
): Promise<BotStanding['standing']> {
  const asked = await parts.askStanding(workspaceId);
  if (asked.standing !== 'refused') return asked.standing;
  const { reason } = asked;
  if (await suspendWorkspace(parts.database.prisma, workspaceId, reason, parts.machineNow())) {
    parts.log.error(
      { workspaceId, reason },
      'Slack refuses the bot: nothing is sent until it is installed again; then start it with the new token',
    );
  }
  return 'refused';
}

/** Asks Slack again while it refuses the bot: once it does not, sending goes on by itself. */
export async function resumeIfTaken(
  { database, askStanding, log }: Pick<SenderParts, 'database' | 'askStanding' | 'log'>,
  workspaceId: string,
): Promise<void> {
  if ((await findSuspension(database.prisma, workspaceId)) === undefined) return;
  if ((await askStanding(workspaceId)).standing !== 'taken') return;
  if (await resumeWorkspace(database.prisma, workspaceId))
    log.info({ workspaceId }, 'Slack takes the bot again');
}
