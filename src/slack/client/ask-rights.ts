import type { WebClient } from '@slack/web-api';
import { z } from 'zod';

/** What `manifest.yml` asks for; a test holds the two together. */
export const NEEDED_SCOPES: readonly string[] = [
  'chat:write',
  'im:write',
  'im:history',
  'commands',
  'users:read',
  'users:read.email',
];

/** What Slack lets the bot do. */
export interface SlackRights {
  /** Scopes that the app was not given; undefined where Slack does not say which it has. */
  readonly missingScopes: readonly string[] | undefined;
}

const answer = z.object({
  // From the header `x-oauth-scopes`: https://docs.slack.dev/authentication/installing-with-oauth
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional(),
});

/** One call of `auth.test`; throws what the client throws where Slack refuses or cannot be reached. */
export async function askRights(client: WebClient): Promise<SlackRights> {
  const { response_metadata: metadata } = answer.parse(await client.auth.test());
  const given = metadata?.scopes;
  return { missingScopes: given && NEEDED_SCOPES.filter((scope) => !given.includes(scope)) };
}
