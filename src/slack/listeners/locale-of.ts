import type { Caller } from '../../usecases/callers.ts';
import type { ListenerParts } from './parts.ts';
import type { Who } from './who-acted.ts';

/** In which language to speak to somebody; the first, where that cannot be found out. */
export async function localeOf(
  { findCaller }: Pick<ListenerParts, 'findCaller'>,
  { workspaceId, slackUserId }: Who,
): Promise<Caller['locale']> {
  try {
    return (await findCaller(workspaceId, slackUserId)).locale;
  } catch {
    return 'zh-TW';
  }
}
