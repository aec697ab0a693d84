import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { startPostgresCluster } from '../tests/support/postgres-cluster.ts';
import { type RunningProcess, startProcess } from '../tests/support/processes.ts';
import { type Measured, measured } from './measure.ts';
import { MEMBERS, people, WEEKS } from './workload.ts';

/** Slack's "several hundred a minute", twenty times faster, so that a thousand messages take ten seconds. */
const PERMITTED_A_MINUTE = 6_000;
/** A pace that nothing here reaches. */
const UNHURRIED_A_MINUTE = 60_000;

const folder = await mkdtemp(join(tmpdir(), 'competency-bot-bench-'));
const say = (line: string) => process.stdout.write(`${line}\n`);

const paced = await atTheLimits();
say(
  `At the limits: ${paced.sent} check-ins in ${(paced.elapsedMs / 1_000).toFixed(1)} s, ${percent(paced.share)} of the permitted rate, ${paced.refused} refused with 429`,
);
const { first, last, bare, sent } = await manyWeeks();
const growth = last.rssMb - first.rssMb;
say(
  `Memory: ${first.rssMb.toFixed(0)} MB after ${MEMBERS} sent, ${last.rssMb.toFixed(0)} MB after ${sent}: ${growth.toFixed(1)} MB more`,
);
const [ours, theirs] = [last.cpuMs / MEMBERS, bare.cpuMs / MEMBERS];
say(
  `CPU a message: ${ours.toFixed(2)} ms (planned, rendered, paced, posted, written down), a bare WebClient loop ${theirs.toFixed(2)} ms in the same run: ${(ours / theirs).toFixed(1)} times`,
);
await rm(folder, { recursive: true, force: true });
say(
  JSON.stringify({
    share_of_rate: round(paced.share),
    refused: paced.refused,
    rss_growth_mb: round(growth),
    cpu_ratio: round(ours / theirs),
  }),
);

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

/** A thousand check-ins, app and Slack at the same rate: how much of it is used, and how often Slack said no. */
async function atTheLimits() {
  return await withProcesses(String(PERMITTED_A_MINUTE), PERMITTED_A_MINUTE, async (app, slackUrl) => {
    await app.ask({ week: 0 });
    const record = await readRecord(slackUrl);
    const at = record.flatMap(({ kind, machine_ms, message }) =>
      kind === 'message' && message !== undefined ? [machine_ms] : [],
    );
    const elapsedMs = (at.at(-1) ?? 0) - (at[0] ?? 0);
    const permitted = (elapsedMs * PERMITTED_A_MINUTE) / 60_000;
    return {
      sent: at.length,
      elapsedMs,
      share: (at.length - 1) / permitted,
      refused: record.filter(({ error }) => error === 'ratelimited').length,
    };
  });
}

/** Week after week; then the last week's messages once more, in a bare loop. */
async function manyWeeks() {
  return await withProcesses('unlimited', UNHURRIED_A_MINUTE, async (app, slackUrl) => {
    const weeks: Measured[] = [];
    for (let week = 0; week < WEEKS; week += 1) {
      weeks.push(measured.parse(await app.ask({ week })));
      process.stderr.write(`\r${(week + 1) * MEMBERS} of ${WEEKS * MEMBERS} sent`);
    }
    process.stderr.write('\n');
    const messages = await lastMessages(slackUrl);
    const loop = await startProcess(
      new URL('bare-process.ts', import.meta.url),
      [slackUrl],
      join(folder, 'bare.log'),
      ['--expose-gc'],
    );
    // Both are measured warm: the first run of the loop is not counted.
    await loop.ask({ atOnce: 10, messages });
    const bare = measured.parse(await loop.ask({ atOnce: 10, messages }));
    await loop.end('SIGKILL');
    const [first, last] = [weeks[0], weeks.at(-1)];
    if (first === undefined || last === undefined) throw new Error('no week was measured');
    return { first, last, bare, sent: WEEKS * MEMBERS };
  });
}

async function withProcesses<Result>(
  limits: string,
  postsPerMinute: number,
  work: (app: RunningProcess, slackUrl: string) => Promise<Result>,
): Promise<Result> {
  const database = await startPostgresCluster();
  const slack = await startProcess(
    new URL('slack-process.ts', import.meta.url),
    [limits],
    join(folder, 'slack.log'),
  );
  const app = await startProcess(
    new URL('app-process.ts', import.meta.url),
    [database.url, slack.url, String(postsPerMinute), folder],
    join(folder, 'app.log'),
    ['--expose-gc'],
  );
  try {
    return await work(app, slack.url);
  } finally {
    await app.end('SIGKILL');
    await slack.end('SIGKILL');
    await database.remove();
  }
}

async function readRecord(slackUrl: string) {
  const entry = z.looseObject({
    kind: z.string(),
    machine_ms: z.number(),
    message: z.looseObject({}).optional(),
    error: z.string().optional(),
  });
  const entries: z.infer<typeof entry>[] = [];
  for (;;) {
    const page = z
      .array(entry)
      .parse(await (await fetch(`${slackUrl}/_control/record?after=${entries.length}`)).json());
    if (page.length === 0) return entries;
    entries.push(...page);
  }
}

/** What everybody's newest message says. */
async function lastMessages(slackUrl: string) {
  const message = z.looseObject({ text: z.string(), blocks: z.array(z.looseObject({ type: z.string() })) });
  const found: { channel: string; text: string; blocks: z.infer<typeof message>['blocks'] }[] = [];
  for (const { id } of people()) {
    const messages = z
      .array(message)
      .parse(await (await fetch(`${slackUrl}/_control/messages?user=${id}`)).json());
    const last = messages.at(-1);
    if (last !== undefined) found.push({ channel: id, text: last.text, blocks: last.blocks });
  }
  return found;
}
