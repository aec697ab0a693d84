import { parseArgs } from 'node:util';
import { z } from 'zod';

const count = (name: string, least: number, most: number) =>
  z.coerce
    .number(`--${name} must be a whole number`)
    .int(`--${name} must be a whole number`)
    .min(least, `--${name} must be at least ${least}`)
    .max(most, `--${name} must be at most ${most}`);

const options = z.object({
  seed: count('seed', 0, 2 ** 32 - 1),
  kills: count('kills', 0, 1_000),
  members: count('members', 4, 1_000),
  weeks: count('weeks', 1, 12),
  json: z.boolean(),
});
export type ChaosOptions = z.infer<typeof options>;

/** Reads the command line; throws an error whose message is one sentence. */
export function readOptions(args: readonly string[]): ChaosOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1' },
      kills: { type: 'string', default: '20' },
      members: { type: 'string', default: '40' },
      weeks: { type: 'string', default: '6' },
      json: { type: 'boolean', default: false },
    },
  });
  const parsed = options.safeParse(values);
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues[0]?.message ?? 'the options are not right');
}
