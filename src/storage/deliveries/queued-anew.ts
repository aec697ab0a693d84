import { Prisma } from '../generated/client.ts';

/**
 * Sets a delivery aliased `d` that is not on its way to `queued`, to be sent at once. One that is being worked on stays
 * with whoever holds it, and is looked at once more where they would hold or cancel it for what was so before.
 */
export const QUEUED_ANEW = Prisma.sql`
  state = CASE d.state WHEN 'sending' THEN 'sending' ELSE 'queued' END,
  recheck = d.state = 'sending',
  reason = CASE d.state WHEN 'sending' THEN d.reason END,
  claimed_by = CASE d.state WHEN 'sending' THEN d.claimed_by END,
  attempts = CASE d.state WHEN 'sending' THEN d.attempts ELSE 0 END,
  available_at = CASE d.state WHEN 'sending' THEN d.available_at ELSE 'epoch' END,
  held_until = NULL`;
