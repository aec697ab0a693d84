import { type Block, context, divider, header, type Message, section } from '../../../blocks/build.ts';
import { escapeMrkdwn } from '../../../blocks/escape.ts';
import { LIMITS } from '../../../blocks/limits.ts';
import { mostThatFit } from '../../../blocks/most-that-fit.ts';
import { truncate } from '../../../blocks/truncate.ts';

/** Where somebody asks: after the command, or in words, to the bot itself or in a form. */
export type Asking = 'command' | 'words';

/** What is typed before a question there. */
const BEFORE: Record<Asking, string> = { command: '/competency ', words: '' };

/** One line of text as it is, not escaped yet. */
export interface Line {
  /** Set off from the text: a code. */
  readonly label?: string | undefined;
  readonly text?: string;
  /** What to type to see it, after the command where that is used. */
  readonly ask?: string;
}

/** A page before it takes shape: titles, paragraphs with or without a heading, and small print. */
export type Piece =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly heading?: string; readonly lines: readonly Line[] }
  | { readonly kind: 'small'; readonly lines: readonly Line[] }
  | { readonly kind: 'divider' };

/**
 * Blocks, and beside them the same page as plain text. Only header, section, context and divider: a command's
 * acknowledgement cannot be sent again if Slack refuses it. Where not everything has room, paragraphs say with
 * `leftOut` how many of their last lines are missing; a page of the bot's own words needs none. Escaping happens here and nowhere else on the way.
 */
export function buildPage(
  pieces: readonly Piece[],
  asking: Asking,
  leftOut?: (lines: number) => string,
): Message {
  const text = pieces.flatMap((piece) => plainLines(piece, asking)).join('\n');
  const draw = (most: number) =>
    pieces
      .flatMap((piece) => blocksOf(shorten(piece, most, leftOut), asking))
      .slice(0, LIMITS.message.blocks);
  const longest = Math.max(0, ...pieces.map((piece) => linesOf(piece).length));
  return { text: truncate(text, LIMITS.message.text), blocks: draw(mostThatFit(longest, draw)) };
}

function shorten(piece: Piece, most: number, leftOut: ((lines: number) => string) | undefined): Piece {
  if (leftOut === undefined || piece.kind !== 'paragraph' || piece.lines.length <= most) return piece;
  const more = { text: leftOut(piece.lines.length - most) };
  return { ...piece, lines: [...piece.lines.slice(0, most), more] };
}

function linesOf(piece: Piece): readonly Line[] {
  return piece.kind === 'paragraph' ? piece.lines : [];
}

function blocksOf(piece: Piece, asking: Asking): Block[] {
  const write = (line: Line) => mrkdwnLine(line, asking);
  switch (piece.kind) {
    case 'title':
      return [header(piece.text)];
    case 'divider':
      return [divider()];
    case 'small':
      return piece.lines.length === 0 ? [] : [context(piece.lines.map(write).join('\n'))];
    case 'paragraph': {
      const heading = piece.heading === undefined ? [] : [`*${escapeMrkdwn(piece.heading)}*`];
      return packLines([...heading, ...piece.lines.map(write)]).map((text) => section(text));
    }
  }
}

/** Joins lines to texts that fit a section; a line is never divided between two. */
function packLines(lines: readonly string[]): string[] {
  const texts: string[] = [];
  for (const line of lines) {
    const last = texts.at(-1);
    const joined = last === undefined ? line : `${last}\n${line}`;
    if (last === undefined || joined.length > LIMITS.section.text) texts.push(line);
    else texts[texts.length - 1] = joined;
  }
  return texts;
}

function mrkdwnLine({ label, text, ask }: Line, asking: Asking): string {
  const words = [
    ...(label === undefined ? [] : [`*${escapeMrkdwn(label)}*`]),
    ...(text === undefined ? [] : [escapeMrkdwn(text)]),
    ...(ask === undefined ? [] : [`\`${escapeMrkdwn(`${BEFORE[asking]}${ask}`)}\``]),
  ];
  return words.join(' ');
}

function plainLines(piece: Piece, asking: Asking): string[] {
  if (piece.kind === 'divider') return [''];
  if (piece.kind === 'title') return [escapeMrkdwn(piece.text)];
  const heading = piece.kind === 'paragraph' && piece.heading !== undefined ? [piece.heading] : [];
  const lines = piece.lines.map(({ label, text, ask }) =>
    [label, text, ask === undefined ? undefined : `${BEFORE[asking]}${ask}`]
      .filter((word) => word !== undefined)
      .join(' '),
  );
  return [...heading, ...lines].map(escapeMrkdwn);
}
