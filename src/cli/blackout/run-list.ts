import { z } from 'zod';
import { listBlackouts } from '../../usecases/change-blackouts.ts';
import type { Command } from '../commands.ts';

const input = z.object({});

/** The blackout windows that are not over. */
export const blackoutList: Command<z.infer<typeof input>> = {
  input,
  run: async ({ context, workspaceId }) => {
    const blackouts = await listBlackouts(context, workspaceId);
    const lines = blackouts.map(({ name, from, lastDay }) => `${from} to ${lastDay}  ${name}`);
    return { output: `${lines.length === 0 ? 'No blackout is to come.' : lines.join('\n')}\n`, exitCode: 0 };
  },
};
