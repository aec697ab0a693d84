import type { DirectoryStanding, DirectoryUser } from './directory.ts';
import { ROLES, type Role } from './member.ts';
import { findSupervisionCycles } from './supervision-cycle.ts';

/** One line of the roster file as it was read; the cells are trimmed, an empty one is absent. */
export interface RosterRow {
  readonly line: number;
  readonly email: string | undefined;
  readonly slackId: string | undefined;
  /** Codes of standards, already split. */
  readonly standards: readonly string[];
  /** E-mail address or Slack id of the supervisor. */
  readonly supervisor: string | undefined;
  readonly role: string | undefined;
}

export interface RosterProblem {
  readonly line: number;
  readonly message: string;
}

/** A row that can be carried out. */
export interface RosterEntry {
  readonly line: number;
  readonly user: DirectoryUser;
  readonly role: Role;
  readonly standards: readonly string[];
  readonly supervisorSlackUserId: string | undefined;
}

export interface RosterSurroundings {
  readonly directory: readonly DirectoryUser[];
  readonly standardCodes: readonly string[];
  /** Who supervises whom already: Slack user id → supervisor's. */
  readonly supervisedBy: ReadonlyMap<string, string>;
}

/**
 * Reads a roster against its surroundings: the entries, and every problem with its line. It is all or nothing,
 * so entries are of use only when there are no problems.
 */
export function checkRoster(
  rows: readonly RosterRow[],
  surroundings: RosterSurroundings,
): { entries: RosterEntry[]; problems: RosterProblem[] } {
  const find = directoryIndex(surroundings.directory);
  const problems: RosterProblem[] = [];
  const entries: RosterEntry[] = [];
  const seenAt = new Map<string, number>();

  for (const row of rows) {
    const complain = (message: string) => problems.push({ line: row.line, message });
    const user = personOf(row, find, complain);
    const role = roleOf(row, complain);
    const standards = standardsOf(row, surroundings.standardCodes, complain);
    const supervisor = supervisorOf(row, find, complain);
    if (user === undefined) continue;
    const earlier = seenAt.get(user.slackUserId);
    if (earlier !== undefined) complain(`is the same person as line ${earlier}; give each person one line`);
    seenAt.set(user.slackUserId, row.line);
    if (supervisor?.slackUserId === user.slackUserId) complain('names the person as their own supervisor');
    entries.push({ line: row.line, user, role, standards, supervisorSlackUserId: supervisor?.slackUserId });
  }
  if (problems.length === 0) problems.push(...cycleProblems(entries, surroundings.supervisedBy));
  return { entries, problems: problems.sort((a, b) => a.line - b.line) };
}

type Find = (emailOrSlackId: string) => DirectoryUser | undefined;
type Complain = (message: string) => void;

function directoryIndex(directory: readonly DirectoryUser[]): Find {
  const byKey = new Map<string, DirectoryUser>();
  for (const user of directory) {
    byKey.set(user.slackUserId.toLowerCase(), user);
    if (user.email !== undefined) byKey.set(user.email.toLowerCase(), user);
  }
  return (key) => byKey.get(key.toLowerCase());
}

function personOf(row: RosterRow, find: Find, complain: Complain): DirectoryUser | undefined {
  const key = row.slackId ?? row.email;
  if (key === undefined) {
    complain('has neither an e-mail address nor a Slack id');
    return undefined;
  }
  const user = personWithKey(key, find, complain);
  const byEmail = row.email === undefined ? undefined : find(row.email);
  if (user !== undefined && byEmail !== undefined && byEmail.slackUserId !== user.slackUserId) {
    complain(`${row.email} and ${row.slackId} are two different people`);
  }
  return user;
}

const NOT_A_PERSON: Record<Exclude<DirectoryStanding, 'person'>, string> = {
  bot: 'is a bot',
  guest: 'is a guest of the workspace; guests are never asked',
  'other-organisation': 'belongs to another organisation; only people of this workspace are asked',
  deactivated: 'has a deactivated Slack account',
};

function personWithKey(key: string, find: Find, complain: Complain): DirectoryUser | undefined {
  const user = find(key);
  if (user === undefined) {
    complain(`${key} is not in this Slack workspace; check the spelling`);
    return undefined;
  }
  if (user.standing === 'person') return user;
  complain(`${key} ${NOT_A_PERSON[user.standing]}`);
  return undefined;
}

function supervisorOf(row: RosterRow, find: Find, complain: Complain): DirectoryUser | undefined {
  if (row.supervisor === undefined) return undefined;
  return personWithKey(row.supervisor, find, (message) => complain(`supervisor ${message}`));
}

function roleOf(row: RosterRow, complain: Complain): Role {
  const given = row.role?.toLowerCase() ?? 'staff';
  const role = ROLES.find((known) => known === given);
  if (role === undefined)
    complain(`has an unknown role "${row.role}"; use ${ROLES.join(', ')} or leave it empty`);
  return role ?? 'staff';
}

function standardsOf(row: RosterRow, known: readonly string[], complain: Complain): string[] {
  return row.standards.flatMap((given) => {
    const code = known.find((candidate) => candidate.toLowerCase() === given.toLowerCase());
    if (code === undefined) complain(`has an unknown standard "${given}"; known are ${known.join(', ')}`);
    return code ?? [];
  });
}

function cycleProblems(
  entries: readonly RosterEntry[],
  existing: ReadonlyMap<string, string>,
): RosterProblem[] {
  const supervisedBy = new Map(existing);
  for (const { user, supervisorSlackUserId } of entries) {
    if (supervisorSlackUserId === undefined) supervisedBy.delete(user.slackUserId);
    else supervisedBy.set(user.slackUserId, supervisorSlackUserId);
  }
  const entryOf = new Map(entries.map((entry) => [entry.user.slackUserId, entry]));
  return findSupervisionCycles(supervisedBy).flatMap((cycle) => {
    const names = cycle.map((id) => entryOf.get(id)?.user.displayName ?? id);
    const message = `closes a circle of supervision: ${[...names, names[0]].join(' → ')}`;
    return cycle.flatMap((id) => entryOf.get(id) ?? []).map(({ line }) => ({ line, message }));
  });
}
