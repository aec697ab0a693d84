import type { Caller } from '../../usecases/callers.ts';
import { inTime } from './in-time.ts';
import type { ListenerParts } from './parts.ts';
import type { Who } from './who-acted.ts';

/** The database that keeps somebody waiting may be asked for their language too. */
const LANGUAGE_WITHIN_MS = 500;

/** In which language to speak to somebody; the first, where that cannot be found out at once. */
export async function localeOf(
  { findCaller }: Pick<ListenerParts, 'findCaller'>,
  { workspaceId, slackUserId }: Who,
): Promise<Caller['locale']> {
  try {
    const caller = await inTime(findCaller(workspaceId, slackUserId), LANGUAGE_WITHIN_MS);
    return caller?.locale ?? 'zh-TW';
  } catch {
    return 'zh-TW';
  }
}
