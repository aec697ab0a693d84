/** https://docs.slack.dev/messaging/formatting-message-text#escaping: what people type arrives escaped. */
export function asSlackSendsIt(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
