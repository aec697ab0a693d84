import type { Delivery, DeliveryKind, NothingToSay } from '../domain/delivery/delivery.ts';
import type { Locale } from '../domain/people/locale.ts';
import type { Log } from '../log.ts';
import type { Database } from '../storage/database.ts';
import type { Pace } from './pace.ts';
import type { DeliveryTimings } from './timings.ts';

/** A message as Slack takes it. */
export interface RenderedMessage {
  readonly text: string;
  readonly blocks: readonly { readonly type: string }[];
  /** The same in blocks that every workspace has: sent where Slack refuses the newer ones. */
  readonly established?: Omit<RenderedMessage, 'established'>;
}

/**
 * Renders deliveries of one kind from current state, all of a batch at once: subject id → message, or why there is
 * nothing to say any more and the delivery is cancelled. A subject that is absent is `gone`. A subject that goes to
 * several people is asked for once for each language.
 */
export type Renderer = (
  workspaceId: string,
  subjectIds: readonly string[],
  locale: Locale,
) => Promise<ReadonlyMap<string, RenderedMessage | NothingToSay>>;

/** Posts to a person's DM; the delivery id travels as message metadata. */
export type Post = (
  delivery: Pick<Delivery, 'recipient' | 'deliveryId'>,
  message: RenderedMessage,
) => Promise<{ channel: string; ts: string }>;

/** What Slack says of the bot; `unknown` when it could not be asked. */
export type BotStanding =
  | { readonly standing: 'taken' | 'unknown' }
  | { readonly standing: 'refused'; readonly reason: string };

export interface SenderParts {
  readonly database: Database;
  readonly renderers: Record<DeliveryKind, Renderer>;
  /**
   * When the recipients are back of those deliveries that cannot come now, as they are away or, for a late one, do not
   * work at this hour: in business time, by delivery id.
   */
  readonly findBackAt: (
    workspaceId: string,
    deliveries: readonly Pick<Delivery, 'deliveryId' | 'memberId' | 'isLate'>[],
  ) => Promise<ReadonlyMap<string, Date>>;
  readonly post: Post;
  /** Whether Slack takes the bot itself in this workspace, asked when an error looks as if it did not. */
  readonly askStanding: (workspaceId: string) => Promise<BotStanding>;
  readonly pace: Pace;
  readonly timings: DeliveryTimings;
  readonly log: Log;
  /** Identifies this process in claims. */
  readonly processId: string;
  readonly machineNow: () => Date;
  /** Business time: decides who is away. */
  readonly now: () => Date;
  readonly random: () => number;
  readonly newId: () => string;
}
