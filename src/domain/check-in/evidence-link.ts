import { withoutUnseen } from './unseen.ts';

/** In characters of the address as it is kept, where everything beyond ASCII is percent-encoded. */
export const LINK_LIMIT = 2_000;

export type LinkProblem = 'not-a-link' | 'not-http' | 'credentials' | 'hidden-characters' | 'too-long';

/** A link that can be kept and shown, or why not. */
export type ReadLink = { readonly url: string } | { readonly problem: LinkProblem };

/** What an address parser drops or follows without anybody seeing it. */
const HIDDEN = /[\p{Cc}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;

/** Reads an address that a person typed or pasted: `http` or `https`, without a password in it. */
export function readLink(typed: string): ReadLink {
  // Ten times the limit is no address in any spelling, and nothing to parse.
  if (typed.trim().length > LINK_LIMIT * 10) return { problem: 'too-long' };
  const trimmed = withoutUnseen(typed).trim();
  if (HIDDEN.test(trimmed) || !trimmed.isWellFormed()) return { problem: 'hidden-characters' };
  const url = URL.parse(trimmed);
  if (url === null) return { problem: 'not-a-link' };
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { problem: 'not-http' };
  if (url.username !== '' || url.password !== '') return { problem: 'credentials' };
  return url.href.length > LINK_LIMIT ? { problem: 'too-long' } : { url: url.href };
}
