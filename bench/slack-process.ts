import { startSimulator } from '../src/simulator/simulator.ts';
import { BOT, people, TEAM } from './workload.ts';

/** The simulated Slack: `node slack-process.ts <posts a minute, or "unlimited">`. */
const [postsPerMinute = 'unlimited'] = process.argv.slice(2);

const simulator = await startSimulator({
  port: 0,
  team: TEAM,
  bot: BOT,
  users: people(),
  now: () => new Date(),
  ...(postsPerMinute === 'unlimited' ? {} : { rateLimits: { postsPerMinute: Number(postsPerMinute) } }),
});
process.on('disconnect', () => process.exit(0));
process.send?.({ url: simulator.url });
