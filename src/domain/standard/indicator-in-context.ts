import type { Level, Standard } from './standard.ts';

/** A behaviour indicator with all that stands around it in its standard. */
export interface IndicatorInContext {
  readonly standardCode: string;
  readonly standardName: string;
  readonly code: string;
  /** Official wording, verbatim. */
  readonly text: string;
  /** The notes anchored in the text; empty when there are none. */
  readonly notes: readonly { readonly mark: string; readonly text: string }[];
  readonly dutyCode: string;
  readonly dutyName: string;
  readonly taskCode: string;
  readonly taskName: string;
  /** What the task requires of whoever does it; undefined where the document has none. */
  readonly level: Level | undefined;
  /** 0 for the first part of the task, nearly always the only one. */
  readonly partIndex: number;
}

/** All indicators of a standard, in the order of the document. */
export function indicatorsInContext(standard: Standard): IndicatorInContext[] {
  return standard.duties.flatMap((duty) =>
    duty.tasks.flatMap((task) =>
      task.parts.flatMap((part, partIndex) =>
        part.indicators.map((indicator) => ({
          standardCode: standard.code,
          standardName: standard.name,
          code: indicator.code,
          text: indicator.text,
          notes: notesWithMarks(standard, indicator.notes),
          dutyCode: duty.code,
          dutyName: duty.name,
          taskCode: task.code,
          taskName: task.name,
          level: part.level,
          partIndex,
        })),
      ),
    ),
  );
}

/** The notes of a standard that carry these marks, in the order of the marks. */
export function notesWithMarks(
  standard: Standard,
  marks: readonly string[] | undefined,
): { readonly mark: string; readonly text: string }[] {
  return (marks ?? []).flatMap((mark) =>
    standard.notes.flatMap((note) => (note.mark === mark ? [{ mark, text: note.text }] : [])),
  );
}
