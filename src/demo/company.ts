import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type {
  SimulatedBot,
  SimulatedChannel,
  SimulatedCommandHint,
  SimulatedShortcut,
  SimulatedUser,
} from '../simulator/simulator.ts';

/** The shop that the demo plays, all of it invented; the data are in data/demo. */
export const TEAM = { id: 'T0DEMO', name: '好日子選物', domain: 'good-days' };

export const BOT: SimulatedBot = {
  token: 'xoxb-demo',
  userId: 'U0DEMOBOT',
  botId: 'B0DEMOBOT',
  appId: 'A0DEMO',
  name: 'competency',
  displayName: '職能小幫手',
};

/** As in manifest.yml. */
export const COMMANDS: readonly string[] = ['/competency'];

/** As in manifest.yml. */
export const COMMAND_HINTS: readonly SimulatedCommandHint[] = [
  {
    command: '/competency',
    usage_hint: 'T2.2、K09、IIS3513、客服、me、check-in、help',
    description: '查職能基準的代碼或文字｜Look up a competency code or word',
  },
];

/** As in manifest.yml. */
export const SHORTCUTS: readonly SimulatedShortcut[] = [
  { callback_id: 'start-check-in', name: '開始自評 Start check-in', type: 'global' },
  { callback_id: 'look-up', name: '查職能 Look up', type: 'global' },
  { callback_id: 'use-as-evidence', name: '當作佐證 Use as evidence', type: 'message' },
];

/** As in manifest.yml. */
export const EVENTS: readonly string[] = ['message.im', 'team_join', 'user_change', 'app_home_opened'];

/**
 * Where colleagues talk; the bot sees the first, can link to the second, and cannot even know of the third: what is said
 * there becomes evidence by its link, which the person copies.
 */
export const CHANNELS: readonly SimulatedChannel[] = [
  { id: 'C0DEMOSHOP', name: '小店日常', bot_is_member: true },
  { id: 'C0DEMOLOVE', name: '顧客好評', bot_is_member: false },
  { id: 'C0DEMOROTA', name: '小店排班', is_private: true, bot_is_member: false },
];

/** Only ever used between two ends of one process, on loopback. */
export const SIGNING_SECRET = 'demo-signing-secret';

export const CONTACT = '周怡君（人資）zhou.yijun@shop.example';

/** Eight weeks of history begin here, a Monday before anything is due. */
export const HISTORY_BEGINS = new Date('2026-09-20T20:00:00Z');

/** From here on messages are really delivered: the Monday of the last digest. */
export const LIVE_BEGINS = new Date('2026-11-16T00:00:00Z');

/** Where a visitor comes in: Thursday 10:00 in Taipei, the check-in of the day before waiting. */
export const VISIT_BEGINS = new Date('2026-11-19T02:00:00Z');

export const HOME_ZONE = 'Asia/Taipei';

const users = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    real_name: z.string(),
    email: z.string(),
    tz: z.string(),
    locale: z.string(),
    is_admin: z.boolean().default(false),
    is_newcomer: z.boolean().default(false),
  }),
);

export interface Company {
  readonly users: readonly SimulatedUser[];
  readonly roster: string;
  /** As it was before the newest colleague was hired. */
  readonly rosterBefore: string;
}

/** Who works here, and their roster. Newcomers are hired when the history is over, days before a visitor comes. */
export async function loadCompany(): Promise<Company> {
  const read = (name: string) =>
    readFile(fileURLToPath(new URL(`../../data/demo/${name}`, import.meta.url)), 'utf8');
  const everybody = users.parse(JSON.parse(await read('users.json')));
  const roster = await read('people.csv');
  const newcomers = everybody.filter((each) => each.is_newcomer).map(({ email }) => `${email},`);
  const isOld = (line: string) => !newcomers.some((newcomer) => line.startsWith(newcomer));
  return {
    users: everybody.map((each) => {
      const { is_newcomer: _, ...user } = each;
      return user;
    }),
    roster,
    rosterBefore: roster.split('\n').filter(isOld).join('\n'),
  };
}
