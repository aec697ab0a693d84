import { type LocalCode, localCodeKey, readLocalCode, readRunTogether } from './local-code.ts';

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
  for (const { standard, rest } of besideStandard(question)) {
    const code = readLocalCode(rest);
    if (code !== undefined) return { code, standard };
  }
  return undefined;
}

/**
 * What a question may mean besides what it says, for when there is no such code: dots that were left out (`T22`,
 * `krm t11`) and a standard written without a space before the code (`KRM-T1.1`, `KRMT1.1`). The likeliest first.
 */
export function readLooseReferences(question: string): CodeReference[] {
  const glued = /^(.*?[^\s\-‐-―_.])[\s\-‐-―_.]*([topksa][^a-z]*)$/iu.exec(question);
  const places = [
    { standard: undefined, rest: question },
    ...besideStandard(question),
    ...(glued === null ? [] : [{ standard: glued[1], rest: glued[2] ?? '' }]),
  ];
  const references = [
    ...places.flatMap(({ standard, rest }) => readRunTogether(rest).map((code) => ({ code, standard }))),
    ...places.flatMap(({ standard, rest }) => {
      const code = readLocalCode(rest);
      return code === undefined ? [] : [{ code, standard }];
    }),
  ];
  return [
    ...new Map(references.map((each) => [`${each.standard} ${localCodeKey(each.code)}`, each])).values(),
  ];
}

/** A question as the name of a standard and what is asked of it. */
export interface Division {
  readonly standard: string;
  readonly rest: string;
}

/** Every way to divide a question into a standard and words: `KRM 退貨`, `退貨 KRM`, `KRM退貨`. */
export function divideWords(question: string): Division[] {
  const glued = /^([a-z][a-z\d-]+)(\p{Script=Han}.*)$/iu.exec(question);
  return [
    ...besideStandard(question),
    ...(glued === null ? [] : [{ standard: glued[1] ?? '', rest: glued[2] ?? '' }]),
  ];
}

/** Some of the first words, or of the last, as the standard; the shortest first. */
function besideStandard(question: string): Division[] {
  const words = question.split(/[\s:/、]+/u).filter((word) => /[^-‐-―]/u.test(word));
  if (words.length > WORDS) return [];
  const divide = (at: number) => [words.slice(0, at).join(' '), words.slice(at).join(' ')] as const;
  return words.slice(1).flatMap((_, index) => {
    const [head, tail] = divide(index + 1);
    const [front, back] = divide(words.length - index - 1);
    return [
      { standard: head, rest: tail },
      { standard: back, rest: front },
    ];
  });
}

/** The numbers of something written like a code whatever its letter (`X2.2`, `2.2`); `undefined` for anything else. */
export function readCodeNumbers(question: string): number[] | undefined {
  const match = /^[a-z]{0,3}[\s.-]*(\d{1,3}(?:[\s.-]+\d{1,3}){0,3})$/iu.exec(question);
  return match?.[1]?.split(/[\s.-]+/u).map(Number);
}
