import { setTimeout as pause } from 'node:timers/promises';
import type { BlockAction, RespondFn } from '@slack/bolt';
import { z } from 'zod';
import type { MessagePlace } from '../../../storage/check-ins/check-in-rows.ts';
import type { ListenerParts } from '../parts.ts';

const SAY_AGAIN_MS = 1_000;

/**
 * A line that only the person who tapped sees; the message they tapped stays as it is. Said once more where Slack
 * did not take it: somebody believes that their answer is saved.
 */
export async function sayPrivately(
  { log }: Pick<ListenerParts, 'log'>,
  respond: RespondFn,
  text: string,
): Promise<void> {
  const said = () => respond({ response_type: 'ephemeral', replace_original: false, text });
  try {
    await said().catch(async () => {
      await pause(SAY_AGAIN_MS);
      await said();
    });
  } catch (error) {
    log.warn({ err: error }, 'a word to whoever tapped could not be said');
  }
}

const container = z.object({
  channel_id: z.string(),
  message_ts: z.string().regex(/^\d+\.\d+$/),
  is_ephemeral: z.boolean().optional(),
});

/** The message that was tapped, as Slack says; none where it is one that Slack does not keep. */
export function tappedPlace(body: BlockAction): MessagePlace | undefined {
  const place = container.safeParse(body.container);
  if (!place.success || place.data.is_ephemeral === true) return undefined;
  return { channel: place.data.channel_id, ts: place.data.message_ts };
}
