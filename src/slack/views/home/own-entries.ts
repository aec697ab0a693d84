import { localTime } from '../../../domain/check-in/local-time.ts';
import type { MemberHome, OwnEvidence, OwnNote, OwnStandards } from '../../../domain/home/home.ts';
import type { Texts } from '../../../texts/texts.ts';
import { type Block, button, section } from '../../blocks/build.ts';
import { escapeMrkdwn, literally } from '../../blocks/escape.ts';
import { confirmation } from '../../blocks/inputs.ts';
import { LIMITS } from '../../blocks/limits.ts';
import { shownLink } from '../../blocks/shown-link.ts';
import { truncate } from '../../blocks/truncate.ts';
import { HOME_ACTIONS } from './home-actions.ts';
import { codeIn, everywhere, type HomeBlocks } from './home-model.ts';

/** The newest notes, who sees each, and how to remove it. */
export function noteBlocks(
  { notes, standards }: OwnStandards,
  { timeZone }: Pick<MemberHome, 'timeZone'>,
  { home: words, dates }: Texts,
): HomeBlocks {
  if (notes.total === 0) return everywhere(section(words.noNotes));
  const blockOf = (note: OwnNote): Block => {
    const day = dates.day(localTime(note.changedAt, timeZone));
    const head = words.entryHead(codeIn(standards, note), day, words.sees[note.visibility]);
    return section(`${escapeMrkdwn(head)}\n${typed(note.text)}`, {
      ...button({ actionId: HOME_ACTIONS.removeNote, text: words.remove, value: note.noteId }),
      confirm: confirmation(words.removeNoteConfirm),
    });
  };
  return everywhere(
    section(words.notesTitle(notes.newest.length, notes.total)),
    ...notes.newest.map(blockOf),
  );
}

/** The newest pieces of evidence, who sees each, and how to remove it. */
export function evidenceBlocks(
  { evidence, standards }: OwnStandards,
  { timeZone }: Pick<MemberHome, 'timeZone'>,
  { home: words, dates }: Texts,
): HomeBlocks {
  if (evidence.total === 0) return everywhere(section(words.noEvidence));
  const blockOf = (piece: OwnEvidence): Block => {
    const day = dates.day(localTime(piece.createdAt, timeZone));
    const head = words.entryHead(codeIn(standards, piece), day, words.sees[piece.visibility]);
    const line = `${escapeMrkdwn(head)}\n`;
    const name = piece.title ?? (piece.kind === 'message' ? words.aMessage : undefined);
    return section(`${line}${shownLink(piece.url, name, LIMITS.section.text - line.length)}`, {
      ...button({ actionId: HOME_ACTIONS.removeEvidence, text: words.remove, value: piece.evidenceId }),
      confirm: confirmation(words.removeEvidenceConfirm),
    });
  };
  return everywhere(
    section(words.evidenceTitle(evidence.newest.length, evidence.total)),
    ...evidence.newest.map(blockOf),
  );
}

/** As much of a text as surely fits a section, escaped and with its marks. */
const TYPED = 600;

function typed(text: string): string {
  return escapeMrkdwn(literally(truncate(text, TYPED)));
}
