import type { BlockAction, RespondFn } from '@slack/bolt';
import { z } from 'zod';
import type { MessagePlace } from '../../../storage/check-ins/check-in-rows.ts';

/** The workspace an interaction comes from; org-wide installs leave `team` out. */
export function workspaceOf(body: BlockAction): string {
  return body.team?.id ?? body.user.team_id ?? '';
}

/** A line that only the person who tapped sees; the message they tapped stays as it is. */
export async function sayPrivately(respond: RespondFn, text: string): Promise<void> {
  await respond({ response_type: 'ephemeral', replace_original: false, text });
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
