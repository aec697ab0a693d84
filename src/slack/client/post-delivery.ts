import type { Block, WebClient } from '@slack/web-api';
import { z } from 'zod';
import { refusalOfBot } from '../../delivery/classify-error.ts';
import type { FindPosted } from '../../delivery/reconcile.ts';
import type { BotStanding, Post, RenderedMessage } from '../../delivery/sender-parts.ts';

/** Message metadata is readable by everybody in the workspace: it carries an id and nothing else. */
const EVENT_TYPE = 'competency_bot_delivery';

const posted = z.object({ channel: z.string(), ts: z.string() });

/** Posts a delivery to its recipient's DM, marked with its id. Throws what the client throws. */
export function postDelivery(client: WebClient): Post {
  return async ({ recipient, deliveryId }, message) => {
    const answer = await client.chat.postMessage({
      channel: recipient,
      ...content(message),
      unfurl_links: false,
      unfurl_media: false,
      metadata: { event_type: EVENT_TYPE, event_payload: { delivery_id: deliveryId } },
    });
    return posted.parse(answer);
  };
}

function content({ text, blocks }: RenderedMessage): { text: string; blocks: Block[] } {
  return { text, blocks: [...blocks] };
}

/** Changes a message that the bot posted. */
export function updateMessage(
  client: WebClient,
): (place: { channel: string; ts: string }, message: RenderedMessage) => Promise<void> {
  return async ({ channel, ts }, message) => {
    await client.chat.update({ channel, ts, ...content(message) });
  };
}

/** Asks Slack who the bot is. */
export function askStanding(client: {
  readonly auth: { test(): Promise<unknown> };
}): () => Promise<BotStanding> {
  return async () => {
    try {
      await client.auth.test();
      return { standing: 'taken' };
    } catch (error) {
      const reason = refusalOfBot(error);
      return reason === undefined ? { standing: 'unknown' } : { standing: 'refused', reason };
    }
  };
}

const history = z.object({
  messages: z.array(
    z.looseObject({
      ts: z.string(),
      metadata: z
        .looseObject({
          event_type: z.string(),
          event_payload: z.looseObject({ delivery_id: z.string().optional() }),
        })
        .optional(),
    }),
  ),
  response_metadata: z.looseObject({ next_cursor: z.string().optional() }).optional(),
});

/** Messages a page; Slack advises at most 200: https://docs.slack.dev/reference/methods/conversations.history. */
const PAGE = 100;

/**
 * Looks for a delivery in the history of the recipient's DM by the id it was marked with: newest first, page by page,
 * through everything since `since`.
 */
export function findPosted(client: WebClient): FindPosted {
  return async ({ recipient, deliveryId, since }) => {
    const { channel } = await client.conversations.open({ users: recipient });
    const channelId = z.string().parse(channel?.id);
    let cursor: string | undefined;
    do {
      const page = history.parse(
        await client.conversations.history({
          channel: channelId,
          include_all_metadata: true,
          oldest: (since.getTime() / 1_000).toFixed(6),
          limit: PAGE,
          ...(cursor === undefined ? {} : { cursor }),
        }),
      );
      const found = page.messages.find(
        ({ metadata }) =>
          metadata?.event_type === EVENT_TYPE && metadata.event_payload.delivery_id === deliveryId,
      );
      if (found !== undefined) return { channel: channelId, ts: found.ts };
      cursor = page.response_metadata?.next_cursor;
    } while (cursor !== undefined && cursor !== '');
    return undefined;
  };
}
