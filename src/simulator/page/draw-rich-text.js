import { element } from './dom.js';
import { drawLink } from './draw-text.js';

/** https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
export function drawRichText({ elements }) {
  return element('div', { class: 'rich-text' }, ...elements.map(drawPart));
}

function drawPart(part) {
  const children = part.elements ?? [];
  if (part.type === 'rich_text_list') {
    const tag = part.style === 'ordered' ? 'ol' : 'ul';
    return element(tag, {}, ...children.map((item) => element('li', {}, ...item.elements.map(drawPiece))));
  }
  const tag = { rich_text_quote: 'blockquote', rich_text_preformatted: 'pre' }[part.type] ?? 'div';
  return element(tag, { class: 'line' }, ...children.map(drawPiece));
}

function drawPiece(piece) {
  if (piece.type === 'link') return drawLink(piece.url, piece.text ?? piece.url);
  if (piece.type === 'user')
    return element('span', { class: 'mention', 'data-user': piece.user_id }, `@${piece.user_id}`);
  if (piece.type === 'emoji') return emojiOf(piece);
  const text = piece.text ?? '';
  const { bold, italic, strike, code } = piece.style ?? {};
  const tag = (bold && 'strong') || (italic && 'em') || (strike && 's') || (code && 'code');
  return tag ? element(tag, {}, text) : text;
}

function emojiOf({ unicode, name }) {
  return unicode
    ? String.fromCodePoint(...unicode.split('-').map((hex) => Number.parseInt(hex, 16)))
    : `:${name}:`;
}
