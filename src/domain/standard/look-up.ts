import type { Entry, LocalEntry } from './entry.ts';
import type { Standard, StandardVersion } from './standard.ts';

/** Something that was found, and what to type after the command to see it. */
export interface Choice {
  readonly entry: Entry;
  readonly ask: string;
}

/** `own`: in one of the caller's standards. `other`: only elsewhere. `unassigned`: the caller has no standard. */
export type Place = 'own' | 'other' | 'unassigned';

/** What can be asked, with examples that work for this caller. */
export interface Help {
  readonly kind: 'help';
  /** The caller's standards first. */
  readonly standards: readonly Choice[];
  /** One entry of each of a few kinds, from the first of `standards`; empty when there is none. */
  readonly examples: readonly Choice[];
}

export interface FoundStandard {
  readonly kind: 'standard';
  readonly standard: Standard;
  /** The earlier version whose code was asked for. */
  readonly earlier: StandardVersion | undefined;
  /** A task of it. */
  readonly example: Choice | undefined;
}

export interface FoundEntry {
  readonly kind: 'entry';
  readonly entry: LocalEntry;
  readonly place: Place;
  /** What the same code means in other standards. */
  readonly also: readonly Choice[];
}

/** Several standards fit, and nothing says which is meant. */
export interface Ambiguous {
  readonly kind: 'ambiguous';
  readonly asked: string;
  readonly choices: readonly Choice[];
}

export interface SearchResults {
  readonly kind: 'results';
  /** The words. */
  readonly asked: string;
  /** The standards that were named beside the words, and searched alone; none when all were. */
  readonly within: readonly Standard[];
  /** Of all that hold the words; `choices` are the first of them. */
  readonly total: number;
  readonly choices: readonly Choice[];
}

/** The words are not in the standards that were named, but in others. */
export interface FoundElsewhere {
  readonly kind: 'elsewhere';
  readonly asked: string;
  readonly within: readonly Standard[];
  /** Of all that hold the words; `choices` are the first of them. */
  readonly total: number;
  readonly choices: readonly Choice[];
}

export interface NotFound {
  readonly kind: 'not-found';
  readonly asked: string;
  /** Nearest first; empty when what was asked is not like a code. */
  readonly nearest: readonly Choice[];
  readonly help: Help;
}

/** Lengths in characters as `String.length` counts them. */
export interface TooLong {
  readonly kind: 'too-long';
  /** The beginning of it. */
  readonly asked: string;
  readonly length: number;
  readonly limit: number;
}

export type LookUp =
  | Help
  | FoundStandard
  | FoundEntry
  | Ambiguous
  | SearchResults
  | FoundElsewhere
  | NotFound
  | TooLong;
