import type { Log } from '../../log.ts';

/**
 * Logs a failure under a short reference id and answers the id: the person is told the id, the log has the rest.
 */
export function logWithReference(log: Log, newId: () => string, error: unknown, what: string): string {
  const reference = newId().slice(-8).toUpperCase();
  log.error({ reference, what, err: error }, 'a request failed');
  return reference;
}
