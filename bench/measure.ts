import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

const GC_ROUNDS = 5;
const GC_PAUSE_MS = 200;

/** What some work cost this process. */
export const measured = z.object({
  /** User and system time together. */
  cpuMs: z.number(),
  elapsedMs: z.number(),
  /** Resident memory afterwards, when garbage was collected where Node was started with --expose-gc. */
  rssMb: z.number(),
});
export type Measured = z.infer<typeof measured>;

export async function measure(work: () => Promise<void>): Promise<Measured> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  const elapsedMs = performance.now() - started;
  // Freed pages go back to the system a little after they were freed.
  for (let round = 0; round < GC_ROUNDS; round += 1) {
    globalThis.gc?.();
    await pause(GC_PAUSE_MS);
  }
  return { cpuMs: (user + system) / 1_000, elapsedMs, rssMb: process.memoryUsage.rss() / 2 ** 20 };
}
