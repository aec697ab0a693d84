import type { CheckInForMember } from '../storage/check-ins/check-in-rows.ts';
import type { Context } from '../usecases/context.ts';
import { recordRating } from '../usecases/record-rating.ts';
import type { ColleagueAnswer } from './colleague-answers.ts';

/** Saves a colleague's answers as taps are saved, each at its own business time. Nobody draws: the tick will. */
export async function giveAnswers(
  context: Context,
  { checkIn, recipient }: CheckInForMember,
  answers: readonly ColleagueAnswer[],
): Promise<void> {
  for (const { position, at, answer } of answers) {
    await recordRating(
      { ...context, now: () => at, drawing: { ...context.drawing, aloneMs: 0 } },
      {
        workspaceId: checkIn.workspaceId,
        slackUserId: recipient.slackUserId,
        checkInId: checkIn.checkInId,
        position,
        answer,
        actionTs: `${Math.floor(at.getTime() / 1_000)}.${String(position).padStart(6, '0')}`,
      },
    );
  }
}
