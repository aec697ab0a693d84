import type { WebClient } from '@slack/web-api';
import type { InteractiveCalls } from '../../delivery/interactive-calls.ts';
import type { Log } from '../../log.ts';
import type { CheckInForMember } from '../../storage/check-ins/check-in-rows.ts';
import type { Caller } from '../../usecases/callers.ts';
import type { Context } from '../../usecases/context.ts';
import type { Message } from '../blocks/build.ts';

type SendFile = (
  client: WebClient,
  slackUserId: string,
  file: { readonly name: string; readonly title: string; readonly content: string; readonly comment: string },
) => Promise<void>;

/** What the listeners work with; built once, in app.ts. */
export interface ListenerParts {
  readonly context: Context;
  readonly findCaller: (workspaceId: string, slackUserId: string) => Promise<Caller>;
  readonly renderCheckIn: (state: CheckInForMember) => Message;
  readonly calls: InteractiveCalls;
  /** A text file to a person's DM. */
  readonly sendFile: SendFile;
  readonly log: Log;
}
