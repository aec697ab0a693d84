import { notesWithMarks } from '../../../../domain/standard/indicator-in-context.ts';
import { LEVEL_WORDING } from '../../../../domain/standard/level.ts';
import type { Level, Standard, Task } from '../../../../domain/standard/standard.ts';
import type { CompetencyTexts } from '../../../../texts/zh-TW/competency.ts';
import type { Line, Piece } from './page.ts';

/** `IIS3513-005v4 零售電子商務營運人員` */
export function standardTitle({ code, name }: Standard): string {
  return `${code} ${name}`;
}

/** A task in a list, with its level where the document has one. A task of several parts may have several. */
export function taskLine({ code, name, parts }: Task, texts: CompetencyTexts): Line {
  const levels = [...new Set(parts.flatMap(({ level }) => level ?? []))];
  const required = levels.map((level) => ` · ${texts.taskLevel(level)}`).join('');
  return { label: code, text: `${name}${required}` };
}

/** The level a task or an occupation requires, in the official wording; nothing where the document has none. */
export function levelPieces(level: Level | undefined, heading: (level: Level) => string): Piece[] {
  if (level === undefined) return [];
  return [{ kind: 'paragraph', heading: heading(level), lines: [{ text: LEVEL_WORDING[level] }] }];
}

/** The notes anchored in what is shown: `【註1】退貨：…`. */
export function notePieces(standard: Standard, marks: readonly string[], texts: CompetencyTexts): Piece[] {
  const notes = notesWithMarks(standard, [...new Set(marks)]);
  if (notes.length === 0) return [];
  const lines = notes.map(({ mark, text }) => ({ text: `【${mark}】${text}` }));
  return [{ kind: 'paragraph', heading: texts.note, lines }];
}

/** `…並向主管回報。【註1】`: the official text with the marks of its notes after it. */
export function withMarks(text: string, marks: readonly string[] | undefined): string {
  return `${text}${(marks ?? []).map((mark) => `【${mark}】`).join('')}`;
}
