import { z } from 'zod';
import { addBlackout, type BlackoutProblem } from '../../usecases/change-blackouts.ts';
import type { Command } from '../commands.ts';

const input = z.object({ name: z.string(), from: z.string(), lastDay: z.string() });

const WHY: Record<BlackoutProblem, string> = {
  'not-a-name': 'The name needs 1 to 100 characters on one line.',
  'not-a-day': 'Write both days as 2026-11-09, as a calendar has them.',
  'until-before-from': 'The last day is before the first.',
  'in-the-past': 'These days are over.',
  'begun-long-ago': 'The first day can be at most 31 days back. For one that began earlier, give today.',
  'too-far': 'That is more than two years from now.',
  'name-taken': 'There is a blackout of that name that is not over; give this one another name.',
};

/** Adds a blackout window, or says in a sentence why not. */
export const blackoutAdd: Command<z.infer<typeof input>> = {
  input,
  run: async ({ context, workspaceId }, { name, from, lastDay }) => {
    const added = await addBlackout(context, { workspaceId, name, from, lastDay });
    return added.outcome === 'refused'
      ? { output: `${WHY[added.problem]} Nothing was changed.\n`, exitCode: 1 }
      : {
          output: `Nobody is sent anything from ${from} to ${lastDay}, both included (${name}).\n`,
          exitCode: 0,
        };
  },
};
