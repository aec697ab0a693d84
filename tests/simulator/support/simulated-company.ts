import { type Logger, LogLevel, WebClient } from '@slack/web-api';
import type { SimulatedUser, Simulator, SimulatorOptions } from '../../../src/simulator/simulator.ts';
import { startSimulator } from '../../../src/simulator/simulator.ts';

export const AMY: SimulatedUser = {
  id: 'U0AMY',
  name: 'amy',
  real_name: '林雅婷',
  email: 'amy@example.com',
  tz: 'Asia/Taipei',
  locale: 'zh-TW',
};

export const BEN: SimulatedUser = {
  id: 'U0BEN',
  name: 'ben',
  real_name: 'Ben Carter',
  email: 'ben@example.com',
  tz: 'Europe/London',
  locale: 'en-GB',
};

export const GONE: SimulatedUser = {
  ...BEN,
  id: 'U0GONE',
  name: 'gone',
  email: 'gone@example.com',
  deleted: true,
};

export const BOT = {
  token: 'xoxb-simulated',
  userId: 'U0BOT',
  botId: 'B0BOT',
  appId: 'A0BOT',
  name: 'competency',
  displayName: 'Competency',
};

/** A clock that stands still until it is moved. */
export function standingClock(start = '2026-11-16T01:00:00.000Z') {
  let now = new Date(start);
  return {
    now: () => now,
    advance: (milliseconds: number) => {
      now = new Date(now.getTime() + milliseconds);
    },
  };
}

export function companyOptions(given: Partial<SimulatorOptions> = {}): SimulatorOptions {
  return {
    port: 0,
    team: { id: 'T0TEAM', name: 'Example', domain: 'example' },
    bot: BOT,
    users: [AMY, BEN, GONE],
    now: standingClock().now,
    ...given,
  };
}

/** Runs `test` with a simulator of its own and stops it afterwards, whatever happens. */
export async function withSimulator(
  given: Partial<SimulatorOptions>,
  test: (simulator: Simulator) => Promise<void>,
): Promise<void> {
  const simulator = await startSimulator(companyOptions(given));
  try {
    await test(simulator);
  } finally {
    await simulator.stop();
  }
}

/** Refusals are what these tests are about; they need not be printed. */
const QUIET: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};

/** The client that the bot uses, without its retries. */
export function clientOf(simulator: Simulator, token = BOT.token): WebClient {
  return new WebClient(token, {
    slackApiUrl: simulator.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: QUIET,
  });
}
