import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { HttpError } from './http-error.ts';

const LIMIT_BYTES = 4 * 1024 * 1024;

export async function readBody(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LIMIT_BYTES) throw new HttpError(413, 'The body is larger than 4 MB.');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** A JSON body of the given shape; otherwise 400 with a sentence that names the field. */
export function parseJsonBody<Schema extends z.ZodType>(schema: Schema, body: string): z.infer<Schema> {
  const result = schema.safeParse(parseJson(body));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue?.path.join('.');
  const subject = where ? `"${where}" of the body` : 'The body';
  throw new HttpError(400, `${subject} is not right: ${issue?.message}.`);
}

export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new HttpError(400, 'The body is not JSON.');
  }
}
