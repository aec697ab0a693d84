import {
  type CodeReference,
  divideWords,
  plainQuestion,
  readCodeNumbers,
  readCodeReference,
  readLooseReferences,
} from '../domain/standard/code.ts';
import type { Entry } from '../domain/standard/entry.ts';
import type { LookUp, NotFound, SearchResults } from '../domain/standard/look-up.ts';
import { fold } from '../domain/standard/search.ts';
import type { Standard } from '../domain/standard/standard.ts';
import type { StandardLibrary } from '../domain/standard/standard-library.ts';
import { answerHelp } from './look-up/help.ts';
import { choicesFor, findIn, firstTask, placeOf, type Scope, scopeFor } from './look-up/scope.ts';

/** Longer questions are not searched for: no name or sentence of a standard is anywhere near. */
const QUESTION_LIMIT = 200;
const RESULTS = 10;
const NEAREST = 5;
const HELP_WORDS = ['', 'help', '說明', '幫助', '使用說明'];

/**
 * Answers what a person typed after the command, from memory alone. `ownCodes` are the full codes of the caller's
 * standards, the first one first; none for somebody the bot does not know.
 */
export function lookUp(library: StandardLibrary, text: string, ownCodes: readonly string[]): LookUp {
  const trimmed = text.trim();
  if (trimmed.length > QUESTION_LIMIT) {
    const asked = plainQuestion(trimmed.slice(0, QUESTION_LIMIT));
    return { kind: 'too-long', asked, length: trimmed.length, limit: QUESTION_LIMIT };
  }
  const scope = scopeFor(library, ownCodes);
  const asked = plainQuestion(text);
  if (HELP_WORDS.includes(asked.toLowerCase())) return answerHelp(scope);
  const reference = readCodeReference(asked);
  const loose = readLooseReferences(asked);
  return (
    (reference && answerCode(scope, asked, reference)) ??
    answerStandard(scope, asked) ??
    answerLoosely(scope, asked, loose) ??
    answerWordsWithin(scope, asked) ??
    answerWords(scope, asked) ??
    notFound(scope, asked, [...loose, ...(reference === undefined ? [] : [reference])])
  );
}

/** What to type to search for words that mean something else alone: the first standard that has them, and the words. */
export function lookUpAskFor(
  library: StandardLibrary,
  words: string,
  ownCodes: readonly string[],
): string | undefined {
  const { all } = scopeFor(library, ownCodes);
  const asked = plainQuestion(words);
  const holder = all.find((standard) => library.search(asked, [standard]).length > 0);
  return holder && `${library.shortestName(holder)} ${asked}`;
}

function answerCode(scope: Scope, asked: string, reference: CodeReference): LookUp | undefined {
  const named = reference.standard === undefined ? scope.all : standardsNamed(scope, reference.standard);
  const found = findIn(scope, named, reference.code);
  const [first, ...others] = found;
  if (first === undefined) return undefined;
  const place = placeOf(scope, first);
  const unclear = reference.standard !== undefined || place !== 'own';
  if (unclear && others.length > 0) return { kind: 'ambiguous', asked, choices: choicesFor(scope, found) };
  return { kind: 'entry', entry: first, place, also: choicesFor(scope, others) };
}

/** Only where one reading leads somewhere; of several, none is preferred to the others. */
function answerLoosely(scope: Scope, asked: string, loose: readonly CodeReference[]): LookUp | undefined {
  const [answer, another] = loose.flatMap((reference) => answerCode(scope, asked, reference) ?? []);
  return another === undefined ? answer : undefined;
}

/** By code or whole name, else by a part of the name. */
function standardsNamed(scope: Scope, text: string): Standard[] {
  const matching = scope.library.matchStandards(text);
  if (matching.length > 0) return matching;
  const name = fold(text);
  return name.length < 2 ? [] : scope.all.filter((standard) => fold(standard.name).includes(name));
}

function answerStandard(scope: Scope, asked: string): LookUp | undefined {
  const matching = scope.library.matchStandards(asked);
  const [standard, another] = matching;
  if (standard === undefined) return undefined;
  if (another !== undefined) {
    const entries = matching.map((match): Entry => ({ kind: 'standard', standard: match }));
    return { kind: 'ambiguous', asked, choices: choicesFor(scope, entries) };
  }
  const earlier = standard.versions.find(({ code }) => code !== standard.code && fold(code) === fold(asked));
  const [example] = choicesFor(scope, [firstTask(scope, standard) ?? []].flat());
  return { kind: 'standard', standard, earlier, example };
}

/** Words beside the code or the whole name of a standard are searched for in that standard alone. */
function answerWordsWithin(scope: Scope, asked: string): LookUp | undefined {
  const searches = divideWords(asked).flatMap(({ standard, rest }) => {
    const within = scope.library.matchStandards(standard);
    return within.length === 0 ? [] : [{ asked: rest, within }];
  });
  for (const search of searches) {
    const found = firstOf(scope, scope.library.search(search.asked, search.within));
    if (found !== undefined) return { kind: 'results', ...search, ...found };
  }
  for (const search of searches) {
    const found = firstOf(scope, scope.library.search(search.asked, scope.all));
    if (found !== undefined) return { kind: 'elsewhere', ...search, ...found };
  }
  return undefined;
}

function answerWords(scope: Scope, asked: string): LookUp | undefined {
  const found = firstOf(scope, scope.library.search(asked, scope.all));
  return found && { kind: 'results', asked, within: [], ...found };
}

function firstOf(
  scope: Scope,
  entries: readonly Entry[],
): Pick<SearchResults, 'total' | 'choices'> | undefined {
  if (entries.length === 0) return undefined;
  return { total: entries.length, choices: choicesFor(scope, entries.slice(0, RESULTS)) };
}

function notFound(scope: Scope, asked: string, references: readonly CodeReference[]): NotFound {
  const [reference] = references;
  const named = reference?.standard === undefined ? [] : standardsNamed(scope, reference.standard);
  const among = [named, scope.own].find((standards) => standards.length > 0) ?? scope.all;
  const readings = references.flatMap(({ code }) => findIn(scope, among, code));
  const nearest = [...new Set([...readings, ...nearestTo(scope, asked, reference, among)])].slice(0, NEAREST);
  return { kind: 'not-found', asked, nearest: choicesFor(scope, nearest), help: answerHelp(scope) };
}

function nearestTo(
  scope: Scope,
  asked: string,
  reference: CodeReference | undefined,
  among: readonly Standard[],
): Entry[] {
  const numbers = reference?.code.numbers ?? readCodeNumbers(asked);
  if (numbers === undefined) return [];
  return scope.library.nearest({ kind: reference?.code.kind, numbers }, among, NEAREST);
}
