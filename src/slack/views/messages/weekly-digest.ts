import { localTime, minuteBefore } from '../../../domain/check-in/local-time.ts';
import { periodStart } from '../../../domain/check-in/period.ts';
import {
  isComplete,
  isQuiet,
  type TaskSummary,
  type WeeklyDigest,
} from '../../../domain/digest/weekly-digest.ts';
import type { Texts } from '../../../texts/texts.ts';
import { type Block, context, divider, header, type Message, section, table } from '../../blocks/build.ts';
import { escapeMrkdwn, literally } from '../../blocks/escape.ts';
import { LIMITS } from '../../blocks/limits.ts';
import { mostThatFit } from '../../blocks/most-that-fit.ts';
import { truncate } from '../../blocks/truncate.ts';
import { figureText } from '../figure-text.ts';
import { type Naming, sharedBlocks, sharedLines } from './weekly-digest/shared.ts';

/** So many tasks stand in the table before anything shared is left out. */
const FIRST_TASKS = 20;

/** A digest with the words of the standards it speaks of. */
export interface WeeklyDigestModel {
  readonly digest: WeeklyDigest;
  readonly cutoffAt: Date;
  readonly timeZone: string;
  readonly validWeeks: number;
  readonly taskName: (standardCode: string, taskCode: string) => string;
  readonly indicatorText: (standardCode: string, indicatorCode: string) => string;
  /** Names a standard; used only where the team works to more than one. */
  readonly standardName: (standardCode: string) => string;
}

/** The digest in words and one native table, without it for workspaces that lack it, and once more as plain text. */
export function weeklyDigestMessage(model: WeeklyDigestModel, texts: Texts): Message {
  const { digest } = model;
  const words = texts.weeklyDigest;
  const participation = participationLines(model, texts);
  const naming: Naming = {
    codeOf: ({ standardCode, indicatorCode }) => `${prefix(model, standardCode)}${indicatorCode}`,
    textOf: ({ standardCode, indicatorCode }) => model.indicatorText(standardCode, indicatorCode),
  };
  const gaps = gapLines(model, texts);
  const rows = digest.tasks.some(({ covered }) => covered > 0) ? digest.tasks : [];
  const closing = [
    words.reading(digest.target, model.validWeeks),
    words.cutoff(texts.dates.dayAndTime(localTime(minuteBefore(model.cutoffAt), model.timeZone))),
  ];
  const tableLines = rows.map((task) => words.tableLine(...taskCells(model, task)));
  const escapedLines = tableLines.map(escapeMrkdwn);
  const draw = (entries: number, tasks: number, drawTasks: (shown: number) => Block): Block[] => {
    const shared = sharedBlocks(digest, entries, naming, texts);
    return [
      header(title(model, texts)),
      section(participation.map(escapeMrkdwn).join('\n')),
      ...(shared.length === 0 ? [] : [divider(), ...shared]),
      divider(),
      ...gaps.map((line) => section(escapeMrkdwn(line))),
      ...(tasks === 0 ? [] : [section(words.tableTitle), drawTasks(tasks)]),
      ...(tasks === rows.length ? [] : [context(words.tasksMore(rows.length - tasks))]),
      ...closing.map((line) => context(escapeMrkdwn(line))),
    ];
  };
  /** What was shared makes room for the first tasks, the last tasks for all the rest. */
  const fitting = (most: number, drawTasks: (shown: number) => Block): Block[] => {
    const first = Math.min(most, FIRST_TASKS);
    const entries = mostThatFit(digest.shared.newest.length, (shown) => draw(shown, first, drawTasks));
    const tasks = mostThatFit(most, (shown) => draw(entries, shown, drawTasks));
    return draw(entries, tasks, drawTasks);
  };
  const plainly = (lines: readonly string[]) => lines.map((line) => escapeMrkdwn(line.replaceAll('*', '')));
  const plain = [
    ...plainly([title(model, texts), ...participation]),
    ...sharedLines(digest, naming, texts),
    ...plainly([...gaps, ...tableLines, ...closing]),
  ];
  const short = truncate(plain.join('\n'), LIMITS.message.text);
  return {
    text: short,
    blocks: fitting(rows.length, (shown) => taskTable(model, rows.slice(0, shown), texts)),
    established: {
      text: short,
      blocks: fitting(wholeLines(escapedLines, LIMITS.section.text), (shown) =>
        section(escapedLines.slice(0, shown).join('\n')),
      ),
    },
  };
}

/** How many lines a text of this length holds whole. */
function wholeLines(lines: readonly string[], limit: number): number {
  let length = -1;
  const tooMuch = lines.findIndex((line) => {
    length += line.length + 1;
    return length > limit;
  });
  return tooMuch === -1 ? lines.length : tooMuch;
}

function title({ digest, timeZone, cutoffAt }: WeeklyDigestModel, { weeklyDigest, dates }: Texts): string {
  const range = dates.range(
    localTime(periodStart(digest.period, timeZone), timeZone),
    localTime(minuteBefore(cutoffAt), timeZone),
  );
  return weeklyDigest.title(dates.week(digest.period), range);
}

function participationLines({ digest }: WeeklyDigestModel, { weeklyDigest: words }: Texts): string[] {
  const { participation, before, notAnswered, answeredInPart } = digest;
  const held = before.filter(({ itemsAsked }) => itemsAsked > 0);
  const total = (of: (period: (typeof held)[number]) => number) =>
    held.reduce((sum, period) => sum + of(period), 0);
  const late = participation.itemsLate > 0 ? words.late(participation.itemsLate) : '';
  const skipped = participation.membersSkipped > 0 ? words.skipped(participation.membersSkipped) : '';
  return [
    isQuiet(digest)
      ? `${words.quiet(participation.membersAsked, participation.itemsAsked)}${skipped}`
      : `${words.participation(participation)}${late}${skipped}`,
    held.length === 0
      ? words.nothingBefore
      : words.before(
          held.length,
          total(({ itemsAnswered }) => itemsAnswered),
          total(({ itemsAsked }) => itemsAsked),
          total(({ itemsLate }) => itemsLate),
        ),
    ...(notAnswered.length > 0 ? [words.notAnswered(notAnswered.map(literally))] : []),
    ...(answeredInPart.length > 0
      ? [words.answeredInPart(answeredInPart.map((member) => ({ ...member, name: literally(member.name) })))]
      : []),
    ...(isComplete(digest) ? [words.everythingAnswered] : []),
  ];
}

function gapLines(model: WeeklyDigestModel, { weeklyDigest: words }: Texts): string[] {
  const { digest } = model;
  const quiet = isQuiet(digest) ? [words.quietTable] : [];
  if (digest.tasks.every(({ figure }) => figure === undefined)) return [words.noStandings];
  if (digest.largestGaps.length === 0) return [...quiet, words.noGaps(digest.target)];
  return [
    ...quiet,
    words.largestGaps(digest.target),
    ...digest.largestGaps.map(({ standardCode, indicatorCode, median, gap, n }) =>
      words.gap(
        `${prefix(model, standardCode)}${indicatorCode}`,
        model.indicatorText(standardCode, indicatorCode),
        figureText(median),
        figureText(gap),
        n,
      ),
    ),
  ];
}

function taskTable(
  model: WeeklyDigestModel,
  tasks: readonly TaskSummary[],
  { weeklyDigest: words }: Texts,
): Block {
  const rows = tasks.slice(0, LIMITS.table.rows - 1).map((task) => {
    const [name, median, gap, n, covered, pairs] = taskCells(model, task);
    return [name, median, gap, String(n), `${covered}/${pairs}`];
  });
  return table([words.columns, ...rows], ['left', 'right', 'right', 'right', 'right']);
}

function taskCells(
  model: WeeklyDigestModel,
  { standardCode, taskCode, figure, covered, pairs }: TaskSummary,
): [name: string, median: string, gap: string, n: number, covered: number, pairs: number] {
  const name = `${prefix(model, standardCode)}${taskCode} ${model.taskName(standardCode, taskCode)}`;
  return [name, figureText(figure?.median), figureText(figure?.gap), figure?.n ?? 0, covered, pairs];
}

/** `T1.1` means different things in two standards: where a team works to both, the standard is named. */
function prefix({ digest, standardName }: WeeklyDigestModel, standardCode: string): string {
  const mixed = new Set([...digest.tasks, ...digest.shared.newest].map((each) => each.standardCode)).size > 1;
  return mixed ? `${standardName(standardCode)} ` : '';
}
