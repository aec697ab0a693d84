import { TZDate } from '@date-fns/tz';
import { max, subWeeks } from 'date-fns';
import { addDays } from '../domain/check-in/calendar-day.ts';
import { nextCheckIn, wakeAt } from '../domain/check-in/check-in-times.ts';
import { localDay } from '../domain/check-in/local-time.ts';
import { periodOf } from '../domain/check-in/period.ts';
import { obstacleToStart } from '../domain/check-in/start-now.ts';
import { nextDigestAt } from '../domain/digest/digest-times.ts';
import type { ChosenNext, Home, HomeCheckIn, HomeSettings, OwnStandards } from '../domain/home/home.ts';
import { standingsOf } from '../domain/home/reading.ts';
import { readingsByMonth } from '../domain/home/readings-by-month.ts';
import { strengthsAndGaps, summariseDuties } from '../domain/home/summarise-duties.ts';
import { NOTICE_VERSION } from '../domain/people/notice.ts';
import { findHome } from '../storage/home/find-home.ts';
import type { HomeFacts, MemberFacts, Span } from '../storage/home/home-rows.ts';
import { chooseFor } from './choose-for.ts';
import type { Context } from './context.ts';
import { timetableOf } from './due-batches.ts';
import { STANDING_VALID_WEEKS } from './summarise-week.ts';

/** What somebody finds on their Home tab now; one statement, whoever it is. */
export async function showHome(
  context: Context,
  who: { readonly workspaceId: string; readonly slackUserId: string },
): Promise<Home> {
  const now = context.now();
  const facts = await findHome(context.database.prisma, who, NOTICE_VERSION, now);
  const member = facts?.member;
  if (facts === undefined || member === undefined) return { kind: 'stranger', contact: facts?.contact };
  const today = localDay(now, member.timeZone);
  const standardCodes = member.assignments
    .filter((each) => holdsOn(each, today))
    .map(({ standard }) => standard);
  const teamSize = member.team.filter((each) => holdsOn(each, today)).length;
  const timetable = timetableOf(context, { schedule: facts.schedule, timeZone: member.timeZone });
  const isDigestDue = teamSize > 0 && facts.schedule.startedAt !== undefined;
  return {
    kind: 'member',
    locale: member.locale,
    timeZone: member.timeZone,
    contact: facts.contact,
    supervisors: member.supervisors.filter((each) => holdsOn(each, today)).map(({ name }) => name),
    teamSize,
    nextDigestAt: isDigestDue ? nextDigestAt(timetable, now) : undefined,
    own: standardCodes.length === 0 ? undefined : ownStandards(context, facts, member, standardCodes, now),
  };
}

function holdsOn({ from, until }: Span, day: string): boolean {
  return from <= day && (until === undefined || until > day);
}

function ownStandards(
  context: Context,
  { target, schedule }: HomeFacts,
  member: MemberFacts,
  standardCodes: readonly string[],
  now: Date,
): OwnStandards {
  const { library } = context;
  const validSince = subWeeks(new TZDate(now.getTime(), 'UTC'), STANDING_VALID_WEEKS);
  const standings = standingsOf(member.readings, validSince);
  const indicators = standardCodes.flatMap((code) => library.indicatorsOf(code));
  const duties = summariseDuties(indicators, standings, target);
  return {
    standards: standardCodes.map((code) => {
      const own = duties.filter(({ standardCode }) => standardCode === code);
      return {
        code,
        name: library.standard(code)?.name ?? code,
        covered: own.reduce((sum, { covered }) => sum + covered, 0),
        indicators: own.reduce((sum, duty) => sum + duty.indicators, 0),
      };
    }),
    target,
    validWeeks: STANDING_VALID_WEEKS,
    duties,
    told: strengthsAndGaps(duties),
    months: readingsByMonth(member.readings, member.timeZone),
    checkIn: homeCheckIn(context, schedule, member, standardCodes, now),
    settings: settingsOf(schedule, member, localDay(now, member.timeZone)),
    notes: member.notes,
    evidence: member.evidence,
  };
}

function homeCheckIn(
  context: Context,
  schedule: HomeFacts['schedule'],
  member: MemberFacts,
  standardCodes: readonly string[],
  now: Date,
): HomeCheckIn {
  const period = periodOf(now, member.timeZone);
  const obstacle = obstacleToStart(
    {
      hasStarted: schedule.startedAt !== undefined,
      hasStandard: true,
      hasAcknowledged: member.hasAcknowledged,
      period,
      checkIns: member.checkIns.map(({ checkIn }) => checkIn),
      notHeld: member.notHeld,
    },
    now,
  );
  if (obstacle?.outcome === 'not-started' || obstacle?.outcome === 'not-acknowledged') {
    return { kind: obstacle.outcome };
  }
  if (obstacle?.outcome === 'open' || obstacle?.outcome === 'skipped') {
    const waiting = member.checkIns.find(({ checkIn }) => checkIn.checkInId === obstacle.checkInId);
    if (waiting !== undefined) {
      return { kind: 'open', checkIn: waiting.checkIn, isSkipped: obstacle.outcome === 'skipped' };
    }
  }
  const timetable = timetableOf(context, { schedule, timeZone: member.timeZone });
  // Where this period's is settled already, the next one is of another.
  const after = obstacle === undefined ? now : max([now, wakeAt(period, timetable)]);
  return {
    kind: 'next',
    at: nextCheckIn(timetable, after)?.dueAt,
    canStart: obstacle === undefined,
    indicators: chosenNext(context, schedule, member, standardCodes),
  };
}

function chosenNext(
  context: Context,
  { itemsPerCheckIn }: HomeFacts['schedule'],
  { workspaceId, memberId, lastAsked }: MemberFacts,
  standardCodes: readonly string[],
): ChosenNext[] {
  const facts = { workspaceId, memberId, standardCodes, lastAsked };
  return chooseFor(context, facts, itemsPerCheckIn).map((item) => ({
    ...item,
    text: context.library.findIndicator(item.standardCode, item.indicatorCode)?.text ?? '',
  }));
}

function settingsOf(schedule: HomeFacts['schedule'], member: MemberFacts, today: string): HomeSettings {
  const { weekday, time, restDays, worksHolidays } = member.preference;
  return {
    checkIn: { weekday: weekday ?? schedule.checkIn.weekday, time: time ?? schedule.checkIn.time },
    restDays: restDays.length > 0 ? restDays : [6, 7],
    worksHolidays: worksHolidays ?? false,
    leaves: member.leaves
      .filter(({ until }) => until > today)
      .map(({ leaveId, from, until }) => ({ leaveId, from, lastDay: addDays(until, -1) })),
    focus: member.focus,
  };
}
