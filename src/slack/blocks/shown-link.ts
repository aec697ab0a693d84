import { escapeMrkdwn, linkTo, literally } from './escape.ts';
import { truncate } from './truncate.ts';

/** As much of an address as is shown of one without a name. */
const SHOWN_ADDRESS = 80;

/** What a link is called: its title, or the beginning of its address. */
export function nameOfLink(url: string, title: string | undefined): string {
  return title ?? truncate(url, SHOWN_ADDRESS);
}

/**
 * A link in mrkdwn, for an address that somebody gave: the name alone where `room` (in UTF-16 units) does not hold the
 * whole of it, because half a link leads nowhere, and where it is no web address.
 */
export function shownLink(url: string, title: string | undefined, room: number): string {
  const name = nameOfLink(url, title);
  const address = URL.parse(url);
  const isWeb = address?.protocol === 'https:' || address?.protocol === 'http:';
  const link = linkTo(address?.href ?? '', name);
  return isWeb && link.length <= room ? link : escapeMrkdwn(literally(name));
}
