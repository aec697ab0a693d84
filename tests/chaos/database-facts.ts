import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { z } from 'zod';
import { TEAM } from './company.ts';

const time = z.date();

const facts = z.object({
  checkIns: z.array(
    z.object({
      check_in_id: z.string(),
      slack_user_id: z.string(),
      period: z.string(),
      answers: z.record(z.string(), z.looseObject({ answer: z.unknown() })),
      items: z.array(z.string()),
    }),
  ),
  digests: z.array(z.object({ digest_id: z.string(), slack_user_id: z.string(), period: z.string() })),
  deliveries: z.array(
    z.object({
      delivery_id: z.string(),
      kind: z.string(),
      subject_id: z.string(),
      state: z.string(),
      reason: z.string().nullable(),
    }),
  ),
  ratings: z.array(
    z.object({
      check_in_id: z.string(),
      position: z.int(),
      kind: z.string(),
      score: z.int().nullable(),
      action_ts: z.string(),
    }),
  ),
});

/** What the database holds when everything is quiet. */
export type DatabaseFacts = z.infer<typeof facts>;

const RETRY_MS = 200;

/** Asks with a connection of its own each time, and again while the server is away. */
async function ask(url: string, sql: string, values: unknown[]): Promise<unknown[]> {
  for (;;) {
    const client = new pg.Client({ connectionString: url, options: '-c TimeZone=UTC' });
    client.on('error', () => {});
    try {
      await client.connect();
      return (await client.query(sql, values)).rows;
    } catch (error) {
      if (!(error instanceof Error) || /syntax|does not exist/.test(error.message)) throw error;
      await pause(RETRY_MS);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

/** The next instant at which anything is due, or comes that waits for somebody's working hours. */
export async function nextDue(url: string): Promise<Date | undefined> {
  const rows = await ask(
    url,
    `SELECT least((SELECT min(next_at) FROM member_schedule),
                  (SELECT min(held_until) FROM delivery WHERE state = 'queued')) AS at`,
    [],
  );
  return z.array(z.object({ at: time.nullable() })).parse(rows)[0]?.at ?? undefined;
}

/** What is still to be planned, sent or settled at `now`; what waits for somebody's working hours is not yet. */
export async function countUnsent(url: string, now: Date): Promise<number> {
  const rows = await ask(
    url,
    `SELECT (SELECT count(*) FROM member_schedule WHERE next_at <= $1)
          + (SELECT count(*) FROM delivery WHERE state IN ('queued', 'sending', 'uncertain')
               AND (state <> 'queued' OR held_until IS NULL OR held_until <= $1)) AS unfinished`,
    [now],
  );
  return countIn(rows);
}

/** Check-ins whose message is behind. */
export async function countUndrawn(url: string): Promise<number> {
  const rows = await ask(
    url,
    `SELECT count(*) AS unfinished
       FROM check_in k JOIN delivery d ON d.key = 'check-in:' || k.check_in_id AND d.ts IS NOT NULL
      WHERE k.drawn_version < k.version OR k.doubtful_until IS NOT NULL`,
    [],
  );
  return countIn(rows);
}

function countIn(rows: unknown[]): number {
  return Number(z.array(z.object({ unfinished: z.string() })).parse(rows)[0]?.unfinished);
}

export async function readDatabase(url: string): Promise<DatabaseFacts> {
  const rows = async (sql: string) => await ask(url, sql, [TEAM.id]);
  return facts.parse({
    checkIns: await rows(`
      SELECT k.check_in_id, m.slack_user_id, k.period, k.answers,
             (SELECT array_agg(i.indicator_code ORDER BY i.position) FROM check_in_item i WHERE i.check_in_id = k.check_in_id) AS items
        FROM check_in k JOIN member m ON m.member_id = k.member_id WHERE k.workspace_id = $1`),
    digests: await rows(`
      SELECT g.digest_id, m.slack_user_id, g.period
        FROM digest g JOIN member m ON m.member_id = g.supervisor_id WHERE g.workspace_id = $1`),
    deliveries: await rows(
      'SELECT delivery_id, kind, subject_id, state, reason FROM delivery WHERE workspace_id = $1',
    ),
    ratings: await rows(
      'SELECT check_in_id, position, kind, score, action_ts::text FROM rating WHERE workspace_id = $1',
    ),
  });
}
