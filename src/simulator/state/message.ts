import { z } from 'zod';

/** A block as Slack keeps it: every block has an id, made up where the app gave none. */
export const StoredBlock = z.looseObject({ type: z.string(), block_id: z.string() });
export type StoredBlock = z.infer<typeof StoredBlock>;

/** https://docs.slack.dev/messaging/message-metadata */
export const Metadata = z.object({
  event_type: z.string(),
  event_payload: z.record(z.string(), z.unknown()),
});
export type Metadata = z.infer<typeof Metadata>;

export const StoredMessage = z.object({
  ts: z.string(),
  /** Who wrote it: a person's id, or the bot's. */
  user: z.string(),
  text: z.string(),
  blocks: z.array(StoredBlock).optional(),
  metadata: Metadata.optional(),
  /** Files shown with it; what is in them is kept apart. */
  files: z.array(z.object({ id: z.string(), name: z.string(), title: z.string() })).optional(),
  edited: z.object({ user: z.string(), ts: z.string() }).optional(),
  /** Only this person sees it, and `conversations.history` does not know of it. */
  ephemeral_for: z.string().optional(),
});
export type StoredMessage = z.infer<typeof StoredMessage>;
