/**
 * The only place where text becomes mrkdwn-safe: Slack's three control characters, nothing else.
 * With them escaped, `<!channel>`, `<@U…>` and links in a person's text are shown as they were typed.
 *
 * @see https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What a person typed, from the escaped form in which Slack hands it over. */
export function unescapeMrkdwn(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Takes no room, allows no line break, and is part of the word it stands in. */
const WORD_JOINER = '\u2060';

/**
 * What a person typed, so that it is shown as typed: a word joiner on both sides of every mark of mrkdwn, because marks
 * count only at the edge of a word. Slack has no escape for them and documents none of this; what is copied from the
 * answer can be asked again, for invisible characters are left out of a question. Escape afterwards, and use it for
 * nothing but what was typed.
 *
 * @see https://docs.slack.dev/messaging/formatting-message-text#basic-formatting
 */
export function literally(typed: string): string {
  return typed.replaceAll(/[*_~`:]/g, `${WORD_JOINER}$&${WORD_JOINER}`);
}

/** The colon of an address that a text begins with, as `literally` writes it: no mark, for no emoji has a `/`. */
const COLON_OF_ADDRESS = new RegExp(`(?<=^https?)${WORD_JOINER}:${WORD_JOINER}(?=//)`, 'i');

/**
 * A link in mrkdwn: `text` on one line, as it was typed; the address is one that `URL` wrote. An address as text begins
 * as one, without anything unseen, so that what is copied is taken where Slack asks for an address.
 */
export function linkTo(url: string, text: string): string {
  const words = literally(text.replaceAll(/\s+/gu, ' ')).replace(COLON_OF_ADDRESS, ':');
  return `<${escapeMrkdwn(url.replaceAll('|', '%7C'))}|${escapeMrkdwn(words)}>`;
}
