import type { SimulatedUser } from '../../src/simulator/simulator.ts';
import { ASSISTANT, RETAIL } from '../support/shop.ts';

export const TEAM = { id: 'T0CHAOS', name: 'Chaos', domain: 'chaos' } as const;
export const BOT = {
  token: 'xoxb-chaos',
  userId: 'U0BOT',
  botId: 'B0BOT',
  appId: 'A0BOT',
  name: 'competency',
  displayName: 'Competency',
} as const;
export const SIGNING_SECRET = 'chaos-signing-secret';

/** A Monday before the first check-in, in a stretch without holidays on Mondays and Wednesdays. */
export const BEGINS = new Date('2026-07-05T23:00:00Z');

const ZONES = ['Asia/Taipei', 'Asia/Taipei', 'Asia/Kolkata', 'America/New_York'] as const;
const TEAM_SIZE = 12;

export interface Company {
  readonly users: readonly SimulatedUser[];
  /** Everybody with a standard, by Slack user id. */
  readonly members: readonly string[];
  readonly supervisors: readonly string[];
  readonly roster: string;
}

/** Every twelfth person leads the eleven after them, over several zones and both languages. */
export function company(size: number): Company {
  const ids = Array.from({ length: size }, (_, index) => `U${String(index + 1).padStart(4, '0')}`);
  const leaderOf = (index: number) => ids[index - (index % TEAM_SIZE)] ?? '';
  const supervisors = ids.filter((_, index) => index % TEAM_SIZE === 0 && index + 1 < size);
  return {
    users: ids.map((id, index) => ({
      id,
      name: id.toLowerCase(),
      real_name: `Person ${id}`,
      email: `${id.toLowerCase()}@chaos.example`,
      tz: ZONES[index % ZONES.length] ?? 'Asia/Taipei',
      locale: index % 3 === 0 ? 'en-US' : 'zh-TW',
    })),
    members: ids,
    supervisors,
    roster: [
      'slack_id,standard,supervisor,role',
      ...ids.map((id, index) =>
        [id, index % 2 === 0 ? RETAIL : ASSISTANT, leaderOf(index) === id ? '' : leaderOf(index), ''].join(
          ',',
        ),
      ),
    ].join('\n'),
  };
}
