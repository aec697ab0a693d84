import { max } from 'date-fns';
import { periodOf } from '../domain/check-in/period.ts';
import type { Rating } from '../domain/check-in/rating.ts';
import { rating } from '../domain/check-in/rating.ts';
import type { CheckInForMember } from '../storage/check-ins/check-in-rows.ts';
import { findCheckInsOfPeriod } from '../storage/check-ins/find-check-ins.ts';
import { cancelQueued } from '../storage/deliveries/find-deliveries.ts';
import { findNextDue } from '../storage/people/due-members.ts';
import type { Context } from '../usecases/context.ts';
import { planCheckIns } from '../usecases/plan-check-ins.ts';
import { planDigests } from '../usecases/plan-digests.ts';
import { recordRating } from '../usecases/record-rating.ts';
import { chance } from './chance.ts';
import { LIVE_BEGINS } from './company.ts';
import type { DemoClock } from './demo-clock.ts';

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
    await planDigests(silent);
    const period = periodOf(clock.now(), 'UTC');
    for (const state of await findCheckInsOfPeriod(
      context.database.prisma,
      workspaceId,
      period,
      clock.now(),
    )) {
      if (answered.has(state.checkIn.checkInId)) continue;
      answered.add(state.checkIn.checkInId);
      await answer(silent, state, clock.now());
    }
  }
  await cancelQueued(context.database.prisma, workspaceId, 'before-the-demo');
}

const HOUR_MS = 3_600_000;

async function answer(
  context: Context,
  { checkIn, recipient }: CheckInForMember,
  sentAt: Date,
): Promise<void> {
  const who = recipient.slackUserId;
  const drawn = (what: string) => chance(`${who} ${checkIn.period} ${what}`);
  // One check-in in ten goes unanswered, a few are answered after their period.
  const mood = drawn('mood');
  if (mood < 0.1) return;
  const delayHours = mood < 0.16 ? 4.6 * 24 + drawn('late') * 20 : 0.1 + drawn('delay') * 30;
  for (const item of checkIn.items) {
    if (drawn(`skip ${item.position}`) < 0.06) continue;
    const at = new Date(sentAt.getTime() + delayHours * HOUR_MS + item.position * 9_000);
    await recordRating(
      { ...context, now: () => at },
      {
        workspaceId: checkIn.workspaceId,
        slackUserId: who,
        checkInId: checkIn.checkInId,
        position: item.position,
        answer: plausibleAnswer(who, item.indicatorCode, drawn(`answer ${item.position}`)),
        actionTs: `${Math.floor(at.getTime() / 1_000)}.${String(item.position).padStart(6, '0')}`,
      },
    );
  }
}

/** Everybody has strengths, every indicator its difficulty; now and then there was no opportunity. */
function plausibleAnswer(who: string, indicatorCode: string, mood: number): Rating {
  if (mood < 0.08) return 'no-opportunity';
  const skill = chance(`skill ${who}`) * 1.6 - chance(`difficulty ${indicatorCode}`) * 2.2;
  return rating.parse(Math.min(5, Math.max(1, Math.round(4.1 + skill + (mood - 0.5) * 1.4))));
}
