import { startSimulator } from '../../src/simulator/simulator.ts';
import { businessClock } from '../support/business-clock.ts';
import { BOT, company, TEAM } from './company.ts';
import { createRandom } from './random.ts';
import { HISTORY_LAG_MS, RATE_LIMITS } from './scale.ts';

/** The simulated Slack, in a process of its own: `node slack-process.ts <clock file> <members> <seed>`. */
const [clockFile = '', members = '', seed = ''] = process.argv.slice(2);
const clock = businessClock(clockFile);
const random = createRandom(Number(seed));

const simulator = await startSimulator({
  port: 0,
  team: TEAM,
  bot: BOT,
  users: company(Number(members)).users,
  now: () => clock.now(),
  rateLimits: RATE_LIMITS,
  historyLagMs: HISTORY_LAG_MS,
  eventRetryAfterMs: [0, 500, 2_000],
  random: () => random.next(),
});
process.on('disconnect', () => process.exit(0));
process.send?.({ url: simulator.url });
