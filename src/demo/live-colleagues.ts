import { max } from 'date-fns';
import type { CheckInForMember } from '../storage/check-ins/check-in-rows.ts';
import { findUntouchedCheckIns } from '../storage/check-ins/find-check-ins.ts';
import type { Context } from '../usecases/context.ts';
import { findUnacknowledged } from '../usecases/find-unacknowledged.ts';
import { acknowledgeNotices } from './acknowledge-notices.ts';
import type { DemoApp } from './advance.ts';
import { type ColleagueAnswer, colleagueAnswers } from './colleague-answers.ts';
import { VISIT_BEGINS } from './company.ts';
import type { DemoClock } from './demo-clock.ts';
import { giveAnswers } from './give-answers.ts';
import { PLAYED_BY_VISITORS } from './guide.ts';

interface Sitting {
  readonly state: CheckInForMember;
  readonly answers: readonly ColleagueAnswer[];
  /** When the last of the answers is given. */
  readonly endsAt: Date;
}

/**
 * Lets the colleagues read the notice and answer what they would have by `until`, and moves the clock along with them.
 * Left alone are whoever the guide proposes to play, and every check-in that somebody has tapped or skipped.
 */
export async function answerUntil(
  { context, workspaceId }: Pick<DemoApp, 'context' | 'workspaceId'>,
  clock: DemoClock,
  until: Date,
): Promise<void> {
  await readNotices(context, workspaceId, clock, until);
  const begins = clock.now();
  const untouched = await findUntouchedCheckIns(context.database.prisma, workspaceId, begins);
  const sittings = untouched
    .filter(({ recipient }) => !PLAYED_BY_VISITORS.has(recipient.slackUserId))
    .filter(({ checkIn }) => checkIn.skippedAt === undefined)
    .flatMap((state): Sitting[] => sittingOf(state, begins))
    .filter(({ state, endsAt }) => endsAt <= until && endsAt < state.checkIn.closesAt)
    .sort((one, other) => one.endsAt.getTime() - other.endsAt.getTime());
  for (const { state, answers, endsAt } of sittings) {
    clock.moveTo(max([endsAt, clock.now()]));
    await giveAnswers(context, state, answers);
  }
}

/** An hour after it came they have read it. */
const READING_MS = 3_600_000;

async function readNotices(
  context: Context,
  workspaceId: string,
  clock: DemoClock,
  until: Date,
): Promise<void> {
  for (const person of await findUnacknowledged(context, workspaceId)) {
    const { askedAt, slackUserId } = person;
    if (askedAt === undefined || PLAYED_BY_VISITORS.has(slackUserId)) continue;
    const at = max([new Date(askedAt.getTime() + READING_MS), clock.now()]);
    if (at > until) continue;
    clock.moveTo(at);
    await acknowledgeNotices({ ...context, now: () => at }, workspaceId, [person]);
  }
}

/**
 * Nobody has answered what a visitor finds waiting, and nothing is answered before the time at which the clock stood.
 */
function sittingOf(state: CheckInForMember & { readonly createdAt: Date }, begins: Date): Sitting[] {
  const { checkIn, recipient, createdAt } = state;
  const planned = colleagueAnswers(recipient.slackUserId, checkIn, max([createdAt, VISIT_BEGINS]));
  const answers = planned.map((each) => ({ ...each, at: max([each.at, begins]) }));
  const endsAt = answers.at(-1)?.at;
  return endsAt === undefined ? [] : [{ state, answers, endsAt }];
}
