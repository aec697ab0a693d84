/**
 * Cuts a text to at most `limit` UTF-16 units and ends it with `…` where something was cut. Never splits a
 * surrogate pair, nor one of the entities that `escapeMrkdwn` writes.
 */
export function truncate(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let end = limit - 1;
  const before = text.charCodeAt(end - 1);
  if (before >= 0xd800 && before <= 0xdbff) end -= 1;
  const kept = text.slice(0, end).replace(/&(?:a|am|amp|l|lt|g|gt)?$/, '');
  return `${kept}…`;
}
