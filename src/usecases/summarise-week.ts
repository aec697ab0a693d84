import { TZDate } from '@date-fns/tz';
import { subWeeks } from 'date-fns';
import { addPeriods, dayOfPeriod, periodStart } from '../domain/check-in/period.ts';
import { STANDING_VALID_WEEKS } from '../domain/check-in/standing.ts';
import {
  type Participation,
  type PartlyAnswered,
  SHARED_SHOWN,
  summariseWeek,
  type WeeklyDigest,
} from '../domain/digest/weekly-digest.ts';
import { type DigestHeader, findDigest } from '../storage/digests/find-digest.ts';
import { findShared } from '../storage/digests/find-shared.ts';
import {
  findTeamParticipation,
  type MemberParticipation,
  type PeriodCount,
} from '../storage/digests/find-team-participation.ts';
import { findTeamStandings } from '../storage/digests/find-team-standings.ts';
import type { Context } from './context.ts';

const PERIODS_BEFORE = 4;

/** The digest as of its cut-off, however late it is asked for; undefined when its reader has left. */
export async function summariseDigest(
  context: Context,
  workspaceId: string,
  digestId: string,
): Promise<{ digest: WeeklyDigest; header: DigestHeader } | undefined> {
  const db = context.database.prisma;
  const header = await findDigest(db, workspaceId, digestId, context.now());
  if (header === undefined) return undefined;
  const { supervisorId, period, cutoffAt, previous, target, recipient } = header;
  const at = { workspaceId, supervisorId, cutoffAt, lastDay: dayOfPeriod(period, 7) };
  const before = Array.from({ length: PERIODS_BEFORE }, (_, index) =>
    addPeriods(period, index - PERIODS_BEFORE),
  );
  const team = await findTeamParticipation(db, at, [...before, period]);
  const validSince = new Date(
    subWeeks(new TZDate(cutoffAt.getTime(), 'UTC'), STANDING_VALID_WEEKS).getTime(),
  );
  const standings = await findTeamStandings(db, at, validSince);
  const periodStartsAt = periodStart(period, recipient.timeZone);
  const shared = await findShared(db, at, { period, periodStartsAt, previous }, SHARED_SHOWN);
  const digest = summariseWeek({
    period,
    target,
    teamSize: team.length,
    participation: participationIn(period, team),
    before: before.map((earlier) => participationIn(earlier, team)),
    standings,
    indicators: team.flatMap(({ memberId, standardCodes }) =>
      standardCodes
        .flatMap((standardCode) => context.library.indicatorsOf(standardCode))
        .map(({ standardCode, taskCode, code }) => ({
          memberId,
          standardCode,
          taskCode,
          indicatorCode: code,
        })),
    ),
    notAnswered: team.filter((member) => isSilent(member, period)).map(({ displayName }) => displayName),
    answeredInPart: team.flatMap((member) => inPart(member, period)),
    shared,
  });
  return { digest, header };
}

function participationIn(period: string, team: readonly MemberParticipation[]): Participation {
  const counts = team.flatMap((member) => askedIn(member, period));
  const skipped = team.flatMap(({ periods }) =>
    periods.filter((count) => count.period === period && count.skipped),
  );
  const sum = (of: (count: (typeof counts)[number]) => number) =>
    counts.reduce((total, count) => total + of(count), 0);
  return {
    period,
    membersAsked: counts.length,
    membersAnswered: counts.filter(({ answered }) => answered > 0).length,
    membersSkipped: skipped.length,
    itemsAsked: sum(({ asked }) => asked),
    itemsAnswered: sum(({ answered }) => answered),
    itemsLate: sum(({ late }) => late),
  };
}

function askedIn({ periods }: MemberParticipation, period: string): PeriodCount[] {
  return periods.filter((count) => count.period === period && !count.skipped);
}

function isSilent(member: MemberParticipation, period: string): boolean {
  return askedIn(member, period).some(({ answered }) => answered === 0);
}

function inPart(member: MemberParticipation, period: string): PartlyAnswered[] {
  return askedIn(member, period)
    .filter(({ answered, asked }) => answered > 0 && answered < asked)
    .map(({ answered, asked }) => ({ name: member.displayName, answered, asked }));
}
