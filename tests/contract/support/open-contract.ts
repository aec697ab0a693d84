import { readFileSync } from 'node:fs';
import type { WebClient } from '@slack/web-api';
import { parse } from 'yaml';
import { z } from 'zod';
import { classifyError, type Verdict } from '../../../src/delivery/classify-error.ts';
import { DELIVERY_TIMINGS } from '../../../src/delivery/timings.ts';
import { createLog } from '../../../src/log.ts';
import { createWebClient } from '../../../src/slack/client/create-clients.ts';
import { listDirectory } from '../../../src/slack/client/list-directory.ts';
import { slackLogger } from '../../../src/slack/slack-logger.ts';
import { BOT, type ContractPerson, type ContractSlack, type ContractWorkspace } from './contract-slack.ts';
import { emulatedSlack } from './emulated-slack.ts';
import { simulatedSlack } from './simulated-slack.ts';

/** Who answers the tests of this folder. */
export const SLACKS: readonly [ContractSlack, ContractSlack] = [emulatedSlack, simulatedSlack];

export const AMY: ContractPerson = {
  handle: 'amy',
  name: '林雅婷',
  timeZone: 'Asia/Taipei',
  locale: 'zh-TW',
};
export const BEN: ContractPerson = {
  handle: 'ben',
  name: 'Ben Carter',
  timeZone: 'Europe/London',
  locale: 'en-GB',
};
export const BOSS: ContractPerson = {
  handle: 'boss',
  name: '王主管',
  timeZone: 'Asia/Taipei',
  locale: 'zh-TW',
};
export const HR: ContractPerson = {
  handle: 'hr',
  name: '陳人資',
  timeZone: 'Asia/Taipei',
  locale: 'zh-TW',
};

/** An id that nobody has. */
export const NOBODY = 'U0NOBODY';

const manifest = z.object({
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
});

/** What the bot may do where it is installed as the manifest says. */
export const MANIFEST_SCOPES = manifest.parse(
  parse(readFileSync(new URL('../../../manifest.yml', import.meta.url), 'utf8')),
).oauth_config.scopes.bot;

/** The ids of the people who work in the stories. */
export interface Staff {
  readonly amy: string;
  readonly ben: string;
  readonly boss: string;
  readonly hr: string;
}

/** A running Slack, and the bot's own client to it. */
export interface Contract {
  readonly client: WebClient;
  /** The same client with another token; an empty one is none. */
  clientWith(token: string): WebClient;
  /** The id of somebody, by their name. */
  idOf(person: ContractPerson): Promise<string>;
  staff(): Promise<Staff>;
  stop(): Promise<void>;
}

export async function openContract(
  slack: ContractSlack,
  given: Partial<ContractWorkspace> = {},
): Promise<Contract> {
  const { people = [AMY, BEN, BOSS, HR], scopes = MANIFEST_SCOPES } = given;
  const running = await slack.start({ people, scopes });
  const clientWith = (token: string) =>
    createWebClient(
      { token, apiUrl: running.apiUrl, callMs: DELIVERY_TIMINGS.callMs },
      slackLogger(createLog('silent')),
    );
  const client = clientWith(BOT.token);
  const idOf = async ({ name }: ContractPerson) => {
    const found = (await listDirectory(client)).find(({ displayName }) => displayName === name);
    if (found === undefined) throw new Error(`${name} is not in the directory`);
    return found.slackUserId;
  };
  return {
    client,
    clientWith,
    idOf,
    staff: async () => ({
      amy: await idOf(AMY),
      ben: await idOf(BEN),
      boss: await idOf(BOSS),
      hr: await idOf(HR),
    }),
    stop: () => running.stop(),
  };
}

const shown = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      text: z.string(),
      blocks: z.array(z.looseObject({ type: z.string() })).default([]),
      metadata: z
        .looseObject({ event_payload: z.looseObject({ delivery_id: z.string().optional() }) })
        .optional(),
    }),
  ),
});

/** What is in a DM, newest first. */
export async function messagesIn(client: WebClient, channel: string) {
  return shown.parse(await client.conversations.history({ channel, include_all_metadata: true })).messages;
}

/** What the bot makes of Slack's answer to a call. */
export async function verdictOn(call: Promise<unknown>): Promise<Verdict | 'accepted'> {
  return await call.then(() => 'accepted' as const, classifyError);
}
