import type { IndicatorKey } from '../../../domain/check-in/choose-indicators.ts';
import type { Home } from '../../../domain/home/home.ts';
import type { Block } from '../../blocks/build.ts';

/** Where on Home something was done: Slack cannot scroll there, so what came of it is said there. */
export type HomePlace = 'top' | 'settings' | 'notes' | 'evidence' | 'download';

/** Home with what its view needs beside. */
export interface HomeModel {
  readonly home: Home;
  readonly now: Date;
  /** What the person has just done. */
  readonly said?: string | undefined;
  /** Where that is said; at the top unless told. */
  readonly saidAt?: HomePlace | undefined;
}

/** Blocks, and the same with long-established ones only where there is a newer one among them. */
export interface HomeBlocks {
  readonly newest: readonly Block[];
  readonly established: readonly Block[];
}

/** Blocks that every workspace has. */
export function everywhere(...blocks: readonly Block[]): HomeBlocks {
  return { newest: blocks, established: blocks };
}

/**
 * How an indicator, duty or task is called: by its code, and by its standard as well where the member works to more
 * than one, because `T1.1` means different things in two standards.
 */
export function codeIn(
  standards: readonly { readonly code: string; readonly name: string }[],
  { standardCode, indicatorCode }: IndicatorKey,
): string {
  const standard = standards.find(({ code }) => code === standardCode);
  // One that is not the member's any more is named too: its code alone would be taken for another's.
  if (standards.length === 1 && standard !== undefined) return indicatorCode;
  return `${standard?.name ?? standardCode} ${indicatorCode}`;
}
