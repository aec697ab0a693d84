import { type DeliveryState, MOVES } from '../../domain/delivery/delivery.ts';
import type { Queryable } from '../database.ts';
import { Prisma } from '../generated/client.ts';

export interface DeliveryMove {
  readonly workspaceId: string;
  readonly deliveryId: string;
  /** The number of the claim that this move ends; a later claim is not touched. */
  readonly claim: number;
  readonly to: DeliveryState;
  /** Where Slack put the message. */
  readonly message?: { readonly channel: string; readonly ts: string };
  /** Machine time before which it is not claimed again. */
  readonly availableAt?: Date;
  /** Business time before which it is not claimed again. */
  readonly heldUntil?: Date;
  /** The claim did not count as an attempt. */
  readonly attemptReturned?: boolean;
  /** Slack's error code or the kind of failure. */
  readonly reason?: string;
}

/** Holding and cancelling rest on what was read since the claim; where that has changed, it is looked at once more. */
const restsOnOldFacts = ({ to, heldUntil }: DeliveryMove) =>
  Prisma.sql`(recheck AND ${to === 'cancelled' || heldUntil !== undefined})`;

/**
 * Moves a delivery if the state machine allows it from where it is; answers whether it did. A person whom a
 * message has reached is reachable again. `now` is business time.
 */
export async function moveDelivery(
  db: Queryable,
  move: DeliveryMove,
  { machineNow, now }: { readonly machineNow: Date; readonly now: Date },
): Promise<boolean> {
  const moved = await db.$queryRaw<unknown[]>`
    WITH moved AS (
      UPDATE delivery
         SET state = CASE WHEN ${restsOnOldFacts(move)} THEN 'queued' ELSE ${move.to} END,
             channel = coalesce(${move.message?.channel ?? null}::text, channel),
             ts = coalesce(${move.message?.ts ?? null}::text, ts),
             sent_at = CASE WHEN ${move.to} = 'sent' THEN ${machineNow}::timestamptz ELSE sent_at END,
             reached_at = CASE WHEN ${move.to} = 'sent' THEN ${now}::timestamptz ELSE reached_at END,
             available_at = coalesce(${move.availableAt ?? null}::timestamptz, available_at),
             held_until = CASE WHEN NOT ${restsOnOldFacts(move)} THEN ${move.heldUntil ?? null}::timestamptz END,
             reason = CASE WHEN NOT ${restsOnOldFacts(move)} THEN ${move.reason ?? null}::text END,
             attempts = attempts - CASE WHEN ${move.attemptReturned ?? false} THEN 1 ELSE 0 END,
             claimed_by = CASE WHEN ${move.to} IN ('sending', 'uncertain') THEN claimed_by END
       WHERE workspace_id = ${move.workspaceId} AND delivery_id = ${move.deliveryId}::uuid
         AND state = ANY(${[...MOVES[move.to]]}) AND claim_number = ${move.claim}
      RETURNING workspace_id, member_id, state
    ), reached AS (
      UPDATE member m SET unreachable_since = NULL, unreachable_reason = NULL
        FROM moved
       WHERE moved.state = 'sent' AND m.workspace_id = moved.workspace_id AND m.member_id = moved.member_id
         AND m.unreachable_since IS NOT NULL
    )
    SELECT state FROM moved`;
  return moved.length === 1;
}
