import { z } from 'zod';
import { dayParts, localDay } from '../../../domain/check-in/local-time.ts';
import type { OwnEntries, OwnEvidence, OwnNote } from '../../../domain/home/home.ts';
import type { Texts } from '../../../texts/texts.ts';
import { actions, type Block, button, context, section } from '../../blocks/build.ts';
import { type ModalView, modal } from '../../blocks/view.ts';
import { HOME_ACTIONS } from '../home/home-actions.ts';
import { codeIn } from '../home/home-model.ts';
import { evidenceBlock, noteBlock } from '../home/own-entries.ts';
import { readMetadata } from './form-values.ts';

const metadata = z.object({ page: z.int().min(0).max(1_000_000) });

/** A page of a member's notes and evidence, who sees each, and how to remove it. */
export function ownEntriesModal(own: OwnEntries, texts: Texts): ModalView {
  const { ownEntries: words, submission } = texts;
  const { notes, evidence, page, pages } = own;
  const turning = [
    ...(page > 0 ? [button({ actionId: HOME_ACTIONS.newerEntries, text: words.newer })] : []),
    ...(page < pages - 1 ? [button({ actionId: HOME_ACTIONS.olderEntries, text: words.older })] : []),
  ];
  return modal({
    callbackId: 'own-entries',
    title: words.title,
    close: submission.close,
    privateMetadata: JSON.stringify({ page }),
    blocks: [
      section(notes + evidence === 0 ? words.none : words.counts(notes, evidence)),
      ...own.entries.map((entry) => entryBlock(entry, own, texts)),
      ...(turning.length === 0
        ? []
        : [context(words.page(page + 1, pages)), actions('own-entries-page', turning)]),
    ],
  });
}

/** The page that such a modal shows, as it says itself: the first where it does not. */
export function readEntriesPage(privateMetadata: string | undefined): number {
  return metadata.safeParse(readMetadata(privateMetadata ?? '')).data?.page ?? 0;
}

function entryBlock(entry: OwnNote | OwnEvidence, own: OwnEntries, texts: Texts): Block {
  const { home, ownEntries: words } = texts;
  const day = dayOf('noteId' in entry ? entry.changedAt : entry.createdAt, own, texts);
  const head = home.entryHead(codeIn(own.standards, entry), day, home.sees[entry.visibility]);
  return 'noteId' in entry
    ? noteBlock(entry, words.note(head), texts)
    : evidenceBlock(entry, words.evidence(head), texts);
}

/** The day with its year where that is not this one. */
function dayOf(at: Date, { timeZone, today }: OwnEntries, { dates }: Texts): string {
  const day = dayParts(localDay(at, timeZone));
  return day.year === dayParts(today).year ? dates.day(day) : dates.dayOfYear(day);
}
