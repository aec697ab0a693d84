export type LocalKind = 'duty' | 'task' | 'output' | 'indicator' | 'knowledge' | 'skill' | 'attitude';

/** A position inside one standard: `T2.2` is `{ kind: 'task', numbers: [2, 2] }`, and so is `t2-2`. */
export interface LocalCode {
  readonly kind: LocalKind;
  readonly numbers: readonly number[];
}

/** What may stand between the numbers of a code: the dot, and the dashes and middle dots seen instead of it. */
const SEPARATOR = '[.\\-\\u2010-\\u2015\\u2212_·‧・。,]';
const CODE = new RegExp(
  `^([TOPKSA0])\\s*${SEPARATOR}?\\s*(\\d{1,3}(?:(?:\\s*${SEPARATOR}\\s*|\\s+)\\d{1,3})*)$`,
);

/**
 * Reads a code however it is written: any width or case, dashes for dots, stray spaces, `P.1.1.1`, and the
 * digit zero that older documents print for the letter O (`04.2.1`). `undefined` when the whole text is not a code.
 */
export function readLocalCode(text: string): LocalCode | undefined {
  const match = CODE.exec(text.normalize('NFKC').trim().toUpperCase());
  if (match === null) return undefined;
  const [, letter = '', digits = ''] = match;
  const numbers = (digits.match(/\d+/g) ?? []).map(Number);
  const kind = kindOf(letter, numbers.length);
  return kind === undefined ? undefined : { kind, numbers };
}

function kindOf(letter: string, depth: number): LocalKind | undefined {
  if (letter === 'T') return depth === 1 ? 'duty' : depth === 2 ? 'task' : undefined;
  if (letter === 'P') return depth === 2 || depth === 3 ? 'indicator' : undefined;
  if (letter === 'O' || letter === '0') return depth === 2 || depth === 3 ? 'output' : undefined;
  if (depth !== 1) return undefined;
  return letter === 'K' ? 'knowledge' : letter === 'S' ? 'skill' : 'attitude';
}

const UNFINISHED = new RegExp(`^[TP]\\s*(\\d{1,3}(?:\\s*${SEPARATOR}\\s*\\d{1,3})*)?\\s*${SEPARATOR}?$`);

/**
 * The numbers of a task's or an indicator's code as far as it has been typed: `P`, `P1` and `P1.` are the way to
 * `P1.1.1`. Undefined where no such code begins like this.
 */
export function readUnfinishedCode(text: string): readonly number[] | undefined {
  const match = UNFINISHED.exec(text.normalize('NFKC').trim().toUpperCase());
  return match === null ? undefined : (match[1]?.match(/\d+/g) ?? []).map(Number);
}

/** How many numbers a code has, the usual first; those of knowledge, skills and attitudes have one, which is whole. */
const DEPTHS: Readonly<Record<string, readonly number[]>> = { T: [2], P: [3, 2], O: [3, 2], 0: [3, 2] };
const RUN_TOGETHER = new RegExp(
  `^([TPO0])\\s*${SEPARATOR}?\\s*(\\d+(?:(?:\\s*${SEPARATOR}\\s*|\\s+)\\d+)*)$`,
);
/** Three numbers of three digits; anything longer is no code. */
const MOST_DIGITS = 9;

/**
 * Every code that this may be with dots left out: `T22` is `T2.2`, `P2.21` is `P2.2.1`, `T111` is `T1.11` or `T11.1`.
 * Whether there is such a code is for the library to say.
 */
export function readRunTogether(text: string): LocalCode[] {
  const match = RUN_TOGETHER.exec(text.normalize('NFKC').trim().toUpperCase());
  if (match === null) return [];
  const [, letter = '', digits = ''] = match;
  const groups = digits.match(/\d+/g) ?? [];
  if (groups.join('').length > MOST_DIGITS) return [];
  const depth = DEPTHS[letter]?.find((each) => groups.length < each && groups.join('').length >= each);
  const kind = depth === undefined ? undefined : kindOf(letter, depth);
  if (depth === undefined || kind === undefined) return [];
  return cuts(groups, depth)
    .map((parts) => parts.map(Number))
    .filter((numbers) => numbers.every((number) => number > 0 && number < 1_000))
    .map((numbers) => ({ kind, numbers }));
}

/** The ways to cut groups of digits into `count` of them, each keeping at least one digit. */
function cuts(groups: readonly string[], count: number): string[][] {
  const [group, ...others] = groups;
  if (group === undefined) return count === 0 ? [[]] : [];
  const first = Array.from({ length: group.length }, (_, end) => group.slice(0, end + 1));
  return first.flatMap((part) => {
    const remaining = part === group ? others : [group.slice(part.length), ...others];
    return cuts(remaining, count - 1).map((parts) => [part, ...parts]);
  });
}

/** Equal for two writings of the same code: `K1` and `K01`, `P.1.1.1` and `P1.1.1`. */
export function localCodeKey(code: LocalCode): string {
  return `${code.kind}:${code.numbers.join('.')}`;
}

/** Whether `numbers` begin with all of `parent`, as those of `P2.2.1` begin with those of `T2.2`. */
export function startsWithNumbers(numbers: readonly number[], parent: readonly number[]): boolean {
  return parent.every((number, position) => numbers[position] === number);
}
