import type { Locale } from '../domain/people/locale.ts';
import type { ChangedCheckIn } from '../storage/check-ins/change-own-check-in.ts';
import { owePicture } from '../storage/check-ins/owe-picture.ts';
import type { Queryable } from '../storage/database.ts';
import { chooseLocale } from '../storage/people/locales.ts';
import { notifyMembersChanged } from '../storage/people/members.ts';
import type { Asker } from './change-own-times.ts';
import type { Context } from './context.ts';
import { drawingTimes } from './draw-check-in.ts';

/**
 * The one who asks reads the bot in this language from here on. Answers their check-ins that still take answers, to be
 * drawn again; the tick draws them where nobody else does.
 */
export async function setLanguage(
  context: Context,
  tx: Queryable,
  { locale, ...asker }: Asker & { readonly locale: Locale },
): Promise<readonly ChangedCheckIn[]> {
  const checkInIds = await chooseLocale(tx, asker, locale, context.now());
  if (checkInIds === undefined) return [];
  await notifyMembersChanged(tx, asker.workspaceId);
  const owed: ChangedCheckIn[] = [];
  // One, or two where the last one is still open when the next one comes.
  for (const checkInId of checkInIds) {
    const changed = await owePicture(tx, { ...asker, checkInId }, drawingTimes(context));
    if (changed !== undefined) owed.push(changed);
  }
  return owed;
}
