import { z } from 'zod';
import { rating } from '../../domain/check-in/rating.ts';
import type { Schedule } from '../../domain/check-in/schedule.ts';
import type { OwnEvidence, OwnNote, Shortened } from '../../domain/home/home.ts';
import type { Reading } from '../../domain/home/reading.ts';
import { LOCALES, type Locale } from '../../domain/people/locale.ts';
import { type CheckInForMember, parseCheckIn } from '../check-ins/check-in-rows.ts';
import { type CandidateFacts, candidateRow, parseCandidates } from '../check-ins/find-candidates.ts';
import { epochMs } from '../epoch-ms.ts';
import { type MemberTerms, parseTerms, termsRow } from '../people/member-terms.ts';
import { parseSchedule, scheduleRow } from '../people/schedule-rows.ts';
import { evidenceRow, noteRow } from './entry-rows.ts';

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

export interface MemberFacts extends MemberTerms {
  readonly memberId: string;
  readonly locale: Locale;
  readonly supervisors: readonly (Span & { readonly name: string })[];
  readonly team: readonly Span[];
  /** Also those that are over. */
  readonly leaves: readonly { readonly leaveId: string; readonly from: string; readonly until: string }[];
  readonly hasAcknowledged: boolean;
  /** The latest periods for which it is noted that none is held. */
  readonly notHeld: readonly string[];
  /** When the tick looks after their check-ins next; undefined: it is not to yet. */
  readonly wakesAt: Date | undefined;
  /** Those whose period is not over, or that still take answers; oldest first. */
  readonly checkIns: readonly CheckInForMember[];
  /** Oldest first. */
  readonly readings: readonly Reading[];
  /** `standardCode indicatorCode` → when last in a check-in, answered or not. */
  readonly shownAt: ReadonlyMap<string, Date>;
  /** What the choice of their next indicators depends on. */
  readonly candidates: CandidateFacts;
  readonly notes: Shortened<OwnNote>;
  readonly evidence: Shortened<OwnEvidence>;
}

const span = z.object({
  from: z.string(),
  until: z
    .string()
    .nullable()
    .transform((day) => day ?? undefined),
});
const endedSpan = z.object({ from: z.string(), until: z.string() });

const reading = z.tuple([z.string(), z.string(), z.int().nullable(), epochMs]).transform(
  ([standardCode, indicatorCode, score, answeredAt]): Reading => ({
    standardCode,
    indicatorCode,
    rating: rating.parse(score ?? 'no-opportunity'),
    answeredAt,
  }),
);

const workspaceRow = scheduleRow.extend({
  target: z.int(),
  workspace_contact: z.string().nullable(),
  member_id: z.string().nullable(),
});

const memberRow = termsRow.extend(candidateRow.shape).extend({
  locale: z.enum(LOCALES),
  own_supervisors: z.array(span.extend({ name: z.string() })),
  team: z.array(span),
  leaves: z.array(endedSpan.extend({ leaveId: z.string() })),
  not_held: z.array(z.string()),
  wakes_at: z.date().nullable(),
  readings: z.array(reading),
  shown_at: z.array(z.tuple([z.string(), z.string(), epochMs])),
  notes: z.array(noteRow),
  evidence: z.array(evidenceRow),
  notes_total: z.int(),
  evidence_total: z.int(),
  acknowledged: z.boolean(),
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
    member: workspace.member_id === null ? undefined : parseMember(rows),
  };
}

function parseMember(rows: readonly unknown[]): MemberFacts {
  const row = memberRow.parse(rows[0]);
  return {
    ...parseTerms(row),
    memberId: row.member_id,
    locale: row.locale,
    supervisors: row.own_supervisors,
    team: row.team,
    leaves: row.leaves,
    hasAcknowledged: row.acknowledged,
    notHeld: row.not_held,
    wakesAt: row.wakes_at ?? undefined,
    checkIns: row.check_in_id === null ? [] : rows.map(parseCheckIn),
    readings: row.readings,
    shownAt: new Map(row.shown_at.map(([standard, indicator, at]) => [`${standard} ${indicator}`, at])),
    candidates: parseCandidates(row),
    notes: { newest: row.notes, total: row.notes_total },
    evidence: { newest: row.evidence, total: row.evidence_total },
  };
}
