import { localDay } from '../domain/check-in/local-time.ts';
import type { OwnEntries } from '../domain/home/home.ts';
import type { Locale } from '../domain/people/locale.ts';
import { findOwnEntries } from '../storage/home/find-own-entries.ts';
import type { Asker } from './change-own-times.ts';
import type { Context } from './context.ts';

/** A page, from 0, of the notes and evidence of the one who asks, in one statement; undefined for a stranger. */
export async function showOwnEntries(
  context: Context,
  asker: Asker,
  page: number,
): Promise<(OwnEntries & { readonly locale: Locale }) | undefined> {
  const now = context.now();
  const found = await findOwnEntries(context.database.prisma, asker, page, now);
  if (found === undefined) return undefined;
  const { standardCodes, ...entries } = found;
  return {
    ...entries,
    today: localDay(now, found.timeZone),
    standards: standardCodes.map((code) => ({ code, name: context.library.standard(code)?.name ?? code })),
  };
}
