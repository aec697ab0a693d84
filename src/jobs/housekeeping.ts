import { z } from 'zod';
import type { Context } from '../usecases/context.ts';
import { keepHouse } from '../usecases/keep-house.ts';
import type { Job } from './job-engine.ts';

export const HOUSEKEEPING = 'housekeeping';

const payload = z.object({});

/** Once a day, when few are awake in Taiwan: what is of no use any more is forgotten. */
export function housekeepingJob(context: Context): Job<z.infer<typeof payload>> {
  return { name: HOUSEKEEPING, payload, cron: '30 19 * * *', handle: () => keepHouse(context) };
}
