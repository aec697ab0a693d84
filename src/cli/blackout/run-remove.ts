import { z } from 'zod';
import { removeBlackout } from '../../usecases/change-blackouts.ts';
import type { Command } from '../commands.ts';

const input = z.object({ name: z.string() });

/** Takes a blackout window away by its name. */
export const blackoutRemove: Command<z.infer<typeof input>> = {
  input,
  run: async ({ context, workspaceId }, { name }) =>
    (await removeBlackout(context, { workspaceId, name }))
      ? { output: `The blackout ${name} is removed; what is due has moved back.\n`, exitCode: 0 }
      : { output: `No blackout named ${name} is to come. Nothing was changed.\n`, exitCode: 1 },
};
