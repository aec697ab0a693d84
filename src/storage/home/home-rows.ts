import { z } from 'zod';
import type { IndicatorKey } from '../../domain/check-in/choose-indicators.ts';
import { rating } from '../../domain/check-in/rating.ts';
import type { Schedule } from '../../domain/check-in/schedule.ts';
import { VISIBILITIES } from '../../domain/check-in/visibility.ts';
import type { OwnEvidence, OwnNote, Shortened } from '../../domain/home/home.ts';
import type { Reading } from '../../domain/home/reading.ts';
import { LOCALES, type Locale } from '../../domain/people/locale.ts';
import { type CheckInForMember, parseCheckIn } from '../check-ins/check-in-rows.ts';
import { parseSchedule, scheduleRow } from '../people/schedule-rows.ts';

/** From a day on, until a day that does not belong to it; undefined: for good. `2026-11-18`. */
export interface Span {
  readonly from: string;
  readonly until: string | undefined;
}

/** What the database knows for somebody's Home. */
export interface HomeFacts {
  readonly contact: string | undefined;
  readonly target: number;
  readonly schedule: Schedule;
  /** Undefined for a stranger, and for somebody who has left. */
  readonly member: MemberFacts | undefined;
}

export interface MemberFacts {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly timeZone: string;
  readonly locale: Locale;
  readonly assignments: readonly (Span & { readonly standard: string })[];
  readonly supervisors: readonly (Span & { readonly name: string })[];
  readonly team: readonly Span[];
  readonly leaves: readonly { readonly leaveId: string; readonly from: string; readonly until: string }[];
  readonly blackouts: readonly { readonly from: string; readonly until: string }[];
  readonly preference: {
    readonly weekday: number | undefined;
    readonly time: string | undefined;
    readonly restDays: readonly number[];
    readonly worksHolidays: boolean | undefined;
  };
  readonly focus: readonly IndicatorKey[];
  readonly hasAcknowledged: boolean;
  /** The latest periods for which it is noted that none is held. */
  readonly notHeld: readonly string[];
  /** Those whose period is not over, or that still take answers; oldest first. */
  readonly checkIns: readonly CheckInForMember[];
  /** Oldest first. */
  readonly readings: readonly Reading[];
  /** `standardCode indicatorCode` → when last in a check-in in which the member answered anything, epoch ms. */
  readonly lastAsked: ReadonlyMap<string, number>;
  readonly notes: Shortened<OwnNote>;
  readonly evidence: Shortened<OwnEvidence>;
}

const epochMs = z.int().transform((ms) => new Date(ms));
const span = z.object({
  from: z.string(),
  until: z
    .string()
    .nullable()
    .transform((day) => day ?? undefined),
});
const endedSpan = z.object({ from: z.string(), until: z.string() });
const keyed = z.object({ standard: z.string(), indicator: z.string() });

const reading = z.tuple([z.string(), z.string(), z.int().nullable(), epochMs]).transform(
  ([standardCode, indicatorCode, score, answeredAt]): Reading => ({
    standardCode,
    indicatorCode,
    rating: rating.parse(score ?? 'no-opportunity'),
    answeredAt,
  }),
);

const note = keyed
  .extend({ noteId: z.string(), text: z.string(), visibility: z.enum(VISIBILITIES), at: epochMs })
  .transform(
    ({ standard, indicator, at, ...rest }): OwnNote => ({
      ...rest,
      standardCode: standard,
      indicatorCode: indicator,
      changedAt: at,
    }),
  );

const evidence = keyed
  .extend({
    evidenceId: z.string(),
    kind: z.enum(['link', 'message']),
    url: z.string(),
    title: z.string().nullable(),
    visibility: z.enum(VISIBILITIES),
    at: epochMs,
  })
  .transform(
    ({ standard, indicator, at, title, ...rest }): OwnEvidence => ({
      ...rest,
      standardCode: standard,
      indicatorCode: indicator,
      title: title ?? undefined,
      createdAt: at,
    }),
  );

const workspaceRow = scheduleRow.extend({
  workspace_id: z.string(),
  target: z.int(),
  workspace_contact: z.string().nullable(),
  own_id: z.string().nullable(),
});

const memberRow = z.object({
  workspace_id: z.string(),
  own_id: z.string(),
  own_zone: z.string(),
  own_locale: z.enum(LOCALES),
  assignments: z.array(span.extend({ standard: z.string() })),
  own_supervisors: z.array(span.extend({ name: z.string() })),
  team: z.array(span),
  leaves: z.array(endedSpan.extend({ leaveId: z.string() })),
  blackouts: z.array(endedSpan),
  focus: z.array(keyed),
  not_held: z.array(z.string()),
  readings: z.array(reading),
  notes: z.array(note),
  evidence: z.array(evidence),
  asked: z.array(z.tuple([z.string(), z.string(), z.number()])),
  notes_total: z.int(),
  evidence_total: z.int(),
  acknowledged: z.boolean(),
  own_weekday: z.int().nullable(),
  own_time: z.string().nullable(),
  own_rest_days: z.array(z.int()).nullable(),
  own_works_holidays: z.boolean().nullable(),
  check_in_id: z.string().nullable(),
});

/** The rows of `findHome`: one, or one for every check-in that counts now. */
export function parseHome(rows: readonly unknown[]): HomeFacts | undefined {
  const [first] = rows;
  if (first === undefined) return undefined;
  const workspace = workspaceRow.parse(first);
  return {
    contact: workspace.workspace_contact ?? undefined,
    target: workspace.target,
    schedule: parseSchedule(workspace),
    member: workspace.own_id === null ? undefined : parseMember(rows),
  };
}

function parseMember(rows: readonly unknown[]): MemberFacts {
  const row = memberRow.parse(rows[0]);
  return {
    workspaceId: row.workspace_id,
    memberId: row.own_id,
    timeZone: row.own_zone,
    locale: row.own_locale,
    assignments: row.assignments,
    supervisors: row.own_supervisors,
    team: row.team,
    leaves: row.leaves,
    blackouts: row.blackouts,
    preference: {
      weekday: row.own_weekday ?? undefined,
      time: row.own_time ?? undefined,
      restDays: row.own_rest_days ?? [],
      worksHolidays: row.own_works_holidays ?? undefined,
    },
    focus: row.focus.map(({ standard, indicator }) => ({ standardCode: standard, indicatorCode: indicator })),
    hasAcknowledged: row.acknowledged,
    notHeld: row.not_held,
    checkIns: row.check_in_id === null ? [] : rows.map(parseCheckIn),
    readings: row.readings,
    lastAsked: new Map(row.asked.map(([standard, indicator, at]) => [`${standard} ${indicator}`, at])),
    notes: { newest: row.notes, total: row.notes_total },
    evidence: { newest: row.evidence, total: row.evidence_total },
  };
}
