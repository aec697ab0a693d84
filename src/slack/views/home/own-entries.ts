import { localTime } from '../../../domain/check-in/local-time.ts';
import type { MemberHome, OwnEvidence, OwnNote, OwnStandards } from '../../../domain/home/home.ts';
import type { Texts } from '../../../texts/texts.ts';
import { actions, type Block, button, section } from '../../blocks/build.ts';
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
  texts: Texts,
): HomeBlocks {
  const { home: words, dates } = texts;
  if (notes.total === 0) return everywhere(section(words.noNotes));
  const blockOf = (note: OwnNote): Block => {
    const day = dates.day(localTime(note.changedAt, timeZone));
    const head = words.entryHead(codeIn(standards, note), day, words.sees[note.visibility]);
    return noteBlock(note, head, texts);
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
  texts: Texts,
): HomeBlocks {
  const { home: words, dates } = texts;
  if (evidence.total === 0) return everywhere(section(words.noEvidence));
  const blockOf = (piece: OwnEvidence): Block => {
    const day = dates.day(localTime(piece.createdAt, timeZone));
    const head = words.entryHead(codeIn(standards, piece), day, words.sees[piece.visibility]);
    return evidenceBlock(piece, head, texts);
  };
  return everywhere(
    section(words.evidenceTitle(evidence.newest.length, evidence.total)),
    ...evidence.newest.map(blockOf),
  );
}

/** The way to those that Home does not show; none where it shows them all. */
export function allEntriesBlocks(
  { hasMoreEntries }: Pick<MemberHome, 'hasMoreEntries'>,
  { home: words }: Texts,
): HomeBlocks {
  if (!hasMoreEntries) return everywhere();
  const all = button({ actionId: HOME_ACTIONS.allEntries, text: words.allEntries });
  return everywhere(actions('home-entries', [all]));
}

/** A note under its head, and how to remove it. */
export function noteBlock({ noteId, text }: OwnNote, head: string, { home: words }: Texts): Block {
  return section(`${escapeMrkdwn(head)}\n${typed(text)}`, {
    ...button({ actionId: HOME_ACTIONS.removeNote, text: words.remove, value: noteId }),
    confirm: confirmation(words.removeNoteConfirm),
  });
}

/** A piece of evidence under its head, and how to remove it. */
export function evidenceBlock(piece: OwnEvidence, head: string, { home: words }: Texts): Block {
  const line = `${escapeMrkdwn(head)}\n`;
  const name = piece.title ?? (piece.kind === 'message' ? words.aMessage : undefined);
  return section(`${line}${shownLink(piece.url, name, LIMITS.section.text - line.length)}`, {
    ...button({ actionId: HOME_ACTIONS.removeEvidence, text: words.remove, value: piece.evidenceId }),
    confirm: confirmation(words.removeEvidenceConfirm),
  });
}

/** As much of a text as surely fits a section, escaped and with its marks. */
const TYPED = 600;

function typed(text: string): string {
  return escapeMrkdwn(literally(truncate(text, TYPED)));
}
