import {
  type CodeReference,
  plainQuestion,
  readCodeNumbers,
  readCodeReference,
} from '../domain/standard/code.ts';
import type { Entry } from '../domain/standard/entry.ts';
import type { LocalCode } from '../domain/standard/local-code.ts';
import type { LookUp, NotFound } from '../domain/standard/look-up.ts';
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
  return (
    answerCode(scope, asked, reference) ??
    answerStandard(scope, asked) ??
    answerWords(scope, asked) ??
    notFound(scope, asked, reference)
  );
}

function answerCode(scope: Scope, asked: string, reference: CodeReference | undefined): LookUp | undefined {
  if (reference === undefined) return undefined;
  const named = reference.standard === undefined ? scope.all : standardsNamed(scope, reference.standard);
  const found = findIn(scope, named, reference.code);
  const [first, ...others] = found;
  if (first === undefined) return undefined;
  const place = placeOf(scope, first);
  const unclear = reference.standard !== undefined || place !== 'own';
  if (unclear && others.length > 0) return { kind: 'ambiguous', asked, choices: choicesFor(scope, found) };
  return { kind: 'entry', entry: first, place, also: choicesFor(scope, others) };
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

function answerWords(scope: Scope, asked: string): LookUp | undefined {
  const entries = scope.library.search(asked, scope.all);
  if (entries.length === 0) return undefined;
  return {
    kind: 'results',
    asked,
    total: entries.length,
    choices: choicesFor(scope, entries.slice(0, RESULTS)),
  };
}

function notFound(scope: Scope, asked: string, reference: CodeReference | undefined): NotFound {
  const named = reference?.standard === undefined ? [] : standardsNamed(scope, reference.standard);
  const among = [named, scope.own].find((standards) => standards.length > 0) ?? scope.all;
  const nearest = nearestTo(scope, asked, reference?.code, among);
  return { kind: 'not-found', asked, nearest: choicesFor(scope, nearest), help: answerHelp(scope) };
}

function nearestTo(
  scope: Scope,
  asked: string,
  code: LocalCode | undefined,
  among: readonly Standard[],
): Entry[] {
  const numbers = code?.numbers ?? readCodeNumbers(asked);
  if (numbers === undefined) return [];
  return scope.library.nearest({ kind: code?.kind, numbers }, among, NEAREST);
}
