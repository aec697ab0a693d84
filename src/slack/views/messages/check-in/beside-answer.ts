import type { CheckInItem } from '../../../../domain/check-in/check-in.ts';
import type { Texts } from '../../../../texts/texts.ts';

/** That there is a note and who sees it, never what it says; and how much evidence. */
export function besideAnswer(
  { note, evidence }: Pick<CheckInItem, 'note' | 'evidence'>,
  { checkIn: words }: Texts,
): string[] {
  return [
    ...(note === undefined ? [] : [words.noted[note.visibility]]),
    ...(evidence === 0 ? [] : [words.proven(evidence)]),
  ];
}
