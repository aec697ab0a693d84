import type { BlockAction, RespondFn } from '@slack/bolt';

/** The workspace an interaction comes from; org-wide installs leave `team` out. */
export function workspaceOf(body: BlockAction): string {
  return body.team?.id ?? body.user.team_id ?? '';
}

/** A line that only the person who tapped sees; the message they tapped stays as it is. */
export async function sayPrivately(respond: RespondFn, text: string): Promise<void> {
  await respond({ response_type: 'ephemeral', replace_original: false, text });
}
