import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import type { Simulator } from '../../../src/simulator/simulator.ts';
import { BOT } from './simulated-company.ts';

/** A real Bolt app, connected to the simulator both ways. `sharedSecret` is what the simulator signs with. */
export async function withBoltApp(
  simulator: Simulator,
  register: (app: App) => void,
  test: () => Promise<void>,
  sharedSecret = 'secret',
): Promise<void> {
  const receiver = new HTTPReceiver({ signingSecret: 'secret', logLevel: LogLevel.ERROR });
  const app = new App({
    token: BOT.token,
    receiver,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: simulator.apiUrl, retryConfig: { retries: 0 } },
  });
  register(app);
  const server = await receiver.start(0);
  try {
    const { port } = addressOf(server.address());
    simulator.connectApp({ url: `http://127.0.0.1:${port}/slack/events`, signingSecret: sharedSecret });
    await test();
  } finally {
    await app.stop();
  }
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('The app listens on no port');
  return address;
}
