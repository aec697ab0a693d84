import { z } from 'zod';

/**
 * `deadlock_detected` and `serialization_failure`: nothing is wrong with what was asked, only others were at it too.
 */
const CONFLICTS = ['40P01', '40001'];

/** So often a transaction is tried: whoever was in its way has gone on by then. */
const ATTEMPTS = 3;

const failed = z.object({
  meta: z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }) }),
});

/**
 * Runs a transaction, and runs it again where the database has undone it because it and another waited for each other:
 * for what nobody would ask for a second time.
 */
export async function retryConflicts<Answer>(transaction: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      const { data } = failed.safeParse(error);
      const code = data?.meta.driverAdapterError.cause.originalCode;
      if (attempt === ATTEMPTS || code === undefined || !CONFLICTS.includes(code)) throw error;
    }
  }
}
