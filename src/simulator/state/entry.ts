import { z } from 'zod';
import { StoredMessage } from './message.ts';
import { Person } from './person.ts';
import { StoredView } from './view.ts';

export const ResponseUrl = z.object({
  id: z.string(),
  channel: z.string(),
  user: z.string(),
  /** The message the person tapped on; a command has none. */
  message_ts: z.string().optional(),
  created_at: z.iso.datetime(),
});
export type ResponseUrl = z.infer<typeof ResponseUrl>;

/** Everything that can happen to the workspace. The state is nothing but these, applied in order. */
export const Entry = z.discriminatedUnion('kind', [
  /** With a person, or a channel: that has no `user`. */
  z.object({ kind: z.literal('conversation-opened'), channel: z.string(), user: z.string().optional() }),
  z.object({ kind: z.literal('user-joined'), user: Person }),
  z.object({ kind: z.literal('user-changed'), user: Person }),
  z.object({ kind: z.literal('message'), channel: z.string(), message: StoredMessage }),
  z.object({ kind: z.literal('message-changed'), channel: z.string(), message: StoredMessage }),
  z.object({ kind: z.literal('message-deleted'), channel: z.string(), ts: z.string() }),
  z.object({ kind: z.literal('home-published'), user: z.string(), view: StoredView }),
  z.object({ kind: z.literal('response-url'), responseUrl: ResponseUrl }),
  z.object({ kind: z.literal('response-url-used'), id: z.string() }),
]);
export type Entry = z.infer<typeof Entry>;
