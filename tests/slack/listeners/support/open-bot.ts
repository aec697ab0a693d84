import { createLog } from '../../../../src/log.ts';
import type { SimulatedUser, Simulator } from '../../../../src/simulator/simulator.ts';
import { startSimulator } from '../../../../src/simulator/simulator.ts';
import { startBolt } from '../../../../src/slack/bolt.ts';
import { sendFile } from '../../../../src/slack/client/send-file.ts';
import { createRenderers } from '../../../../src/slack/renderers.ts';
import { openCallers } from '../../../../src/usecases/callers.ts';
import { type Shop, UNPACED } from '../../../support/shop.ts';

const SECRET = 'a-signing-secret';
const TOKEN = 'xoxb-test';

/** The bot's ears, before a local Slack, on somebody's shop. */
export interface OpenBot {
  readonly simulator: Simulator;
  stop(): Promise<void>;
}

/** Starts both; everybody named is in the workspace and reads English. */
export async function openBot(
  { context, workspaceId }: Shop,
  userIds: readonly string[],
  options: { readonly unsupportedBlocks?: readonly string[] } = {},
): Promise<OpenBot> {
  const person = (id: string): SimulatedUser => ({
    id,
    name: id,
    real_name: id,
    email: `${id}@shop.example`,
    tz: 'Asia/Taipei',
    locale: 'en-GB',
  });
  const simulator = await startSimulator({
    port: 0,
    team: { id: workspaceId, name: 'Shop', domain: 'shop' },
    bot: { token: TOKEN, userId: 'U0BOT', botId: 'B0BOT', appId: 'A0BOT', name: 'bot', displayName: 'Bot' },
    users: userIds.map(person),
    now: () => new Date(),
    ...options,
  });
  const callers = await openCallers(context, async () => 'en');
  const bolt = await startBolt(
    {
      token: TOKEN,
      apiUrl: simulator.apiUrl,
      transport: { kind: 'http', signingSecret: SECRET },
      port: 0,
      host: '127.0.0.1',
      callMs: 10_000,
    },
    { workspaceId, botId: 'B0BOT', botUserId: 'U0BOT' },
    {
      context,
      findCaller: (team, user) => callers.find(team, user),
      renderCheckIn: createRenderers(context).checkIn,
      sendFile,
      calls: UNPACED,
      log: createLog('silent'),
    },
    [],
  );
  simulator.connectApp({ url: bolt.eventsUrl, signingSecret: SECRET });
  return {
    simulator,
    stop: async () => {
      await bolt.stop();
      await simulator.stop();
    },
  };
}
