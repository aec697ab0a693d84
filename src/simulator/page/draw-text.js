import { element } from './dom.js';
import { decode, parseMrkdwn } from './parse-mrkdwn.js';

/** A text object of a block, or of a message when it has no blocks. */
export function drawText(text, className) {
  if (text.type !== 'mrkdwn') return element('div', { class: className }, decode(text.text));
  return element('div', { class: className }, ...drawMrkdwn(text.text));
}

export function drawMrkdwn(text) {
  const drawn = [];
  let quote;
  for (const line of parseMrkdwn(text)) {
    if (line.preformatted !== undefined) {
      quote = undefined;
      drawn.push(element('pre', {}, line.preformatted));
      continue;
    }
    const nodes = line.nodes.length === 0 ? ['\u200b'] : line.nodes.map(drawNode);
    if (!line.quote) {
      quote = undefined;
      drawn.push(element('div', { class: 'line' }, ...nodes));
    } else if (quote === undefined) {
      quote = element('blockquote', {}, element('div', { class: 'line' }, ...nodes));
      drawn.push(quote);
    } else {
      quote.append(element('div', { class: 'line' }, ...nodes));
    }
  }
  return drawn;
}

const TAGS = { bold: 'strong', italic: 'em', strike: 's' };

function drawNode(node) {
  if (node.type === 'text') return node.text;
  if (node.type === 'code') return element('code', {}, node.text);
  if (node.type === 'mention')
    return element('span', { class: 'mention', 'data-user': node.user }, node.text);
  if (node.type === 'link') return drawLink(node.url, node.text);
  return element(TAGS[node.type], {}, ...node.children.map(drawNode));
}

export function drawLink(url, text) {
  const isWeb = /^(?:https?:\/\/|mailto:)/.test(url);
  return isWeb ? element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, text) : text;
}

/** Writes people's names where only their ids are known. */
export function nameMentions(node, nameOf) {
  for (const mention of node.querySelectorAll('[data-user]')) {
    mention.textContent = `@${nameOf(mention.dataset.user)}`;
  }
}
