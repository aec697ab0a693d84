import { fromPrisma, PgBoss } from 'pg-boss';
import type { z } from 'zod';
import type { Log } from '../log.ts';
import type { Database, Queryable } from '../storage/database.ts';

/** A kind of work: its queue, what it is told, and what it does. */
export interface Job<Payload> {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  /** A cron line in UTC, for work that the clock starts. */
  readonly cron?: string;
  /** How many batches this process handles at a time; 1 unless told. */
  readonly workers?: number;
  readonly handle: (payloads: readonly Payload[], signal: AbortSignal) => Promise<void>;
}

export interface JobEngine {
  /**
   * Enqueues with the transaction `db` is in: gone with a rollback. As many statements for many payloads as for one.
   */
  enqueue(db: Queryable, name: string, payloads: readonly object[]): Promise<void>;
  /** Begins to work; before this, jobs can be enqueued and wait. */
  work<Payload>(job: Job<Payload>): Promise<void>;
  /** Stops fetching, waits for what is in hand, and lets go. */
  stop(): Promise<void>;
}

/**
 * A dead worker's job is back within 30 s: the heartbeat that was missed, one look of the supervisor, and, because
 * what it puts back notifies nobody, one look of a worker.
 */
const HEARTBEAT_SECONDS = 10;
const SUPERVISE_SECONDS = 12;
const LOOK_SECONDS = 5;
const BATCH = 10;
/** Less than the program has for its whole stop. */
const STOP_WITHIN_MS = 9_000;

/** Starts the job engine in the bot's own database. */
export async function startJobEngine(
  database: Database,
  queues: readonly string[],
  log: Log,
): Promise<JobEngine> {
  const boss = new PgBoss({
    ...database.jobStore,
    useListenNotify: true,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
    cronMonitorIntervalSeconds: SUPERVISE_SECONDS,
  });
  boss.on('error', (error) => log.error({ err: error }, 'the job engine reported an error'));
  await boss.start();
  for (const queue of queues) {
    await boss.createQueue(queue, {
      notify: true,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      expireInSeconds: 3_600,
      // A dead worker's job goes to another at once.
      retryLimit: 5,
      retryDelay: 0,
      deleteAfterSeconds: 3_600,
    });
  }
  const stopping = new AbortController();
  let stopped: Promise<void> | undefined;
  return {
    enqueue: async (db, name, payloads) => {
      await boss.insert(
        name,
        payloads.map((data) => ({ data })),
        { db: fromPrisma(db) },
      );
    },
    work: async (job) => {
      const options = {
        batchSize: BATCH,
        burstWhenBatchFull: true,
        localConcurrency: job.workers ?? 1,
        notifyPollingIntervalSeconds: LOOK_SECONDS,
      };
      await boss.work(job.name, options, async (jobs) => {
        await job.handle(
          jobs.map(({ data }) => job.payload.parse(data)),
          stopping.signal,
        );
      });
      if (job.cron !== undefined) await boss.schedule(job.name, job.cron, {}, { tz: 'UTC' });
    },
    stop: () => {
      stopping.abort();
      stopped ??= boss.stop({ graceful: true, timeout: STOP_WITHIN_MS, close: true });
      return stopped;
    },
  };
}
