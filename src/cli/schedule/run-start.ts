import { z } from 'zod';
import { localTime } from '../../domain/check-in/local-time.ts';
import { type PlannedParticipant, planSchedule, startSchedule } from '../../usecases/plan-schedule.ts';
import { commandLine } from '../command-line.ts';
import type { Command } from '../commands.ts';

const input = z.object({ confirmed: z.boolean() });

const WEEKDAYS = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Unconfirmed it answers who gets what and when, and changes nothing; confirmed it starts. */
export const scheduleStart: Command<z.infer<typeof input>> = {
  input,
  run: async ({ context, workspaceId, isDemo }, { confirmed }) => {
    const { schedule, participants } = await planSchedule(context, workspaceId);
    const involved = participants.filter(({ nextCheckInAt, nextDigestAt }) => nextCheckInAt ?? nextDigestAt);
    const lines = involved.map((participant) => describe(participant, schedule.itemsPerCheckIn));
    if (involved.length === 0) {
      return {
        output: `Nobody would get anything. Import a roster first: ${commandLine('roster import people.csv', isDemo)}\n`,
        exitCode: 1,
      };
    }
    const plan = `${lines.join('\n')}\n`;
    if (schedule.startedAt !== undefined)
      return { output: `${plan}The schedule runs already.\n`, exitCode: 0 };
    if (!confirmed) return { output: plan, exitCode: 0, awaitsConfirmation: true };
    await startSchedule(context, workspaceId);
    return { output: 'Started.\n', exitCode: 0 };
  },
};

function describe(participant: PlannedParticipant, items: number): string {
  const { displayName, timeZone, standardCodes, teamSize, nextCheckInAt, nextDigestAt } = participant;
  const when = (instant: Date) => {
    const { year, month, day, weekday, time } = localTime(instant, timeZone);
    return `weekly from ${WEEKDAYS[weekday]} ${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')} ${time} ${timeZone}`;
  };
  return [
    displayName,
    ...(nextCheckInAt === undefined
      ? []
      : [`  check-in of ${items} indicators (${standardCodes.join(', ')}), ${when(nextCheckInAt)}`]),
    ...(nextDigestAt === undefined ? [] : [`  digest about a team of ${teamSize}, ${when(nextDigestAt)}`]),
  ].join('\n');
}
