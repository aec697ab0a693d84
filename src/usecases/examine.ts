import { NO_HOLIDAYS } from '../domain/check-in/work-calendar.ts';
import { findRefusals } from '../storage/deliveries/find-refusals.ts';
import { TAIWAN_ZONE } from './calendars.ts';
import type { Context } from './context.ts';
import { findUnacknowledged } from './find-unacknowledged.ts';
import { planSchedule } from './plan-schedule.ts';

/** How a workspace is set up, and what somebody has to look at. */
export interface Examination {
  readonly startedAt: Date | undefined;
  /** Slack refuses the bot itself since then. */
  readonly suspension: { readonly reason: string; readonly since: Date } | undefined;
  /** How many members are asked, and how many supervisors get digests. */
  readonly asked: number;
  readonly supervisors: number;
  /** Years of the next twelve months whose holidays in Taiwan nobody has entered; none where nobody lives there. */
  readonly unknownYears: readonly string[];
  /** Members by name, in zones without a calendar: Monday to Friday is assumed for them. */
  readonly withoutCalendar: readonly { readonly name: string; readonly timeZone: string }[];
  /** Members with a standard to whom no check-in can come: their rest days leave none. */
  readonly neverAsked: readonly string[];
  /** Members who were shown the notice about their data and have not said that they read it: they are not asked. */
  readonly unacknowledged: readonly string[];
  /** Members whom Slack refuses, with its error code. */
  readonly unreachable: readonly { readonly name: string; readonly reason: string; readonly since: Date }[];
}

/** Looks at everything that could keep the bot from its work; changes nothing. */
export async function examine(context: Context, workspaceId: string): Promise<Examination> {
  const { calendars, database } = context;
  const { schedule, participants } = await planSchedule(context, workspaceId);
  const { unreachable, suspension } = await findRefusals(database.prisma, workspaceId);
  const calendarAt = await calendars.read(database.prisma, participants);
  const isInTaiwan = participants.some(({ timeZone }) => timeZone === TAIWAN_ZONE);
  const withStandard = participants.filter(({ standardCodes }) => standardCodes.length > 0);
  return {
    startedAt: schedule.startedAt,
    suspension,
    asked: withStandard.length,
    supervisors: participants.filter(({ teamSize }) => teamSize > 0).length,
    unknownYears: isInTaiwan
      ? calendars.unknownYears(await calendars.taiwanIn(database.prisma, workspaceId))
      : [],
    withoutCalendar: participants
      .filter((participant) => calendarAt(participant) === NO_HOLIDAYS)
      .map(({ displayName, timeZone }) => ({ name: displayName, timeZone })),
    neverAsked: withStandard
      .filter(({ nextCheckInAt }) => nextCheckInAt === undefined)
      .map(({ displayName }) => displayName),
    unacknowledged: (await findUnacknowledged(context, workspaceId))
      .filter(({ askedAt }) => askedAt !== undefined)
      .map(({ name }) => name),
    unreachable,
  };
}
