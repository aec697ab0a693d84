import type { Choice } from './choose-indicators.ts';

/** When an indicator was asked before, and whether the check-in it was in got any answer. */
export interface LastAsked {
  readonly at: Date;
  readonly wasAnswered: boolean;
}

/**
 * When an indicator was asked last, for a person to read. The choice counts check-ins with an answer alone, so that one
 * that was skipped or left alone comes again; `shownAt` is the last of any kind. Undefined: never, or not known.
 */
export function lastAsked(
  { because, lastAskedAt }: Choice,
  shownAt: Date | undefined,
): LastAsked | undefined {
  if (lastAskedAt !== undefined && (shownAt === undefined || shownAt <= lastAskedAt)) {
    return { at: lastAskedAt, wasAnswered: true };
  }
  // Without a time and for another reason, the choice is older than what is kept of choices.
  if (shownAt === undefined || (lastAskedAt === undefined && because !== 'never-asked')) return undefined;
  return { at: shownAt, wasAnswered: false };
}
