import type { Preference } from '../../src/domain/check-in/preference.ts';
import { findSchedule } from '../../src/storage/people/schedules.ts';
import { type Asker, changeOwnTimes, type OwnChange } from '../../src/usecases/change-own-times.ts';
import type { Context } from '../../src/usecases/context.ts';
import { type PreferenceProblem, setPreference } from '../../src/usecases/set-preference.ts';

/** A member makes this their preference, all of it. */
export async function prefer(
  context: Context,
  { preference, ...asker }: Asker & { readonly preference: Preference },
): Promise<OwnChange<PreferenceProblem>> {
  return await changeOwnTimes<PreferenceProblem, object>(context, asker, async (tx, member) => {
    const schedule = await findSchedule(tx, asker.workspaceId);
    if (schedule === undefined) throw new Error('the workspace has no schedule');
    const problem = await setPreference(tx, member, preference, schedule);
    return problem === undefined ? { done: {} } : { problem };
  });
}
