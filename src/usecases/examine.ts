import { NO_HOLIDAYS } from '../domain/check-in/work-calendar.ts';
import { findDeliveryReport } from '../storage/deliveries/find-delivery-report.ts';
import { TAIWAN_ZONE } from './calendars.ts';
import type { Context } from './context.ts';
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
  /** Members whom Slack refuses, with its error code. */
  readonly unreachable: readonly { readonly name: string; readonly reason: string; readonly since: Date }[];
}

/** Looks at everything that could keep the bot from its work; changes nothing. */
export async function examine(context: Context, workspaceId: string): Promise<Examination> {
  const { calendars, database, now } = context;
  const { schedule, participants } = await planSchedule(context, workspaceId);
  const { unreachable, suspension } = await findDeliveryReport(database.prisma, workspaceId, now());
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
    unreachable,
  };
}
