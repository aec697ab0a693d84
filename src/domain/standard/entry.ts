import { type LocalCode, readLocalCode } from './local-code.ts';
import type {
  Attitude,
  Duty,
  Indicator,
  Knowledge,
  Output,
  Part,
  Skill,
  Standard,
  Task,
} from './standard.ts';

/** Something inside a standard that has a code and can be looked up, together with where it stands. */
export type LocalEntry =
  | { readonly kind: 'duty'; readonly standard: Standard; readonly duty: Duty }
  | { readonly kind: 'task'; readonly standard: Standard; readonly duty: Duty; readonly task: Task }
  | (InPart & { readonly kind: 'output'; readonly output: Output })
  | (InPart & { readonly kind: 'indicator'; readonly indicator: Indicator })
  | (UsedInTasks & { readonly kind: 'knowledge'; readonly knowledge: Knowledge })
  | (UsedInTasks & { readonly kind: 'skill'; readonly skill: Skill })
  | { readonly kind: 'attitude'; readonly standard: Standard; readonly attitude: Attitude };

interface InPart {
  readonly standard: Standard;
  readonly duty: Duty;
  readonly task: Task;
  readonly part: Part;
  readonly partIndex: number;
}

interface UsedInTasks {
  readonly standard: Standard;
  readonly usedIn: readonly Task[];
}

export type Entry = { readonly kind: 'standard'; readonly standard: Standard } | LocalEntry;

/** Everything in a standard in the order of the document, beginning with the standard itself. */
export function entriesOf(standard: Standard): Entry[] {
  const tasks = standard.duties.flatMap((duty) => duty.tasks);
  const usedIn = (list: 'knowledge' | 'skills', code: string) =>
    tasks.filter((task) => task.parts.some((part) => part[list].includes(code)));
  return [
    { kind: 'standard', standard },
    ...standard.duties.flatMap((duty): Entry[] => [
      { kind: 'duty', standard, duty },
      ...duty.tasks.flatMap((task): Entry[] => taskEntries(standard, duty, task)),
    ]),
    ...standard.knowledge.map((knowledge): Entry => {
      return { kind: 'knowledge', standard, knowledge, usedIn: usedIn('knowledge', knowledge.code) };
    }),
    ...standard.skills.map((skill): Entry => {
      return { kind: 'skill', standard, skill, usedIn: usedIn('skills', skill.code) };
    }),
    ...standard.attitudes.map((attitude): Entry => ({ kind: 'attitude', standard, attitude })),
  ];
}

function taskEntries(standard: Standard, duty: Duty, task: Task): Entry[] {
  return [
    { kind: 'task', standard, duty, task },
    ...task.parts.flatMap((part, partIndex): Entry[] => {
      const place = { standard, duty, task, part, partIndex };
      return [
        ...part.outputs.map((output): Entry => ({ kind: 'output', ...place, output })),
        ...part.indicators.map((indicator): Entry => ({ kind: 'indicator', ...place, indicator })),
      ];
    }),
  ];
}

/** What an entry is called: its code as printed (absent where the document has none), and its name or text. */
export interface EntryTitle {
  readonly code: string | undefined;
  readonly name: string;
}

export function entryTitle(entry: Entry): EntryTitle {
  switch (entry.kind) {
    case 'standard':
      return { code: entry.standard.code, name: entry.standard.name };
    case 'duty':
      return { code: entry.duty.code, name: entry.duty.name };
    case 'task':
      return { code: entry.task.code, name: entry.task.name };
    case 'output':
      return { code: entry.output.code, name: entry.output.name };
    case 'indicator':
      return { code: entry.indicator.code, name: entry.indicator.text };
    case 'knowledge':
      return { code: entry.knowledge.code, name: entry.knowledge.name };
    case 'skill':
      return { code: entry.skill.code, name: entry.skill.name };
    case 'attitude':
      return { code: entry.attitude.code, name: entry.attitude.name };
  }
}

/** The entry's position in its standard; `undefined` for a standard, and where the document prints no code. */
export function entryPosition(entry: Entry): LocalCode | undefined {
  return entry.kind === 'standard' ? undefined : readLocalCode(entryTitle(entry).code ?? '');
}
