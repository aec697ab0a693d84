import { type CheckIn, countedItems } from '../../../domain/check-in/check-in.ts';
import { localTime, minuteBefore } from '../../../domain/check-in/local-time.ts';
import type { Texts } from '../../../texts/texts.ts';
import { actions, type Block, button, type Message, section } from '../../blocks/build.ts';
import { minutesFor } from './check-in/model.ts';
import { CHECK_IN_ACTIONS, rowId, STARTED_ROW } from './check-in-actions.ts';

/** What became of somebody's wish for a check-in. */
export type StartedCheckInModel =
  | { readonly outcome: 'not-a-member' | 'not-started' | 'no-standard' | 'not-acknowledged' }
  | { readonly outcome: 'made'; readonly items: number; readonly nextAt: Date | undefined }
  | {
      readonly outcome: 'open' | 'answered' | 'skipped';
      /** While no message is known to have been accepted, it is on its way. */
      readonly state: { readonly checkIn: CheckIn; readonly message: object | undefined };
      readonly nextAt: Date | undefined;
    }
  | { readonly outcome: 'closed-for-this-period'; readonly nextAt: Date | undefined };

/** In a sentence, with the way to answer, to change or to take up again at once. Times are of `timeZone`. */
export function startedCheckInMessage(started: StartedCheckInModel, timeZone: string, texts: Texts): Message {
  const text = startedCheckInText(started, timeZone, texts);
  return { text, blocks: [section(text), ...buttonRow(started, texts)] };
}

function buttonRow(started: StartedCheckInModel, { checkIn: words, startedCheckIn }: Texts): Block[] {
  if (!('state' in started)) return [];
  const buttons = {
    open: { actionId: CHECK_IN_ACTIONS.form, text: startedCheckIn.form },
    answered: { actionId: CHECK_IN_ACTIONS.form, text: words.change },
    skipped: { actionId: CHECK_IN_ACTIONS.unskip, text: words.unskip },
  } as const;
  const blockId = rowId(STARTED_ROW, started.state.checkIn.checkInId);
  return [actions(blockId, [button(buttons[started.outcome])])];
}

/** The sentence alone. */
export function startedCheckInText(started: StartedCheckInModel, timeZone: string, texts: Texts): string {
  const { startedCheckIn: words, dates } = texts;
  const at = (instant: Date) => dates.dayAndTime(localTime(instant, timeZone));
  const andNext = (sentence: string, nextAt: Date | undefined) =>
    nextAt === undefined ? sentence : `${sentence}\n${words.next(at(nextAt))}`;
  switch (started.outcome) {
    case 'not-a-member':
      return words.notAMember;
    case 'not-started':
      return words.notStarted;
    case 'no-standard':
      return words.noStandard;
    case 'not-acknowledged':
      return words.notAcknowledged;
    case 'made':
      return andNext(words.made(started.items, minutesFor(started.items)), started.nextAt);
    case 'closed-for-this-period':
      return andNext(words.noneThisWeek, started.nextAt);
    case 'open':
    case 'skipped':
    case 'answered': {
      const { checkIn, message } = started.state;
      const week = dates.week(checkIn.period);
      const until = at(minuteBefore(checkIn.closesAt));
      if (started.outcome === 'open' && message === undefined) return words.onItsWay(week, until);
      if (started.outcome !== 'answered') return words[started.outcome](week, until);
      return andNext(words.answered(week, countedItems(checkIn).length, until), started.nextAt);
    }
  }
}
