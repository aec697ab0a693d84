import { z } from 'zod';
import { describeProblem, problemOf } from '../validate-blocks/problem.ts';
import { SlackApiError } from './slack-api-error.ts';

/** Reads a method's arguments; `invalid_arguments` with the reason when they do not fit. */
export function parseArguments<Schema extends z.ZodType>(schema: Schema, given: unknown): z.infer<Schema> {
  const result = schema.safeParse(given, { reportInput: true });
  if (result.success) return result.data;
  const messages = result.error.issues.flatMap((issue) => problemOf(issue, '')).map(describeProblem);
  throw new SlackApiError('invalid_arguments', messages);
}

/** The client sends everything as text: booleans as `true`, `false`, `1` or `0`. */
export const Flag = z
  .union([z.boolean(), z.enum(['true', 'false', '1', '0'])])
  .transform((value) => value === true || value === 'true' || value === '1')
  .optional();

export const Limit = z.coerce.number().int().min(1).max(1_000).optional();

/** Blocks and metadata arrive as JSON in a string, or as they are in a JSON body. */
export function decodeJson(value: unknown, errorCode: string): unknown {
  if (typeof value !== 'string') return value;
  if (value === '') return undefined;
  try {
    return JSON.parse(value);
  } catch {
    throw new SlackApiError(errorCode);
  }
}
