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
