import { z } from 'zod';
import { isOwn } from '../../domain/check-in/preference.ts';
import { scheduleChange, setSchedule } from '../../usecases/set-schedule.ts';
import { commandLine } from '../command-line.ts';
import type { Command } from '../commands.ts';
import { describePlan } from './describe-plan.ts';

const input = z.object({ change: scheduleChange });

/** Changes the workspace's schedule and prints who gets what, and when first. */
export const scheduleSet: Command<z.infer<typeof input>> = {
  input,
  run: async ({ context, workspaceId, isDemo }, { change }) => {
    const set = await setSchedule(context, { workspaceId, change });
    if (set.outcome === 'refused') {
      return {
        output:
          'From the weekday of the check-in to Sunday every day is a rest day: none would ever come. Nothing was changed.\n',
        exitCode: 1,
      };
    }
    const { plan } = set;
    const own = plan.participants.filter(({ preference }) => isOwn(preference));
    const lines = [
      ...describePlan(plan),
      ...(own.length === 0 ? [] : [`${own.length} of them have a day, hour or rest days of their own.`]),
      plan.schedule.startedAt === undefined
        ? `The schedule is set. Nothing is sent before: ${commandLine('schedule start', isDemo)}`
        : 'The schedule is set, and counts from now on.',
    ];
    return { output: `${lines.join('\n')}\n`, exitCode: 0 };
  },
};
