import { compact, type Line } from './lines.ts';
import { PublishedTextError } from './published-text-error.ts';

/** The lines of a published text by section. The landmark lines themselves are gone, except in `profile`. */
export interface Sections {
  readonly title: Line;
  readonly versions: readonly Line[];
  readonly profile: readonly Line[];
  readonly tasks: readonly Line[];
  /** Absent in documents without attitudes. */
  readonly attitudes: readonly Line[] | undefined;
  readonly supplement: readonly Line[];
  readonly lastLine: number;
}

/**
 * Divides a document at its landmarks, which always come in the same order.
 * @throws {PublishedTextError} when one is missing: that is what a file cut off in the middle looks like.
 */
export function splitSections(lines: readonly Line[]): Sections {
  const lastLine = lines.at(-1)?.number ?? 1;
  const [title] = lines;
  if (title === undefined) throw new PublishedTextError(1, 'the file is empty: get it again');

  const landmark = (name: string, from: number, matches: (line: Line) => boolean): number => {
    const position = lines.findIndex((line, index) => index >= from && matches(line));
    if (position >= 0) return position;
    throw new PublishedTextError(
      lastLine,
      `the file ends without "${name}": it may be cut off, get it again`,
    );
  };
  const versions = landmark('版本', 0, isVersionHeader);
  const profile = landmark(
    '職能基準代碼',
    versions + 1,
    ({ cells }) => compact(cells[0] ?? '') === '職能基準代碼',
  );
  const tasks = landmark('主要職責', profile + 1, isTaskHeader);
  const supplement = landmark('說明與補充事項', tasks + 1, ({ text }) => compact(text) === '說明與補充事項');
  const attitudes = lines.findIndex(
    (line, index) => index > tasks && index < supplement && isAttitudeHeader(line),
  );

  const between = versions - 1;
  if (between > 0) throw unplaced(lines[1] ?? title);
  if (versions === 0) throw new PublishedTextError(title.number, 'the title is missing: get the file again');
  return {
    title,
    versions: lines.slice(versions + 1, profile),
    profile: lines.slice(profile, tasks),
    tasks: lines.slice(tasks, attitudes < 0 ? supplement : attitudes).filter((line) => !isTaskHeader(line)),
    attitudes: attitudes < 0 ? undefined : lines.slice(attitudes + 1, supplement),
    supplement: lines.slice(supplement + 1),
    lastLine,
  };
}

export function unplaced(line: Line): PublishedTextError {
  return new PublishedTextError(
    line.number,
    'this line has no place in a standard: compare it with the published document',
  );
}

function isVersionHeader({ cells }: Line): boolean {
  return cells.length > 1 && compact(cells[0] ?? '') === '版本' && compact(cells[1] ?? '') === '職能基準代碼';
}

const TASK_COLUMNS = [
  '主要職責',
  '工作任務',
  '工作產出',
  '行為指標',
  '職能級別',
  '職能內涵(K=knowledge知識)',
  '職能內涵(S=skills技能)',
];

/** The header row, which is printed again after every page break. */
function isTaskHeader({ cells }: Line): boolean {
  return TASK_COLUMNS.every((name, column) => compact(cells[column] ?? '') === name);
}

function isAttitudeHeader({ text }: Line): boolean {
  return compact(text) === '職能內涵(A=attitude態度)';
}
