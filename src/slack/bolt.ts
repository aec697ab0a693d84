import { App, type CustomRoute, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import { ActionableError } from '../errors.ts';
import { clientOptions, type SlackAccess } from './client/create-clients.ts';
import type { BotIdentity } from './client/identify.ts';
import type { ListenerParts } from './listeners/parts.ts';
import { registerListeners } from './listeners/register.ts';
import { slackLogger } from './slack-logger.ts';

export interface BoltSettings extends SlackAccess {
  readonly transport:
    | { readonly kind: 'socket'; readonly appToken: string }
    | { readonly kind: 'http'; readonly signingSecret: string };
  /** Where the HTTP transport listens; 0 takes a free port. */
  readonly port: number;
  /** All addresses unless told. */
  readonly host: string | undefined;
}

/**
 * Starts to listen to Slack, and over HTTP serves the program's own `routes` beside. Who the bot is was asked once, at
 * the start: no request waits for `auth.test`. `settled` waits for what is in hand, redraws included; `stop` takes
 * nothing new and waits for it too.
 *
 * @throws {ActionableError} when the port is taken.
 */
export async function startBolt(
  settings: BoltSettings,
  identity: Omit<BotIdentity, 'workspaceName'>,
  parts: ListenerParts,
  routes: readonly CustomRoute[],
): Promise<{ eventsUrl: string; settled: () => Promise<void>; stop: () => Promise<void> }> {
  const logger = slackLogger(parts.log);
  const { transport } = settings;
  const receiver =
    transport.kind === 'http'
      ? new HTTPReceiver({ signingSecret: transport.signingSecret, logger, customRoutes: [...routes] })
      : new SocketModeReceiver({
          appToken: transport.appToken,
          logger,
          installerOptions: { clientOptions: clientOptions(settings, logger) },
        });
  const app = new App({
    receiver,
    logger,
    clientOptions: clientOptions(settings, logger),
    convoStore: false,
    authorize: async () => ({
      botToken: settings.token,
      botId: identity.botId,
      botUserId: identity.botUserId,
      teamId: identity.workspaceId,
    }),
  });
  app.error(async (error) => {
    parts.log.error({ err: error }, 'a listener failed');
  });
  const inHand = new Set<Promise<void>>();
  const settled = async () => {
    await Promise.allSettled(inHand);
  };
  app.use(async ({ next }) => {
    const handled = next();
    inHand.add(handled);
    await handled.finally(() => inHand.delete(handled));
  });
  registerListeners(app, parts);
  const eventsUrl = receiver instanceof HTTPReceiver ? await listen(receiver, settings) : await connect(app);
  return {
    eventsUrl,
    settled,
    stop: async () => {
      await app.stop();
      await settled();
    },
  };
}

async function listen(receiver: HTTPReceiver, { port, host }: BoltSettings): Promise<string> {
  try {
    const server = await receiver.start({ port, ...(host === undefined ? {} : { host }) });
    const address = server.address();
    const actual = address === null || typeof address === 'string' ? port : address.port;
    return `http://127.0.0.1:${actual}/slack/events`;
  } catch (cause) {
    throw new ActionableError(`Port ${port} cannot be listened on`, 'free it or choose another with PORT', {
      cause,
    });
  }
}

async function connect(app: App): Promise<string> {
  await app.start();
  return '';
}
