import { SlackApiError } from './slack-api-error.ts';

const PREFIX = 'next:';

/** Cursors say nothing to the app: https://docs.slack.dev/apis/web-api/pagination. */
export function encodeCursor(position: string): string {
  return Buffer.from(PREFIX + position).toString('base64');
}

export function decodeCursor(cursor: string): string {
  const decoded = Buffer.from(cursor, 'base64').toString();
  if (!decoded.startsWith(PREFIX)) throw new SlackApiError('invalid_cursor');
  return decoded.slice(PREFIX.length);
}
