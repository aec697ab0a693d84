import type { SharedEntry, WeeklyDigest } from '../../../../domain/digest/weekly-digest.ts';
import type { Texts } from '../../../../texts/texts.ts';
import { type Block, context, section } from '../../../blocks/build.ts';
import { escapeMrkdwn, literally } from '../../../blocks/escape.ts';
import { LIMITS } from '../../../blocks/limits.ts';
import { nameOfLink, shownLink } from '../../../blocks/shown-link.ts';
import { truncate } from '../../../blocks/truncate.ts';

/** So much of a note is a line of a digest. */
const NOTE_SHOWN = 160;

/** A name has its place in a line, and leaves room for what was written. */
const NAME_SHOWN = 60;

/** A longer address is in the link alone, not in plain text. */
const ADDRESS_SHOWN = 500;

/** So much of an indicator is enough to know it again. */
const INDICATOR_SHOWN = 40;

/** Names the indicator, with its standard where that is needed, and what it says. */
export interface Naming {
  readonly codeOf: (entry: SharedEntry) => string;
  readonly textOf: (entry: SharedEntry) => string;
}

/** The first `shown` of what the team shared with the reader, a section a piece: an address may be as long as one. */
export function sharedBlocks(
  { shared }: WeeklyDigest,
  shown: number,
  { codeOf, textOf }: Naming,
  texts: Texts,
): Block[] {
  const { weeklyDigest: words } = texts;
  if (shared.total === 0) return [];
  const line = (entry: SharedEntry): string => {
    const say = (what: string) =>
      words.shared(
        `*${escapeMrkdwn(codeOf(entry))}*`,
        official(textOf(entry)),
        typed(entry.name, NAME_SHOWN),
        what,
      );
    if (entry.shared.kind === 'note') return say(typed(entry.shared.text, NOTE_SHOWN));
    const { url } = entry.shared;
    return say(shownLink(url, titleOf(entry.shared, texts), LIMITS.section.text - say('').length));
  };
  const more = shared.total - shown;
  return [
    section(words.sharedTitle),
    ...shared.newest.slice(0, shown).map((entry) => section(line(entry))),
    ...(more > 0 ? [context(words.sharedMore(more))] : []),
  ];
}

/** The same in plain text, escaped; an address stands beside its name. */
export function sharedLines({ shared }: WeeklyDigest, { codeOf, textOf }: Naming, texts: Texts): string[] {
  const { weeklyDigest: words } = texts;
  if (shared.total === 0) return [];
  const more = shared.total - shared.newest.length;
  return [
    words.sharedTitle.replaceAll('*', ''),
    ...shared.newest.map((entry) =>
      words.shared(
        escapeMrkdwn(codeOf(entry)),
        official(textOf(entry)),
        typed(entry.name, NAME_SHOWN),
        plainly(entry, texts),
      ),
    ),
    ...(more > 0 ? [words.sharedMore(more)] : []),
  ];
}

/** A title with its address beside it, where that is not so long that it would push out the rest of the digest. */
function plainly({ shared }: SharedEntry, texts: Texts): string {
  if (shared.kind === 'note') return typed(shared.text, NOTE_SHOWN);
  const { url } = shared;
  const title = titleOf(shared, texts);
  const name = typed(nameOfLink(url, title), NOTE_SHOWN);
  const address = escapeMrkdwn(url);
  if (address.length > ADDRESS_SHOWN) return name;
  return title === undefined ? address : `${name} ${address}`;
}

/** As Home calls it: a message in Slack without a name of its own is called that. */
function titleOf(
  { kind, title }: Exclude<SharedEntry['shared'], { kind: 'note' }>,
  { home }: Texts,
): string | undefined {
  return title ?? (kind === 'message' ? home.aMessage : undefined);
}

/** The beginning of an indicator, on one line. */
function official(text: string): string {
  return escapeMrkdwn(truncate(text.replaceAll(/\s+/gu, ' '), INDICATOR_SHOWN));
}

/** One line of what a person typed, as it was typed. */
function typed(text: string, limit: number): string {
  return escapeMrkdwn(literally(truncate(text.replaceAll(/\s+/gu, ' ').trim(), limit)));
}
