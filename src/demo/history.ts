import { max } from 'date-fns';
import { periodOf } from '../domain/check-in/period.ts';
import { findCheckInsOfPeriod } from '../storage/check-ins/find-check-ins.ts';
import { countAsSent } from '../storage/deliveries/find-deliveries.ts';
import { findNextDue } from '../storage/people/next-due.ts';
import type { Context } from '../usecases/context.ts';
import { planCheckIns } from '../usecases/plan-check-ins.ts';
import { planDigests } from '../usecases/plan-digests.ts';
import { planReminders } from '../usecases/plan-reminders.ts';
import { colleagueAnswers } from './colleague-answers.ts';
import { LIVE_BEGINS } from './company.ts';
import type { DemoClock } from './demo-clock.ts';
import { giveAnswers } from './give-answers.ts';

/**
 * Plays the company's past with the bot's own use cases: what was due is planned, people answer as people do,
 * nothing is sent. Their moods are always the same; which indicators they are asked depends on their ids.
 */
export async function playHistory(context: Context, workspaceId: string, clock: DemoClock): Promise<void> {
  const silent: Context = { ...context, wakeSender: async () => {} };
  const answered = new Set<string>();
  for (;;) {
    const due = await findNextDue(context.database.prisma);
    if (due === undefined || due >= LIVE_BEGINS) break;
    clock.moveTo(max([due, clock.now()]));
    await planCheckIns(silent);
    await planReminders(silent);
    await planDigests(silent);
    const period = periodOf(clock.now(), 'UTC');
    for (const state of await findCheckInsOfPeriod(context.database.prisma, workspaceId, period)) {
      if (answered.has(state.checkIn.checkInId)) continue;
      answered.add(state.checkIn.checkInId);
      const { checkIn, recipient } = state;
      await giveAnswers(silent, state, colleagueAnswers(recipient.slackUserId, checkIn, clock.now()));
    }
  }
  await countAsSent(context.database.prisma, workspaceId);
}
