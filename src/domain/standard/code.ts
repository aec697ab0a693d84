import { type LocalCode, readLocalCode } from './local-code.ts';

/** A code as a person asks for it, with the standard they named beside it: `KRM T1.1`, `T1.1 krm`. */
export interface CodeReference {
  readonly code: LocalCode;
  /** As it was typed; undefined when no standard was named. */
  readonly standard: string | undefined;
}

/** More words than this are a sentence, not a code with the name of a standard. */
const WORDS = 12;

/** One line, half-width, without control characters and the punctuation that people type around a code. */
export function plainQuestion(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .replace(/^[\s`'"“”‘’「」『』(]+|[\s`'"“”‘’「」『』)?!。，,;]+$/gu, '');
}

/**
 * The code in a question, `undefined` when there is none. Everything that is not the code is taken for the name of a
 * standard; whether there is such a standard is for the library to say.
 */
export function readCodeReference(question: string): CodeReference | undefined {
  const whole = readLocalCode(question);
  if (whole !== undefined) return { code: whole, standard: undefined };
  const words = question.split(/[\s:/、]+/u).filter((word) => word !== '');
  if (words.length > WORDS) return undefined;
  for (let length = words.length - 1; length > 0; length -= 1) {
    const rest = words.length - length;
    const last = readLocalCode(words.slice(rest).join(' '));
    if (last !== undefined) return { code: last, standard: words.slice(0, rest).join(' ') };
    const first = readLocalCode(words.slice(0, length).join(' '));
    if (first !== undefined) return { code: first, standard: words.slice(length).join(' ') };
  }
  return undefined;
}

/** The numbers of something written like a code whatever its letter (`X2.2`, `2.2`); `undefined` for anything else. */
export function readCodeNumbers(question: string): number[] | undefined {
  const match = /^[a-z]{0,3}[\s.-]*(\d{1,3}(?:[\s.-]+\d{1,3}){0,3})$/iu.exec(question);
  return match?.[1]?.split(/[\s.-]+/u).map(Number);
}
