import type { SimulatedUser } from '../src/simulator/simulator.ts';
import { RETAIL } from '../tests/support/shop.ts';

export const TEAM = { id: 'T0BENCH', name: 'Bench', domain: 'bench' } as const;
export const BOT = {
  token: 'xoxb-bench',
  userId: 'U0BOT',
  botId: 'B0BOT',
  appId: 'A0BOT',
  name: 'competency',
  displayName: 'Competency',
} as const;

/** As many members as messages are sent in a week. */
export const MEMBERS = 1_000;
export const WEEKS = 20;

const WEEK_MS = 7 * 24 * 3_600_000;

/** Everybody's check-in of a week falls due then: Wednesdays without a holiday in between. */
export function dueIn(week: number): Date {
  return new Date(Date.UTC(2026, 2, 4, 5) + week * WEEK_MS);
}

export function people(): SimulatedUser[] {
  return Array.from({ length: MEMBERS }, (_, index) => {
    const id = `U${String(index).padStart(5, '0')}`;
    return {
      id,
      name: id.toLowerCase(),
      real_name: `Person ${id}`,
      email: `${id.toLowerCase()}@bench.example`,
      tz: 'Asia/Taipei',
      locale: index % 2 === 0 ? 'zh-TW' : 'en-US',
    };
  });
}

export function roster(): string {
  return ['slack_id,standard', ...people().map(({ id }) => `${id},${RETAIL}`)].join('\n');
}
