import type { Delivery, DeliveryKind } from '../domain/delivery/delivery.ts';
import type { Log } from '../log.ts';
import type { Database } from '../storage/database.ts';
import type { Pace } from './pace.ts';

/** A message as Slack takes it. */
export interface RenderedMessage {
  readonly text: string;
  readonly blocks: readonly { readonly type: string }[];
}

/**
 * Renders deliveries of one kind from current state, all of a batch at once: subject id → message. A subject
 * that is absent has nothing to say any more, and its delivery is cancelled.
 */
export type Renderer = (
  workspaceId: string,
  subjectIds: readonly string[],
) => Promise<Map<string, RenderedMessage>>;

/** Posts to a person's DM; the delivery id travels as message metadata. */
export type Post = (
  delivery: Delivery,
  message: RenderedMessage,
  signal: AbortSignal,
) => Promise<{ channel: string; ts: string }>;

export interface SenderParts {
  readonly database: Database;
  readonly renderers: Record<DeliveryKind, Renderer>;
  readonly post: Post;
  /** By workspace. */
  readonly pace: Pace;
  /** By the DM of one person. */
  readonly channelPace: Pace;
  readonly log: Log;
  /** Identifies this process in claims. */
  readonly processId: string;
  readonly machineNow: () => Date;
  readonly random: () => number;
}
