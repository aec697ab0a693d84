import { owePicturesForPeople } from '../storage/check-ins/owe-pictures-for-people.ts';
import type { Queryable } from '../storage/database.ts';
import type { KnownMember } from '../storage/people/lock-member.ts';

/** What is said of a member, and where and how it is said to them. */
type Profile = Pick<KnownMember, 'displayName' | 'timeZone' | 'locale' | 'active'>;

/** A member's profile as it was, and as it is by now. */
export interface ChangedProfile {
  readonly memberId: string;
  readonly before: Profile;
  readonly after: Profile;
}

/** Who has changed: by their profile, or `resupervised`, the ids of members who have other supervisors by now. */
export interface ChangedPeople {
  readonly profiles: readonly ChangedProfile[];
  readonly resupervised: readonly string[];
}

/**
 * What open check-ins say is said in the new zone and language of whoever has changed theirs, and the check-ins that
 * name somebody as a supervisor name them as they are called now, and nobody else. One statement at most, however many
 * people have changed; none where nothing shows.
 */
export async function redrawForPeople(
  tx: Queryable,
  workspaceId: string,
  { profiles, resupervised }: ChangedPeople,
  now: Date,
): Promise<void> {
  const turned = profiles.filter(
    ({ before, after }) => before.timeZone !== after.timeZone || before.locale !== after.locale,
  );
  const renamed = profiles.filter(
    ({ before, after }) => before.displayName !== after.displayName || before.active !== after.active,
  );
  const memberIds = [...turned.map(({ memberId }) => memberId), ...resupervised];
  const supervisorIds = renamed.map(({ memberId }) => memberId);
  if (memberIds.length === 0 && supervisorIds.length === 0) return;
  await owePicturesForPeople(tx, workspaceId, { memberIds, supervisorIds }, now);
}
