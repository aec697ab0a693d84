import type { AllMiddlewareArgs, BlockStaticSelectAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { textsFor } from '../../../texts/texts.ts';
import { type AskedReminder, remindOfCheckIn } from '../../../usecases/remind-of-check-in.ts';
import { readRemindChoice } from '../../views/messages/check-in-actions.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import { isOnReminder, redrawOwn } from './redraw-own.ts';
import { sayPrivately, workspaceOf } from './reply.ts';

type RemindArguments = SlackActionMiddlewareArgs<BlockStaticSelectAction> & AllMiddlewareArgs;

/**
 * *Remind me*: sets the time and redraws the check-in, which says it. Said in private is what cannot be read there: a
 * time that makes no sense, and whatever was chosen on a reminder.
 */
export function remindMeAction(parts: ListenerParts) {
  return async (tapped: RemindArguments): Promise<void> => {
    const { body, action, ack, respond } = tapped;
    const { context, findCaller, log } = parts;
    await ack();
    const workspaceId = workspaceOf(body);
    const slackUserId = body.user.id;
    // A stranger may send anything.
    const choice = readRemindChoice(action.selected_option?.value);
    try {
      const asked =
        choice === undefined
          ? undefined
          : await remindOfCheckIn(context, {
              workspaceId,
              slackUserId,
              checkInId: choice.checkIn,
              when: choice.when,
            });
      if (asked !== undefined && 'changed' in asked) await redrawOwn(parts, tapped, asked.changed);
      if (asked?.outcome === 'set' && !isOnReminder(action)) return;
      const { locale } = await findCaller(workspaceId, slackUserId);
      await sayPrivately(parts, respond, sentence(asked, locale));
    } catch (error) {
      const reference = logWithReference(log, context.newId, error, 'remind-me');
      await sayPrivately(parts, respond, textsFor('zh-TW').refusal.notSaved(reference));
    }
  };
}

function sentence(asked: AskedReminder | undefined, locale: Parameters<typeof textsFor>[0]): string {
  const { checkInReminder: words, refusal, dates } = textsFor(locale);
  switch (asked?.outcome) {
    case undefined:
      return refusal.notAnAnswer;
    case 'not-yours':
      return refusal.notYours;
    case 'closed':
      return refusal.closed;
    case 'set':
      return (asked.isInstead ? words.willRemindInstead : words.willRemind)(dates.dayAndTime(asked.at));
    case 'too-late':
      return words.tooLate(dates.dayAndTime(asked.lastMinute));
    case 'past':
      return words.past(asked.at.time);
    case 'answered':
      return words.nothingLeft;
    case 'skipped':
      return words.isSkipped;
  }
}
