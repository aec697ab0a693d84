import { type LocalKind, localCodeKey, readLocalCode, startsWithNumbers } from './local-code.ts';
import type { Standard } from './standard.ts';

interface Placed {
  readonly kind: LocalKind;
  readonly code: string;
  /** The code it belongs under: a task's duty, an indicator's task. */
  readonly parent?: string;
}

/** What is wrong with the links between the parts of a standard, one sentence each; empty when nothing is. */
export function checkReferences(standard: Standard): string[] {
  return [
    ...checkCodes(placedCodes(standard)),
    ...checkLinks(standard),
    ...checkNotes(standard),
    ...checkVersions(standard),
  ];
}

function placedCodes(standard: Standard): Placed[] {
  const placed: Placed[] = [];
  for (const duty of standard.duties) {
    placed.push({ kind: 'duty', code: duty.code });
    for (const task of duty.tasks) {
      placed.push({ kind: 'task', code: task.code, parent: duty.code });
      for (const part of task.parts) {
        for (const { code } of part.indicators) placed.push({ kind: 'indicator', code, parent: task.code });
        for (const { code } of part.outputs) {
          if (code !== undefined) placed.push({ kind: 'output', code, parent: task.code });
        }
      }
    }
  }
  for (const { code } of standard.knowledge) placed.push({ kind: 'knowledge', code });
  for (const { code } of standard.skills) placed.push({ kind: 'skill', code });
  for (const { code } of standard.attitudes) if (code !== undefined) placed.push({ kind: 'attitude', code });
  return placed;
}

function checkCodes(placed: readonly Placed[]): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const { kind, code, parent } of placed) {
    const local = readLocalCode(code);
    if (local?.kind !== kind) {
      problems.push(`${code} is not the code of a ${kind}`);
      continue;
    }
    const key = localCodeKey(local);
    if (seen.has(key)) problems.push(`${code} is there twice`);
    seen.add(key);
    if (parent !== undefined && !isUnder(kind, local.numbers, readLocalCode(parent)?.numbers ?? [])) {
      problems.push(`${code} does not belong under ${parent}`);
    }
  }
  return problems;
}

/** `O1.1` is how older documents number the outputs of a whole duty, so only its first number is compared. */
function isUnder(kind: LocalKind, numbers: readonly number[], parent: readonly number[]): boolean {
  const olderOutput = kind === 'output' && numbers.length === 2;
  if (olderOutput) return numbers[0] === parent[0];
  return numbers.length === parent.length + 1 && startsWithNumbers(numbers, parent);
}

function checkLinks(standard: Standard): string[] {
  const problems: string[] = [];
  const knowledge = new Set(standard.knowledge.map(({ code }) => code));
  const skills = new Set(standard.skills.map(({ code }) => code));
  for (const task of standard.duties.flatMap((duty) => duty.tasks)) {
    for (const part of task.parts) {
      for (const code of part.knowledge) {
        if (!knowledge.has(code))
          problems.push(`${task.code} needs ${code}, which is not in the knowledge list`);
      }
      for (const code of part.skills) {
        if (!skills.has(code)) problems.push(`${task.code} needs ${code}, which is not in the skills list`);
      }
      for (const codes of [part.knowledge, part.skills]) {
        if (new Set(codes).size < codes.length) problems.push(`${task.code} links the same code twice`);
      }
    }
  }
  return problems;
}

function checkNotes(standard: Standard): string[] {
  const marks = standard.notes.flatMap(({ mark }) => (mark === undefined ? [] : [mark]));
  const problems = marks.length > new Set(marks).size ? ['a note mark is there twice'] : [];
  const tasks = standard.duties.flatMap((duty) => duty.tasks);
  const parts = tasks.flatMap((task) => task.parts);
  const anchored: readonly { readonly notes?: string[] | undefined }[] = [
    standard.profile,
    ...standard.duties,
    ...tasks,
    ...parts.flatMap((part) => [...part.outputs, ...part.indicators]),
    ...standard.knowledge,
    ...standard.skills,
    ...standard.attitudes,
  ];
  for (const mark of anchored.flatMap(({ notes }) => notes ?? [])) {
    if (!marks.includes(mark)) problems.push(`note ${mark} is referred to, but it is not among the notes`);
  }
  return problems;
}

function checkVersions(standard: Standard): string[] {
  const own = standard.versions.find(({ code }) => code === standard.code);
  if (own === undefined) return [`${standard.code} is not in its own table of versions`];
  return own.name === standard.name ? [] : [`${standard.code} has two names: ${own.name}, ${standard.name}`];
}
