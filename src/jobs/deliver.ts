import { z } from 'zod';
import { sendTurn } from '../delivery/sender.ts';
import type { SenderParts } from '../delivery/sender-parts.ts';
import type { Job } from './job-engine.ts';

export const DELIVER = 'deliver';

const payload = z.object({ workspaceId: z.string() });

/** How many times over a process takes wake-ups, so that a workspace with much to send leaves room for the others. */
const WORKERS = 2;

/**
 * Wakes the sender for workspaces that have something queued. Each gets a turn; one that has more gets in line
 * again behind the others, and one that Slack told to wait comes back when its time is up.
 */
export function deliverJob(
  parts: SenderParts,
  wake: (workspaceId: string) => Promise<void>,
): Job<z.infer<typeof payload>> {
  const wakeAfter = (workspaceId: string, afterMs: number) => {
    const again = () =>
      wake(workspaceId).catch((error: unknown) => {
        parts.log.warn({ workspaceId, err: error }, 'the sender was not woken; the tick will do it');
      });
    setTimeout(() => void again(), afterMs).unref();
  };
  return {
    name: DELIVER,
    payload,
    workers: WORKERS,
    handle: async (payloads, signal) => {
      const workspaceIds = new Set(payloads.map(({ workspaceId }) => workspaceId));
      await Promise.all(
        [...workspaceIds].map(async (workspaceId) => {
          const { next } = await sendTurn(parts, workspaceId, signal);
          if (signal.aborted || next === 'nothing') return;
          if (next === 'more') await wake(workspaceId);
          else wakeAfter(workspaceId, next.afterMs);
        }),
      );
    },
  };
}
