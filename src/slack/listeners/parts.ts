import type { Log } from '../../log.ts';
import type { CheckInForMember } from '../../storage/check-ins/check-in-rows.ts';
import type { Caller } from '../../usecases/callers.ts';
import type { Context } from '../../usecases/context.ts';
import type { Message } from '../blocks/build.ts';

/** What the listeners work with; built once, in app.ts. */
export interface ListenerParts {
  readonly context: Context;
  readonly findCaller: (workspaceId: string, slackUserId: string) => Promise<Caller>;
  readonly renderCheckIn: (state: CheckInForMember) => Message;
  /** Whether a `chat.update` may go now; where it may not, the tick draws later. */
  readonly mayUpdate: (workspaceId: string, channel: string) => Promise<boolean>;
  /** A message that somebody is waiting for is about to go to their DM: what nobody waits for makes room. */
  readonly takePost: (workspaceId: string, slackUserId: string) => Promise<void>;
  readonly log: Log;
}
