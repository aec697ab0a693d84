import { createEmulator } from 'emulate';
import { BOT, type ContractSlack, emailOf, WRONG_TOKEN } from './contract-slack.ts';

/**
 * The Slack of the package `emulate`, written by others from Slack's documentation: a second opinion.
 *
 * What it does otherwise than Slack and than our simulator:
 * - a token that it does not know is taken for an administrator's, so the wrong token is one whose owner is missing,
 *   and even that one may post: only `auth.test` refuses it;
 * - everybody is an active person or a bot; there are no guests, deactivated accounts, time zones or locales;
 * - a post to the bot itself is `channel_not_found`, not `cannot_dm_bot`;
 * - Block Kit and metadata are not checked, so what it accepts proves the call, not the blocks;
 * - histories have their metadata whether it was asked for or not;
 * - after 5,000 calls in an hour a token is refused, hence a fresh one for every suite.
 */
export const emulatedSlack: ContractSlack = {
  name: 'emulate',

  start: async ({ people, scopes }) => {
    const emulator = await createEmulator({
      service: 'slack',
      port: 0,
      seed: {
        slack: {
          // Without it a token may do anything, whatever its scopes.
          strict_scopes: true,
          users: people
            .filter(({ standing }) => standing === undefined)
            .map((person) => ({ name: person.handle, real_name: person.name, email: emailOf(person) })),
          // Only an installed app has a user that is a bot.
          oauth_apps: [
            {
              app_id: BOT.appId,
              client_id: '1.1',
              client_secret: 'none',
              name: BOT.name,
              redirect_uris: [],
              scopes,
              bot_id: BOT.botId,
              bot_user_id: BOT.userId,
              bot_name: BOT.name,
            },
          ],
          tokens: [
            { token: BOT.token, user_id: BOT.userId, bot_id: BOT.botId, app_id: BOT.appId, scopes },
            { token: WRONG_TOKEN, user_id: 'U0GONE', scopes },
          ],
        },
      },
    });
    // It listens on this address, and calls itself localhost.
    const { port } = new URL(emulator.url);
    return { apiUrl: `http://127.0.0.1:${port}/api/`, stop: () => emulator.close() };
  },

  shows: (person) =>
    person.standing === undefined
      ? {
          email: emailOf(person),
          displayName: person.name,
          timeZone: 'Asia/Taipei',
          slackLocale: undefined,
          standing: 'person',
        }
      : undefined,
};
