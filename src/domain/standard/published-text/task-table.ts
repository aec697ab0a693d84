import type { Duty, Task } from '../standard.ts';
import { notesOf } from './clean-text.ts';
import { CodedList } from './coded-list.ts';
import type { Line } from './lines.ts';
import { PublishedTextError } from './published-text-error.ts';
import { unplaced } from './sections.ts';
import { readSingle } from './split-cell.ts';
import { continueTask } from './task-parts.ts';

export interface TaskTable {
  readonly duties: Duty[];
  readonly knowledge: CodedList;
  readonly skills: CodedList;
}

/**
 * The main table. A row without a duty continues the duty above it, a row without a task continues the task above
 * it, also across a page break.
 * @throws {PublishedTextError} for a row that is cut short or cannot be placed.
 */
export function readTaskTable(lines: readonly Line[]): TaskTable {
  const table: TaskTable = { duties: [], knowledge: new CodedList(), skills: new CodedList() };
  for (const line of lines) {
    const [dutyCell = '', taskCell = '', ...cells] = line.cells;
    if (line.cells.length < 7 || cells.slice(5).some((cell) => cell !== '')) {
      throw new PublishedTextError(
        line.number,
        'a task has seven columns: the row may be cut off, get it again',
      );
    }
    const duty = readDuty(table, dutyCell, line);
    const task = taskCell === '' ? continuedTask(duty, dutyCell, line) : readTask(duty, taskCell, line);
    continueTask(task, cells, table, line);
  }
  return table;
}

function readDuty({ duties }: TaskTable, cell: string, line: Line): Duty {
  const current = duties.at(-1);
  if (cell === '' && current !== undefined) return current;
  if (cell === '') throw unplaced(line);
  if (current !== undefined && cell === `${current.code} ${current.name}`) return current;
  const { code, ...clean } = readSingle(cell, { kind: 'duty', parent: [], last: duties.length }, line.number);
  const duty: Duty = { code, name: clean.text, ...notesOf(clean), tasks: [] };
  duties.push(duty);
  return duty;
}

function readTask(duty: Duty, cell: string, line: Line): Task {
  const [dutyNumber = 0] = numbersOf(duty.code);
  const numbering = { kind: 'task' as const, parent: [dutyNumber], last: duty.tasks.length };
  const current = duty.tasks.at(-1);
  if (current !== undefined && cell === `${current.code} ${current.name}`) return current;
  const { code, ...clean } = readSingle(cell, numbering, line.number);
  const task: Task = { code, name: clean.text, ...notesOf(clean), parts: [] };
  duty.tasks.push(task);
  return task;
}

function continuedTask(duty: Duty, dutyCell: string, line: Line): Task {
  const task = duty.tasks.at(-1);
  if (task === undefined || dutyCell !== '') {
    throw new PublishedTextError(line.number, 'the row has no task: fill in its second column');
  }
  return task;
}

function numbersOf(code: string): number[] {
  return (code.match(/\d+/gu) ?? []).map(Number);
}
