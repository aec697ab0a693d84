import { z } from 'zod';
import type { Job } from './job-engine.ts';

export const TICK = 'tick';

const payload = z.object({});

/** Once a minute, in whichever process gets it: everything that has fallen due. Several at once are one. */
export function tickJob(run: (signal: AbortSignal) => Promise<void>): Job<z.infer<typeof payload>> {
  return { name: TICK, payload, cron: '* * * * *', handle: (_payloads, signal) => run(signal) };
}
