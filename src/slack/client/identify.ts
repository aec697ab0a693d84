import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { classifyError, refusalOfBot } from '../../delivery/classify-error.ts';
import { ActionableError } from '../../errors.ts';
import type { Log } from '../../log.ts';

/** Who the bot is, and in which workspace. */
export interface BotIdentity {
  readonly workspaceId: string;
  readonly workspaceName: string;
  readonly botId: string;
  readonly botUserId: string;
}

/** The one call of Slack's client that says who the bot is. */
interface AskedClient {
  readonly auth: { test(): Promise<unknown> };
}

const authTest = z.object({
  team_id: z.string(),
  team: z.string().default(''),
  bot_id: z.string(),
  user_id: z.string(),
});

/** A start during a short disturbance waits for its end: half a minute in all. */
const RETRY_AFTER_MS: readonly number[] = [500, 1_000, 2_000, 4_000, 8_000, 16_000];

/**
 * Asks Slack who the bot is, again while it cannot be reached or is not well.
 *
 * @throws {ActionableError} when Slack refuses the token, or gives no answer for half a minute.
 */
export async function identify(
  client: AskedClient,
  log: Log,
  retryAfterMs: readonly number[] = RETRY_AFTER_MS,
): Promise<BotIdentity> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const { team_id, team, bot_id, user_id } = authTest.parse(await client.auth.test());
      return { workspaceId: team_id, workspaceName: team, botId: bot_id, botUserId: user_id };
    } catch (cause) {
      const reason = refusalOfBot(cause);
      if (reason !== undefined) {
        throw new ActionableError(
          `Slack refuses SLACK_BOT_TOKEN (${reason})`,
          'copy the bot token again from "OAuth & Permissions" of the Slack app',
          { cause },
        );
      }
      const waitMs = retryAfterMs[attempt];
      if (waitMs === undefined) {
        throw new ActionableError(
          `Slack does not say who the bot is (${classifyError(cause).reason})`,
          'check the network and https://slack-status.com, then start again',
          { cause },
        );
      }
      log.warn({ err: cause, waitMs }, 'Slack does not say who the bot is; it is asked again');
      await pause(waitMs);
    }
  }
}
