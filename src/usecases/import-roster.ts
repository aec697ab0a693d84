import { localDay } from '../domain/check-in/local-time.ts';
import { checkRoster, type RosterEntry, type RosterProblem } from '../domain/people/check-roster.ts';
import type { DirectoryUser } from '../domain/people/directory.ts';
import { localeFromSlack } from '../domain/people/locale.ts';
import type { Queryable } from '../storage/database.ts';
import { type KnownMember, lockMembers } from '../storage/people/lock-member.ts';
import { notifyMembersChanged } from '../storage/people/members.ts';
import {
  findSupervisedBy,
  type RosterMember,
  replaceAssignments,
  replaceSupervision,
  upsertMembers,
} from '../storage/people/roster.ts';
import { retryConflicts } from '../storage/retry-conflicts.ts';
import type { Context } from './context.ts';
import { followAssignments } from './follow-assignments.ts';
import { moveReminders } from './move-reminders.ts';
import { readRosterCsv } from './read-roster-csv.ts';
import { type ChangedProfile, redrawForPeople } from './redraw-for-people.ts';
import { renewMemberSchedules } from './renew-schedules.ts';
import { sendAfterAll } from './send-after-all.ts';

export type RosterImport =
  | { readonly outcome: 'refused'; readonly problems: readonly RosterProblem[] }
  | { readonly outcome: 'checked' | 'imported'; readonly entries: readonly RosterEntry[] };

/**
 * Reads a roster file and carries it out, all or nothing: with one bad row nothing is changed. People who are
 * not in the file stay as they are. What open check-ins still ask of a standard that has been taken away is closed,
 * and asked again once the standard is back; what was answered stays. The messages of open check-ins, and their
 * reminders, follow a new zone, name or supervisor. A dry run only checks.
 */
export async function importRoster(
  context: Context,
  request: { workspaceId: string; csv: string; directory: readonly DirectoryUser[]; dryRun: boolean },
): Promise<RosterImport> {
  const { rows, problems } = readRosterCsv(request.csv);
  if (problems.length > 0) return { outcome: 'refused', problems };
  const { prisma } = context.database;
  const checked = checkRoster(rows, {
    directory: request.directory,
    standardCodes: context.library.standards.map(({ code }) => code),
    supervisedBy: await findSupervisedBy(prisma, request.workspaceId),
  });
  if (checked.problems.length > 0) return { outcome: 'refused', problems: checked.problems };
  if (request.dryRun) return { outcome: 'checked', entries: checked.entries };
  await retryConflicts(() =>
    prisma.$transaction((tx) =>
      carryOut(context, tx, request.workspaceId, checked.entries, request.directory),
    ),
  );
  return { outcome: 'imported', entries: checked.entries };
}

async function carryOut(
  context: Context,
  tx: Queryable,
  workspaceId: string,
  entries: readonly RosterEntry[],
  directory: readonly DirectoryUser[],
): Promise<void> {
  const now = context.now();
  const inFile = new Set(entries.map(({ user }) => user.slackUserId));
  const supervisorsOutsideFile = new Set(
    entries.flatMap(({ supervisorSlackUserId: id }) => (id === undefined || inFile.has(id) ? [] : id)),
  );
  const locked = await lockMembers(tx, workspaceId, [...inFile, ...supervisorsOutsideFile]);
  const known = new Map(locked.map((member) => [member.slackUserId, member]));
  const members = [
    ...entries.map(({ user, role }) => toMember(context, user, role)),
    ...directory
      .filter(({ slackUserId }) => supervisorsOutsideFile.has(slackUserId))
      .map((user) => toMember(context, user, known.get(user.slackUserId)?.role ?? 'staff')),
  ];
  const memberIds = await upsertMembers(tx, workspaceId, members, now);
  const idOf = (slackUserId: string): string => {
    const memberId = memberIds.get(slackUserId);
    if (memberId === undefined) throw new Error(`no member for ${slackUserId}`);
    return memberId;
  };
  // A change counts from the day on which it is made where each of them is.
  const changed = entries.map(({ user }) => ({
    memberId: idOf(user.slackUserId),
    day: localDay(now, user.timeZone),
  }));
  await replaceAssignments(
    tx,
    workspaceId,
    entries.flatMap(({ user, standards }) =>
      [...new Set(standards)].map((standardCode) => ({
        memberId: idOf(user.slackUserId),
        assignmentId: context.newId(),
        standardCode,
      })),
    ),
    changed,
  );
  const profiles = members.flatMap((member) => profileChange(known.get(member.slackUserId), member));
  await moveReminders(tx, workspaceId, profiles, now);
  await followAssignments(
    context,
    tx,
    workspaceId,
    changed.map(({ memberId }) => memberId),
  );
  const resupervised = await replaceSupervision(
    tx,
    workspaceId,
    entries.flatMap(({ user, supervisorSlackUserId }) =>
      supervisorSlackUserId === undefined
        ? []
        : [
            {
              memberId: idOf(user.slackUserId),
              supervisionId: context.newId(),
              supervisorId: idOf(supervisorSlackUserId),
            },
          ],
    ),
    changed,
  );
  await renewMemberSchedules(context, { workspaceId }, tx);
  await redrawForPeople(tx, workspaceId, { profiles, resupervised }, now);
  await sendAfterAll(context, { workspaceId }, tx);
  await notifyMembersChanged(tx, workspaceId);
}

/** Nothing of whoever is new; a language they have chosen stays. */
function profileChange(
  before: KnownMember | undefined,
  { displayName, timeZone, locale }: RosterMember,
): ChangedProfile[] {
  if (before === undefined) return [];
  const after = {
    displayName,
    timeZone,
    locale: before.localeChosen ? before.locale : locale,
    active: true,
  };
  return [{ memberId: before.memberId, before, after }];
}

function toMember(context: Context, user: DirectoryUser, role: RosterEntry['role']) {
  const { slackUserId, email, displayName, timeZone, slackLocale } = user;
  return {
    memberId: context.newId(),
    slackUserId,
    email,
    displayName,
    timeZone,
    locale: localeFromSlack(slackLocale),
    role,
  };
}
