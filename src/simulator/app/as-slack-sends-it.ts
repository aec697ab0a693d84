/** https://docs.slack.dev/messaging/formatting-message-text#escaping: what people type arrives escaped. */
export function asSlackSendsIt(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Where an address ends. */
const END = String.raw`\s<>|，。、；：！？（）「」`;
/** Slack does not say which top-level domains it knows; these are enough to meet what it does. */
const DOMAIN = String.raw`(?:[a-z0-9-]+\.)+(?:com|net|org|edu|gov|io|dev|app|tw)(?![\w-]|\.\w)`;
const LINKED = new RegExp(
  `(${[
    String.raw`https?:\/\/[^${END}]*[^${END}.,;:!?)]`,
    String.raw`[\w.+-]+@${DOMAIN}`,
    String.raw`(?<![\w@.\/-])${DOMAIN}(?:\/[^${END}]*[^${END}.,;:!?)])?`,
  ].join('|')})`,
  'i',
);

/**
 * What people type in a message arrives escaped, and with links where Slack sees addresses: `<https://icap.tw>`, and
 * with what was typed beside the address where that is not whole. Slack documents how links look, not what becomes one:
 * https://github.com/wee-slack/wee-slack/pull/444, https://github.com/scrapinghub/slackbot/issues/86.
 *
 * @see https://docs.slack.dev/messaging/formatting-message-text#links
 */
export function messageAsSlackSendsIt(typed: string): string {
  return typed
    .split(LINKED)
    .map((piece, index) => (index % 2 === 1 ? linked(asSlackSendsIt(piece)) : asSlackSendsIt(piece)))
    .join('');
}

function linked(address: string): string {
  if (/^https?:\/\//i.test(address)) return `<${address}>`;
  const isMail = /^[^/]*@/.test(address);
  return `<${isMail ? 'mailto:' : 'http://'}${address}|${address}>`;
}
