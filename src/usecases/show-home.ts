import { TZDate } from '@date-fns/tz';
import { compareAsc, subWeeks } from 'date-fns';
import { addDays } from '../domain/check-in/calendar-day.ts';
import { stageOfAnswers } from '../domain/check-in/check-in.ts';
import {
  type Candidate,
  chooseIndicators,
  focusLimit,
  type IndicatorKey,
} from '../domain/check-in/choose-indicators.ts';
import { localDay } from '../domain/check-in/local-time.ts';
import { nextByItself } from '../domain/check-in/next-by-itself.ts';
import { periodOf } from '../domain/check-in/period.ts';
import { checkInTimeOf, workWeekOf } from '../domain/check-in/preference.ts';
import type { Timetable } from '../domain/check-in/sending-windows.ts';
import { STANDING_VALID_WEEKS } from '../domain/check-in/standing.ts';
import { obstacleToStart } from '../domain/check-in/start-now.ts';
import { nextDigestAt } from '../domain/digest/digest-times.ts';
import type { ChosenNext, Home, HomeCheckIn, HomeSettings, OwnStandards } from '../domain/home/home.ts';
import { indicatorId, standingsOf } from '../domain/home/reading.ts';
import { readingsByMonth } from '../domain/home/readings-by-month.ts';
import { strengthsAndGaps, summariseDuties } from '../domain/home/summarise-duties.ts';
import { NOTICE_VERSION } from '../domain/people/notice.ts';
import { findHome } from '../storage/home/find-home.ts';
import type { MemberFacts, Span } from '../storage/home/home-rows.ts';
import { candidatesFrom } from './candidates.ts';
import type { Context } from './context.ts';
import { timetableOf } from './due-batches.ts';

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
  const teamSize = member.team.filter((each) => holdsOn(each, today)).length;
  const timetable = timetableOf(await context.calendars.read(context.database.prisma, [member]), member);
  const isDigestDue = teamSize > 0 && facts.schedule.startedAt !== undefined;
  return {
    kind: 'member',
    locale: member.locale,
    timeZone: member.timeZone,
    today,
    contact: facts.contact,
    supervisors: member.supervisors.filter((each) => holdsOn(each, today)).map(({ name }) => name),
    teamSize,
    settings: settingsOf(context, member, today),
    hasMoreEntries: hasMoreEntries(member),
    nextDigestAt: isDigestDue ? nextDigestAt(timetable, now) : undefined,
    own:
      member.candidates.standards.size === 0
        ? undefined
        : ownStandards(context, facts.target, member, timetable, now),
  };
}

/** Home shows those of somebody with a standard, and of these the newest. */
function hasMoreEntries({ notes, evidence, candidates }: MemberFacts): boolean {
  const isShown = candidates.standards.size > 0;
  return [notes, evidence].some(({ newest, total }) => total > (isShown ? newest.length : 0));
}

function holdsOn({ from, until }: Span, day: string): boolean {
  return from <= day && (until === undefined || until > day);
}

function ownStandards(
  context: Context,
  target: number,
  member: MemberFacts,
  timetable: Timetable,
  now: Date,
): OwnStandards {
  const { library } = context;
  const standardCodes = [...member.candidates.standards.keys()];
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
    checkIn: homeCheckIn(context, member, timetable, now),
    notes: member.notes,
    evidence: member.evidence,
  };
}

function homeCheckIn(context: Context, member: MemberFacts, timetable: Timetable, now: Date): HomeCheckIn {
  const { notHeld, wakesAt, hasAcknowledged, schedule } = member;
  const checkIns = member.checkIns.map(({ checkIn }) => checkIn);
  const known = { period: periodOf(now, member.timeZone), checkIns, notHeld, wakesAt };
  const hasStarted = schedule.startedAt !== undefined;
  const obstacle = obstacleToStart({ ...known, hasStarted, hasStandard: true, hasAcknowledged }, now);
  if (obstacle?.outcome === 'not-started' || obstacle?.outcome === 'not-acknowledged') {
    return { kind: obstacle.outcome };
  }
  const at = nextByItself(known, timetable, now);
  if (obstacle?.outcome === 'open' || obstacle?.outcome === 'skipped') {
    const open = member.checkIns.find(({ checkIn }) => checkIn.checkInId === obstacle.checkInId);
    if (open !== undefined) {
      const isSkipped = obstacle.outcome === 'skipped';
      return {
        kind: 'open',
        checkIn: open.checkIn,
        isSkipped,
        isThere: open.message !== undefined,
        nextAt: at,
      };
    }
  }
  return {
    kind: 'next',
    at,
    canStart: obstacle === undefined,
    answered: checkIns
      .filter((checkIn) => stageOfAnswers(checkIn, now) === 'answered')
      .toSorted((one, other) => (one.period < other.period ? -1 : 1))
      .at(-1),
    indicators: chosenNext(context, member),
  };
}

/** What the member's next check-in would ask if it were made now, and why each. */
function chosenNext({ library }: Context, member: MemberFacts): ChosenNext[] {
  const { schedule, memberId, candidates, shownAt } = member;
  const from = candidatesFrom(library, candidates);
  return chooseIndicators(from, schedule.itemsPerCheckIn, memberId).map((item) => ({
    ...item,
    text: library.findIndicator(item.standardCode, item.indicatorCode)?.text ?? '',
    shownAt: shownAt.get(indicatorId(item)),
  }));
}

function settingsOf(
  { library }: Context,
  { schedule, preference, leaves, candidates }: MemberFacts,
  today: string,
): HomeSettings {
  return {
    checkIn: checkInTimeOf(schedule, preference),
    ...workWeekOf(schedule, preference),
    leaves: leaves
      .filter(({ until }) => until > today)
      .map(({ leaveId, from, until }) => ({ leaveId, from, lastDay: addDays(until, -1) })),
    focus: inFocus(candidatesFrom(library, candidates)).map((key) => ({
      ...key,
      text: library.findIndicator(key.standardCode, key.indicatorCode)?.text ?? '',
    })),
    focusLimit: focusLimit(schedule.itemsPerCheckIn),
    itemsPerCheckIn: schedule.itemsPerCheckIn,
  };
}

/** What is in focus still, oldest first: what was of a standard that was taken away is asked no more. */
function inFocus(candidates: readonly Candidate[]): IndicatorKey[] {
  return candidates
    .flatMap(({ standardCode, indicatorCode, focusSince }) =>
      focusSince === undefined ? [] : [{ standardCode, indicatorCode, focusSince }],
    )
    .toSorted((one, other) => compareAsc(one.focusSince, other.focusSince))
    .map(({ standardCode, indicatorCode }) => ({ standardCode, indicatorCode }));
}
