import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { businessClock } from '../support/business-clock.ts';
import { startPostgresCluster } from '../support/postgres-cluster.ts';
import { startProcess } from '../support/processes.ts';
import { appFleet } from './app-fleet.ts';
import { check, type Verdict } from './checker.ts';
import { BEGINS, company } from './company.ts';
import { countUndrawn, countUnsent, nextDue, readDatabase } from './database-facts.ts';
import { makeMischief, planMischief, putFaults } from './monkey.ts';
import { type ChaosOptions, readOptions } from './options.ts';
import { live } from './people.ts';
import { createRandom } from './random.ts';
import { slackControl } from './slack-control.ts';
import { expectedOf, lastInstant } from './timetable.ts';

const QUIET_WITHIN_MS = 180_000;
const LOOK_EVERY_MS = 250;

const options = readOptions(process.argv.slice(2));
const say = (line: string) => {
  if (!options.json) process.stdout.write(`${line}\n`);
};

const { verdict, kills, folder } = await run(options);
const problems = report(verdict);
for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length === 0) await rm(folder, { recursive: true, force: true });
else process.stderr.write(`What the processes said is in ${folder}\n`);
process.stdout.write(
  `${JSON.stringify({
    kills,
    faults: verdict.faults,
    delivered: verdict.delivered,
    lost: verdict.lost.length,
    doubled: verdict.doubled.length,
    ratings_confirmed: verdict.ratingsConfirmed,
    ratings_lost: verdict.ratingsLost.length,
  })}\n`,
);
process.exit(problems.length === 0 ? 0 : 1);

function report({
  lost,
  doubled,
  ratingsLost,
  stalePictures,
  limitsExceeded,
  unfinished,
}: Verdict): string[] {
  const list = (what: string, found: readonly string[]) => found.map((one) => `${what}: ${one}`);
  return [
    ...list('lost', lost),
    ...list('doubled', doubled),
    ...list('rating lost', ratingsLost),
    ...list('another picture than what is saved', stalePictures),
    ...list('limit exceeded', limitsExceeded),
    ...list('not sent', unfinished),
  ];
}

/** Plays the weeks, breaks things meanwhile, waits until all is quiet, and judges. */
async function run({ seed, kills, members, weeks }: ChaosOptions) {
  say(`seed ${seed}: ${kills} kills, ${members} members, ${weeks} weeks`);
  const random = createRandom(seed);
  const folder = await mkdtemp(join(tmpdir(), 'competency-bot-chaos-'));
  const clockFile = join(folder, 'clock');
  const clock = businessClock(clockFile);
  clock.moveTo(BEGINS);
  const people = company(members);
  const database = await startPostgresCluster();
  const simulator = await startProcess(
    new URL('slack-process.ts', import.meta.url),
    [clockFile, String(members), String(seed)],
    join(folder, 'slack.log'),
  );
  const slack = slackControl(simulator.url);
  const fleet = appFleet([clockFile, database.url, simulator.url, String(members), folder], folder, slack);
  const everything = new AbortController();
  try {
    await fleet.start(0);
    await fleet.start(1);
    const living = [1, 2].map((number) =>
      live(slack, people.members, createRandom(seed + number), everything.signal),
    );
    const ends = lastInstant(weeks);
    for (const [week, mischief] of planMischief(kills, weeks).entries()) {
      const faulty = new AbortController();
      const faults = putFaults(slack, random, faulty.signal);
      const broken = makeMischief(mischief, fleet, database, random);
      await playUntil(lastInstant(week + 1) < ends ? lastInstant(week + 1) : ends, clock, database.url);
      await broken;
      faulty.abort();
      await faults;
      await slack.takeFaultsOff();
      say(`week ${week + 1} of ${weeks}: ${mischief.kills} kills`);
    }
    everything.abort();
    await Promise.all(living);
    await slack.takeFaultsOff();
    await until(() => countUnsent(database.url, clock.now()));
    await until(() => countUndrawn(database.url));
    const evidence = {
      expected: expectedOf(people, weeks),
      record: await slack.record(),
      database: await readDatabase(database.url),
    };
    await writeFile(join(folder, 'evidence.json'), JSON.stringify(evidence));
    const verdict = check(evidence);
    return { verdict, kills, folder };
  } finally {
    everything.abort();
    await fleet.stop();
    await simulator.end('SIGKILL');
    await database.remove();
  }
}

/** Moves the clock from one due instant to the next; at each, everything is sent before it moves on. */
async function playUntil(
  end: Date,
  clock: ReturnType<typeof businessClock>,
  databaseUrl: string,
): Promise<void> {
  for (;;) {
    const due = await nextDue(databaseUrl);
    if (due === undefined || due > end) break;
    if (due > clock.now()) clock.moveTo(due);
    await until(() => countUnsent(databaseUrl, clock.now()));
  }
  clock.moveTo(end);
  await until(() => countUnsent(databaseUrl, end));
}

/** Waits until nothing is left of what `count` counts. */
async function until(count: () => Promise<number>): Promise<void> {
  const giveUpAt = performance.now() + QUIET_WITHIN_MS;
  for (;;) {
    const left = await count();
    if (left === 0) return;
    if (performance.now() > giveUpAt) {
      process.stderr.write(
        `${left} things are not done after ${QUIET_WITHIN_MS / 1_000} s: it is judged as it is\n`,
      );
      return;
    }
    await pause(LOOK_EVERY_MS);
  }
}
