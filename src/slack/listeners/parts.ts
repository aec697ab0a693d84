import type { InteractiveCalls } from '../../delivery/interactive-calls.ts';
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
  readonly calls: InteractiveCalls;
  readonly log: Log;
}
