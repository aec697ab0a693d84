import type { UserProfile } from '../domain/people/directory.ts';
import { localeFromSlack } from '../domain/people/locale.ts';
import type { Queryable } from '../storage/database.ts';
import { deactivateMember, noteProfileAt, updateProfile } from '../storage/people/follow-member.ts';
import { type KnownMember, lockMember } from '../storage/people/lock-member.ts';
import { notifyMembersChanged } from '../storage/people/members.ts';
import { retryConflicts } from '../storage/retry-conflicts.ts';
import type { Context } from './context.ts';
import { moveReminders } from './move-reminders.ts';
import { redrawForPeople } from './redraw-for-people.ts';
import { renewMemberSchedules } from './renew-schedules.ts';
import { sendAfterAll } from './send-after-all.ts';

/** What a change in Slack meant for a member; `unknown`: it is nobody the bot knows. */
export type Followed = 'unknown' | 'unchanged' | 'changed' | 'left' | 'returned';

/**
 * Follows what Slack says of a member: name, e-mail, zone, and language unless they chose it themselves. Somebody whose
 * account was switched off, or who is no person of the workspace any more, has left; somebody who is one again has
 * returned, and goes on with what they had, an open check-in that never reached them among it. What is older than what
 * was followed last changes nothing: events come late and out of order. All in one transaction, which is run again
 * where another was in its way: Slack has had its acknowledgement, and tells of a change only once.
 */
export async function followProfile(
  context: Context,
  workspaceId: string,
  profile: UserProfile,
): Promise<Followed> {
  return await retryConflicts(() =>
    context.database.prisma.$transaction((tx) => followIn(context, tx, workspaceId, profile)),
  );
}

async function followIn(
  context: Context,
  tx: Queryable,
  workspaceId: string,
  profile: UserProfile,
): Promise<Followed> {
  const known = await lockMember(tx, workspaceId, profile.slackUserId);
  if (known === undefined) return 'unknown';
  const { changedAt = known.profileAt } = profile;
  if (changedAt !== undefined && known.profileAt !== undefined && changedAt < known.profileAt) {
    return 'unchanged';
  }
  const newest = { ...known, profileAt: changedAt };
  const followed =
    profile.standing === 'person'
      ? await update(context, tx, newest, profile)
      : await leave(tx, newest, context.now());
  // Whoever changes their status or their picture changes nothing here but what counts as older from now on.
  if (followed !== 'unchanged') await notifyMembersChanged(tx, workspaceId);
  else if (changedAt?.getTime() !== known.profileAt?.getTime()) await noteProfileAt(tx, newest);
  return followed;
}

async function leave(tx: Queryable, known: KnownMember, now: Date): Promise<Followed> {
  if (!known.active) return 'unchanged';
  await deactivateMember(tx, known, now);
  await redraw(tx, known, { ...known, active: false }, now);
  return 'left';
}

async function update(
  context: Context,
  tx: Queryable,
  known: KnownMember,
  { slackUserId, email, displayName, timeZone, slackLocale }: UserProfile,
): Promise<Followed> {
  const followsLocale = !known.localeChosen && slackLocale !== undefined;
  const changed: KnownMember = {
    ...known,
    email: email ?? known.email,
    displayName,
    timeZone: timeZone ?? known.timeZone,
    locale: followsLocale ? localeFromSlack(slackLocale) : known.locale,
    active: true,
  };
  const columns = ['email', 'displayName', 'timeZone', 'locale', 'active'] as const;
  if (columns.every((column) => changed[column] === known[column])) return 'unchanged';
  const now = context.now();
  await updateProfile(tx, changed, now);
  const scope = { workspaceId: known.workspaceId, slackUserId };
  const hasMoved = changed.timeZone !== known.timeZone;
  // Check-ins before deliveries, as a tap locks them.
  await redraw(tx, known, changed, now);
  if (!known.active || hasMoved) await renewMemberSchedules(context, scope, tx);
  if (!known.active) await sendAfterAll(context, scope, tx);
  return known.active ? 'changed' : 'returned';
}

async function redraw(tx: Queryable, before: KnownMember, after: KnownMember, now: Date): Promise<void> {
  const { workspaceId, memberId } = before;
  const profiles = [{ memberId, before, after }];
  await moveReminders(tx, workspaceId, profiles, now);
  await redrawForPeople(tx, workspaceId, { profiles, resupervised: [] }, now);
}
