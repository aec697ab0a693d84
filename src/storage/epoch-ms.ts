import { z } from 'zod';
import { Prisma } from './generated/client.ts';

/** A time inside JSON, in whole milliseconds since 1970: as text it would depend on how the database writes times. */
export const epochMsOf = (column: Prisma.Sql) =>
  Prisma.sql`floor(extract(epoch FROM ${column}) * 1000)::bigint`;

/** How `epochMsOf` is read. */
export const epochMs = z.int().transform((ms) => new Date(ms));
