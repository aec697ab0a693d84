import type { LocalEntry } from '../../../../domain/standard/entry.ts';
import type { Part, Standard } from '../../../../domain/standard/standard.ts';
import type { CompetencyTexts } from '../../../../texts/zh-TW/competency.ts';
import { levelPieces, notePieces, withMarks } from './official.ts';
import type { Line, Piece } from './page.ts';

type TaskEntry = Extract<LocalEntry, { kind: 'task' }>;

/** Level, outputs, indicators, knowledge and skills of a task, part by part. */
export function taskPieces({ standard, duty, task }: TaskEntry, texts: CompetencyTexts): Piece[] {
  const { parts } = task;
  const marks = [task, ...parts.flatMap((part) => [...part.outputs, ...part.indicators])];
  return [
    { kind: 'small', lines: [{ text: `${texts.kindName.duty} ${duty.code} ${duty.name}` }] },
    ...parts.flatMap((part, index): Piece[] => [
      ...(parts.length === 1 ? [] : [partTitle(index + 1, parts.length, texts)]),
      ...partPieces(standard, part, texts),
    ]),
    ...notePieces(
      standard,
      marks.flatMap(({ notes }) => notes ?? []),
      texts,
    ),
    ...(parts.some(({ level }) => level !== undefined)
      ? [{ kind: 'small' as const, lines: [{ text: texts.levelIsNotAScore }] }]
      : []),
  ];
}

function partTitle(number: number, of: number, texts: CompetencyTexts): Piece {
  return { kind: 'paragraph', heading: texts.part(number, of), lines: [] };
}

function partPieces(standard: Standard, part: Part, texts: CompetencyTexts): Piece[] {
  return [
    ...levelPieces(part.level, texts.taskLevel),
    ...list(texts.listName.output, outputLines(part)),
    ...list(texts.listName.indicator, indicatorLines(part)),
    ...list(texts.listName.knowledge, named(standard.knowledge, part.knowledge)),
    ...list(texts.listName.skill, named(standard.skills, part.skills)),
  ];
}

/** A heading with lines under it; nothing at all where there are no lines. */
export function list(heading: string, lines: readonly Line[]): Piece[] {
  return lines.length === 0 ? [] : [{ kind: 'paragraph', heading, lines }];
}

export function outputLines(part: Part): Line[] {
  return part.outputs.map(({ code, name, notes }) => ({ label: code, text: withMarks(name, notes) }));
}

export function indicatorLines(part: Part): Line[] {
  return part.indicators.map(({ code, text, notes }) => ({ label: code, text: withMarks(text, notes) }));
}

function named(entries: readonly { code: string; name: string }[], codes: readonly string[]): Line[] {
  return codes.flatMap((code) =>
    entries.flatMap((entry) => (entry.code === code ? [{ label: code, text: entry.name }] : [])),
  );
}
