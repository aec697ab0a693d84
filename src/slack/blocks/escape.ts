/**
 * The only place where text becomes mrkdwn-safe: Slack's three control characters, nothing else.
 * With them escaped, `<!channel>`, `<@U…>` and links in a person's text are shown as they were typed.
 *
 * @see https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
