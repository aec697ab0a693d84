/**
 * Reads mrkdwn as far as messages use it: https://docs.slack.dev/messaging/formatting-message-text.
 * Returns lines, each `{ quote, nodes }` or `{ preformatted }`; a node is `{ type, text | children, … }`.
 */
export function parseMrkdwn(text) {
  return text
    .split(/```\n?/)
    .flatMap((part, index) => (index % 2 === 1 ? [{ preformatted: decode(part.trimEnd()) }] : linesOf(part)));
}

function linesOf(part) {
  if (part === '') return [];
  return part
    .replace(/^\n|\n$/g, '')
    .split('\n')
    .map((line) => {
      const quote = /^(?:>|&gt;) ?/.exec(line);
      return { quote: quote !== null, nodes: parseInline(quote ? line.slice(quote[0].length) : line) };
    });
}

/** A word joiner is taken for part of a word: whoever writes it beside a mark wants the mark shown. */
const JOINER = '\\u2060';

/** The patterns of one line, in the order in which they win where they start at the same place. */
const PATTERNS = [
  {
    find: new RegExp(`(?<!${JOINER})\`([^\`]+)\`(?!${JOINER})`, 'u'),
    node: ([, code]) => ({ type: 'code', text: decode(code) }),
  },
  { find: /<([^<>|]+)(?:\|([^<>]*))?>/, node: ([, target, label]) => reference(target, label) },
  { find: /https?:\/\/[^\s<>|`*~，。、；：！？（）「」]+/, node: ([url]) => link(decode(url), decode(url)) },
  { find: emphasis('*'), node: ([, inner]) => ({ type: 'bold', children: parseInline(inner) }) },
  { find: emphasis('_'), node: ([, inner]) => ({ type: 'italic', children: parseInline(inner) }) },
  { find: emphasis('~'), node: ([, inner]) => ({ type: 'strike', children: parseInline(inner) }) },
  { find: /:([a-z0-9_+-]+):/, node: ([whole, name]) => ({ type: 'text', text: EMOJI[name] ?? whole }) },
];

/** Marks count only at the edge of a word, and Slack takes Chinese characters for parts of a word. */
function emphasis(mark) {
  const m = mark === '*' ? '\\*' : mark;
  return new RegExp(
    `(?<![\\p{L}\\p{N}${JOINER}${m}])${m}(?![\\s${m}])([^${m}]*[^\\s${m}])${m}(?![\\p{L}\\p{N}${JOINER}${m}])`,
    'u',
  );
}

function parseInline(line) {
  const found = PATTERNS.map(({ find, node }) => ({ match: find.exec(line), node }))
    .filter(({ match }) => match !== null)
    .sort((one, other) => one.match.index - other.match.index)[0];
  if (found === undefined) return line === '' ? [] : [{ type: 'text', text: decode(line) }];
  const { match, node } = found;
  return [
    ...(match.index === 0 ? [] : [{ type: 'text', text: decode(line.slice(0, match.index)) }]),
    node(match),
    ...parseInline(line.slice(match.index + match[0].length)),
  ];
}

function reference(target, label) {
  if (target.startsWith('@'))
    return { type: 'mention', user: target.slice(1), text: decode(label ?? target) };
  if (target.startsWith('#')) return { type: 'mention', text: `#${decode(label ?? target.slice(1))}` };
  if (target.startsWith('!date^')) return { type: 'text', text: decode(label ?? '') };
  if (target.startsWith('!')) return { type: 'mention', text: `@${decode(label ?? target.slice(1))}` };
  return link(decode(target), decode(label ?? target));
}

function link(url, text) {
  return /^(?:https?:\/\/|mailto:)/.test(url) ? { type: 'link', url, text } : { type: 'text', text };
}

/** The three characters Slack escapes, and no others. */
export function decode(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

const EMOJI = {
  '+1': '👍',
  bell: '🔔',
  bulb: '💡',
  calendar: '📅',
  chart_with_upwards_trend: '📈',
  eyes: '👀',
  heavy_check_mark: '✔️',
  hourglass: '⌛',
  information_source: 'ℹ️',
  lock: '🔒',
  mag: '🔍',
  memo: '📝',
  pray: '🙏',
  seedling: '🌱',
  smile: '😄',
  speech_balloon: '💬',
  star: '⭐',
  tada: '🎉',
  warning: '⚠️',
  wave: '👋',
  white_check_mark: '✅',
  x: '❌',
};
