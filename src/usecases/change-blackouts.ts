import { type DaysProblem, problemWithDays } from '../domain/check-in/absence.ts';
import { localDay } from '../domain/check-in/local-time.ts';
import {
  type Blackout,
  deleteBlackout,
  findBlackouts,
  insertBlackout,
} from '../storage/calendar/blackouts.ts';
import { TAIWAN_ZONE } from './calendars.ts';
import type { Context } from './context.ts';
import { changeTimes } from './renew-schedules.ts';

/**
 * `not-a-name`: empty, longer than a hundred characters, or on several lines; `name-taken`: one of that name is not
 * over.
 */
export type BlackoutProblem = DaysProblem | 'not-a-name' | 'name-taken';

const LONGEST_NAME = 100;

/** A workspace's days are those of Taiwan. */
const todayIn = (context: Context) => localDay(context.now(), TAIWAN_ZONE);

/** Nobody of the workspace gets anything on these days, both included; what is due then moves. */
export async function addBlackout(
  context: Context,
  { workspaceId, ...blackout }: Blackout & { readonly workspaceId: string },
): Promise<{ outcome: 'added' } | { outcome: 'refused'; problem: BlackoutProblem }> {
  const today = todayIn(context);
  const name = blackout.name.trim();
  const isName = name !== '' && name.length <= LONGEST_NAME && !/\p{Cc}|\p{Bidi_Control}/u.test(name);
  const problem = isName ? problemWithDays(blackout, today) : 'not-a-name';
  if (problem !== undefined) return { outcome: 'refused', problem };
  return await context.database.prisma.$transaction(async (tx) => {
    const added = { ...blackout, name, workspaceId, blackoutId: context.newId() };
    const { answer } = await changeTimes(context, tx, { workspaceId }, () =>
      insertBlackout(tx, added, today),
    );
    return answer ? { outcome: 'added' } : { outcome: 'refused', problem: 'name-taken' };
  });
}

/** Takes a blackout window that is not over away; answers false where there is none of that name. */
export async function removeBlackout(
  context: Context,
  { workspaceId, name }: { readonly workspaceId: string; readonly name: string },
): Promise<boolean> {
  return await context.database.prisma.$transaction(async (tx) => {
    const change = () => deleteBlackout(tx, workspaceId, name.trim(), todayIn(context));
    return (await changeTimes(context, tx, { workspaceId }, change)).answer;
  });
}

/** The blackout windows that are not over, earliest first. */
export async function listBlackouts(context: Context, workspaceId: string): Promise<Blackout[]> {
  return await findBlackouts(context.database.prisma, workspaceId, todayIn(context));
}
