import { z } from 'zod';
import { VISIBILITIES } from '../../domain/check-in/visibility.ts';
import type { OwnEvidence, OwnNote } from '../../domain/home/home.ts';
import { epochMs, epochMsOf } from '../epoch-ms.ts';
import { Prisma } from '../generated/client.ts';

/** What `noteRow` reads, of a note aliased `n`. */
export const noteObject = Prisma.sql`
  jsonb_build_object(
    'noteId', n.note_id, 'standard', n.standard_code, 'indicator', n.indicator_code, 'text', n.text,
    'visibility', n.visibility, 'at', ${epochMsOf(Prisma.sql`n.changed_at`)})`;

/** What `evidenceRow` reads, of a piece of evidence aliased `e`. */
export const evidenceObject = Prisma.sql`
  jsonb_build_object(
    'evidenceId', e.evidence_id, 'standard', e.standard_code, 'indicator', e.indicator_code, 'kind', e.kind,
    'url', e.url, 'title', e.title, 'visibility', e.visibility, 'at', ${epochMsOf(Prisma.sql`e.created_at`)})`;

const entry = z.object({
  standard: z.string(),
  indicator: z.string(),
  visibility: z.enum(VISIBILITIES),
  at: epochMs,
});

export const noteRow = entry.extend({ noteId: z.string(), text: z.string() }).transform(
  ({ standard, indicator, at, ...rest }): OwnNote => ({
    ...rest,
    standardCode: standard,
    indicatorCode: indicator,
    changedAt: at,
  }),
);

export const evidenceRow = entry
  .extend({
    evidenceId: z.string(),
    kind: z.enum(['link', 'message']),
    url: z.string(),
    title: z.string().nullable(),
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
