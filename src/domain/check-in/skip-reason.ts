/** Long enough for a sentence or two. */
export const LONGEST_SKIP_REASON = 300;

/** Control characters but for line breaks and tabs, and those that turn the direction of what follows. */
const UNREADABLE = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

export type ReadSkipReason =
  | { readonly outcome: 'read'; readonly reason: string | undefined }
  | { readonly outcome: 'too-long'; readonly length: number }
  | { readonly outcome: 'unreadable' };

/** What a member wrote as their reason, if anything; nothing is cut off or taken out in silence. */
export function readSkipReason(written: string | undefined): ReadSkipReason {
  const reason = (written ?? '').replace(/\r\n?/g, '\n').trim();
  if (reason.length > LONGEST_SKIP_REASON) return { outcome: 'too-long', length: reason.length };
  if (UNREADABLE.test(reason.replace(/[\n\t]/g, ' ')) || !reason.isWellFormed())
    return { outcome: 'unreadable' };
  return { outcome: 'read', reason: reason === '' ? undefined : reason };
}
