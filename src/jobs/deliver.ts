import { z } from 'zod';
import { sendQueued } from '../delivery/sender.ts';
import type { SenderParts } from '../delivery/sender-parts.ts';
import type { Job } from './job-engine.ts';

export const DELIVER = 'deliver';

const payload = z.object({ workspaceId: z.string() });

/** Wakes the sender for workspaces that have something queued. */
export function deliverJob(parts: SenderParts): Job<z.infer<typeof payload>> {
  return {
    name: DELIVER,
    payload,
    handle: async (payloads, signal) => {
      const workspaceIds = new Set(payloads.map(({ workspaceId }) => workspaceId));
      await Promise.all([...workspaceIds].map((workspaceId) => sendQueued(parts, workspaceId, signal)));
    },
  };
}
