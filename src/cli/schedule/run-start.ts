import { z } from 'zod';
import { planSchedule } from '../../usecases/plan-schedule.ts';
import { startSchedule } from '../../usecases/renew-schedules.ts';
import { commandLine } from '../command-line.ts';
import type { Command } from '../commands.ts';
import { describePlan } from './describe-plan.ts';

const input = z.object({ confirmed: z.boolean() });

/** Unconfirmed it answers who gets what and when, and changes nothing; confirmed it starts. */
export const scheduleStart: Command<z.infer<typeof input>> = {
  input,
  run: async ({ context, workspaceId, isDemo }, { confirmed }) => {
    const planned = await planSchedule(context, workspaceId);
    const lines = describePlan(planned);
    if (lines.length === 0) {
      return {
        output: `Nobody would get anything. Import a roster first: ${commandLine('roster import people.csv', isDemo)}\n`,
        exitCode: 1,
      };
    }
    const plan = `${lines.join('\n')}\n`;
    if (planned.schedule.startedAt !== undefined)
      return { output: `${plan}The schedule runs already.\n`, exitCode: 0 };
    if (!confirmed) return { output: plan, exitCode: 0, awaitsConfirmation: true };
    await startSchedule(context, workspaceId);
    return { output: 'Started.\n', exitCode: 0 };
  },
};
