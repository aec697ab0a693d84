import type { BlockStaticSelectAction } from '@slack/bolt';
import type { Texts } from '../../../texts/texts.ts';
import { type AskedReminder, remindOfCheckIn } from '../../../usecases/remind-of-check-in.ts';
import { readRemindChoice } from '../../views/messages/check-in-actions.ts';
import type { ListenerParts } from '../parts.ts';
import { answerTap } from './answer-tap.ts';
import { isOnReminder, redrawOwn } from './redraw-own.ts';

/**
 * *Remind me*: sets the time and redraws the check-in, which says it. Said in private is what cannot be read there: a
 * time that makes no sense or lies on a day off, and whatever was chosen on a reminder.
 */
export function remindMeAction(parts: ListenerParts) {
  return answerTap<BlockStaticSelectAction>(
    parts,
    { what: 'remind-me', failed: ({ refusal }, reference) => refusal.notSaved(reference) },
    async (tapped, who) => {
      const { action } = tapped;
      const choice = readRemindChoice(action);
      if (choice === undefined) return ({ refusal }) => refusal.notAnAnswer;
      const { checkIn: checkInId, answer: when } = choice;
      const asked = await remindOfCheckIn(parts.context, { ...who, checkInId, when });
      if ('changed' in asked) await redrawOwn(parts, tapped, asked.changed);
      if (asked.outcome === 'set' && !asked.isOnDayOff && !isOnReminder(action)) return undefined;
      return (texts) => sentence(asked, texts);
    },
  );
}

function sentence(asked: AskedReminder, { checkInReminder: words, refusal, dates }: Texts): string {
  switch (asked.outcome) {
    case 'not-yours':
      return refusal.notYours;
    case 'closed':
      return refusal.closed;
    case 'set': {
      const set = asked.isInstead ? words.willRemindInstead : words.willRemind;
      const said = set(dates.dayAndTime(asked.at));
      return asked.isOnDayOff ? `${said}${words.onDayOff}` : said;
    }
    case 'too-late':
      return words.tooLate(dates.dayAndTime(asked.lastMinute));
    case 'past':
      return words.past(asked.at.time);
    case 'answered':
    case 'nothing-asked':
      return words.nothingLeft;
    case 'skipped':
      return words.isSkipped;
  }
}
