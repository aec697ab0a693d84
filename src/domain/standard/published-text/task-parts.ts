import { readLocalCode } from '../local-code.ts';
import type { Indicator, Output, Part, Task } from '../standard.ts';
import { cleanText, notesOf } from './clean-text.ts';
import type { CodedList } from './coded-list.ts';
import { findCodes } from './find-codes.ts';
import type { Line } from './lines.ts';
import { PublishedTextError } from './published-text-error.ts';
import { readLevel } from './read-level.ts';
import { splitListed, splitNumbered } from './split-cell.ts';

/**
 * Adds a row to its task. The first row is the task's first part. A later row begins another part when it brings
 * knowledge or skills of its own together with an output or another level; otherwise it is the rest of a row that a
 * page break divided, and goes on with the part above it.
 * @throws {PublishedTextError} when another level comes without knowledge and skills of its own.
 */
export function continueTask(
  task: Task,
  [outputs = '', indicators = '', level = '', knowledge = '', skills = '']: readonly string[],
  lists: { readonly knowledge: CodedList; readonly skills: CodedList },
  line: Line,
): void {
  const read: Part = {
    outputs: readOutputs(outputs, task, line),
    indicators: readIndicators(indicators, task, line),
    knowledge: [],
    skills: [],
  };
  const rowLevel = readLevel(level, line.number);
  if (rowLevel !== undefined) read.level = rowLevel;
  const named = [
    ...splitListed(knowledge, 'knowledge', line.number),
    ...splitListed(skills, 'skill', line.number),
  ];
  for (const entry of named) {
    if (entry.kind === 'knowledge') read.knowledge.push(lists.knowledge.add(entry, line.number));
    else read.skills.push(lists.skills.add(entry, line.number));
  }
  const last = task.parts.at(-1);
  const otherLevel = last !== undefined && read.level !== undefined && read.level !== last.level;
  if (otherLevel && named.length === 0) {
    throw new PublishedTextError(
      line.number,
      `level ${read.level} comes without its own knowledge and skills: add those that the document shows for it`,
    );
  }
  if (last === undefined || (named.length > 0 && (read.outputs.length > 0 || otherLevel)))
    task.parts.push(read);
  else extend(last, read);
}

function extend(part: Part, more: Part): void {
  part.outputs.push(...more.outputs);
  part.indicators.push(...more.indicators);
  part.knowledge.push(...more.knowledge);
  part.skills.push(...more.skills);
}

function readOutputs(cell: string, task: Task, line: Line): Output[] {
  if (cell === '') return [];
  if (findCodes(cell).length === 0) return [uncodedOutput(cell, line)];
  const last = lastNumber(task.parts.flatMap((part) => part.outputs));
  const numbering = { kind: 'output' as const, parent: numbersOf(task), last };
  return splitNumbered(cell, numbering, line.number).map(({ code, ...clean }) => ({
    code,
    name: clean.text,
    ...notesOf(clean),
  }));
}

/** Without codes nothing tells where one output ends, so only a cell without spaces is taken for one output. */
function uncodedOutput(cell: string, line: Line): Output {
  if (/\s/u.test(cell)) {
    throw new PublishedTextError(
      line.number,
      'outputs without codes cannot be told apart: give each its own row, or remove the spaces inside its name',
    );
  }
  const clean = cleanText(cell, line.number);
  return { name: clean.text, ...notesOf(clean) };
}

function readIndicators(cell: string, task: Task, line: Line): Indicator[] {
  const last = lastNumber(task.parts.flatMap((part) => part.indicators));
  const numbering = { kind: 'indicator' as const, parent: numbersOf(task), last };
  return splitNumbered(cell, numbering, line.number).map(({ code, ...clean }) => ({
    code,
    text: clean.text,
    ...notesOf(clean),
  }));
}

function numbersOf({ code }: Task): readonly number[] {
  return readLocalCode(code)?.numbers ?? [];
}

function lastNumber(entries: readonly { readonly code?: string | undefined }[]): number {
  const numbers = readLocalCode(entries.at(-1)?.code ?? '')?.numbers;
  return numbers?.at(-1) ?? 0;
}
