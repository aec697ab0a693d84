import { localDay } from '../domain/check-in/local-time.ts';
import type { Locale } from '../domain/people/locale.ts';
import { findMemberBySlackId, MEMBERS_CHANGED } from '../storage/people/members.ts';
import type { Context } from './context.ts';

/** Somebody who typed a command or pressed a button, as far as the bot knows them. */
export interface Caller {
  readonly locale: Locale;
  /** Where their times are said; UTC for a stranger, who is told none. */
  readonly timeZone: string;
  /** The standards they work to, first assigned first; none for a stranger. */
  readonly standardCodes: readonly string[];
}

export interface Callers {
  find(workspaceId: string, slackUserId: string): Promise<Caller>;
}

/** The language of somebody who is no member; Slack knows it. */
export type StrangerLocale = (workspaceId: string, slackUserId: string) => Promise<Locale>;

/** Beyond this many people the one remembered longest is forgotten. */
const REMEMBERED = 20_000;

/**
 * Remembers callers, so that a look-up costs no statement and no Web API call once warm. Forgotten for a
 * workspace whenever any process changes its members, for everybody when such news may have been missed, and
 * at the end of their day, because assignments have dates.
 */
export async function openCallers(context: Context, strangerLocale: StrangerLocale): Promise<Callers> {
  const remembered = new Map<string, { readonly caller: Caller; readonly day: string }>();
  let changes = 0;
  const dayOf = ({ timeZone }: Caller) => localDay(context.now(), timeZone);
  await context.database.listen(
    MEMBERS_CHANGED,
    (workspaceId) => {
      changes += 1;
      for (const key of remembered.keys()) if (key.startsWith(`${workspaceId} `)) remembered.delete(key);
    },
    () => {
      changes += 1;
      remembered.clear();
    },
  );
  return {
    find: async (workspaceId, slackUserId) => {
      const key = `${workspaceId} ${slackUserId}`;
      const known = remembered.get(key);
      if (known !== undefined && known.day === dayOf(known.caller)) return known.caller;
      const before = changes;
      const found = await findMemberBySlackId(
        context.database.prisma,
        workspaceId,
        slackUserId,
        context.now(),
      );
      const caller: Caller =
        found === undefined
          ? { locale: await strangerLocale(workspaceId, slackUserId), timeZone: 'UTC', standardCodes: [] }
          : {
              locale: found.member.locale,
              timeZone: found.member.timeZone,
              standardCodes: found.standardCodes,
            };
      // News that came meanwhile may be newer than what was read.
      if (before !== changes) return caller;
      const [oldest] = remembered.keys();
      if (remembered.size >= REMEMBERED && oldest !== undefined) remembered.delete(oldest);
      remembered.set(key, { caller, day: dayOf(caller) });
      return caller;
    },
  };
}
