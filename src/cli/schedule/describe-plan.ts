import { localTime } from '../../domain/check-in/local-time.ts';
import type { PlannedParticipant, SchedulePlan } from '../../usecases/plan-schedule.ts';

const WEEKDAYS = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Who gets what, and when first; nothing for whoever gets nothing. */
export function describePlan({ schedule, participants }: SchedulePlan): string[] {
  return participants
    .filter(({ nextCheckInAt, nextDigestAt }) => nextCheckInAt ?? nextDigestAt)
    .map((participant) => describe(participant, schedule.itemsPerCheckIn));
}

function describe(participant: PlannedParticipant, items: number): string {
  const { displayName, timeZone, standardCodes, teamSize, nextCheckInAt, nextDigestAt } = participant;
  const when = (instant: Date) => {
    const { year, month, day, weekday, time } = localTime(instant, timeZone);
    return `weekly from ${WEEKDAYS[weekday]} ${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')} ${time} ${timeZone}`;
  };
  const asked = items === 1 ? '1 indicator' : `${items} indicators`;
  return [
    displayName,
    ...(nextCheckInAt === undefined
      ? []
      : [`  check-in of ${asked} (${standardCodes.join(', ')}), ${when(nextCheckInAt)}`]),
    ...(nextDigestAt === undefined ? [] : [`  digest about a team of ${teamSize}, ${when(nextDigestAt)}`]),
  ].join('\n');
}
