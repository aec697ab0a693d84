import { answeredCount, type CheckIn } from '../../../domain/check-in/check-in.ts';
import { localTime, minuteBefore } from '../../../domain/check-in/local-time.ts';
import type { Texts } from '../../../texts/texts.ts';
import { actions, button, type Message, section } from '../../blocks/build.ts';
import { CHECK_IN_ACTIONS, checkInValue } from './check-in-actions.ts';

/** What became of somebody's wish for a check-in. */
export type StartedCheckInModel =
  | { readonly outcome: 'not-a-member' | 'not-started' | 'no-standard' | 'not-acknowledged' }
  | { readonly outcome: 'made'; readonly items: number; readonly nextAt: Date | undefined }
  | {
      readonly outcome: 'open' | 'answered' | 'skipped';
      readonly state: { readonly checkIn: CheckIn };
      readonly nextAt: Date | undefined;
    }
  | { readonly outcome: 'closed-for-this-period'; readonly nextAt: Date | undefined };

/** In a sentence, with the way to answer at once where a check-in waits. Times are of `timeZone`. */
export function startedCheckInMessage(started: StartedCheckInModel, timeZone: string, texts: Texts): Message {
  const text = startedCheckInText(started, timeZone, texts);
  const form =
    started.outcome === 'open'
      ? [
          actions('started-check-in', [
            button({
              actionId: CHECK_IN_ACTIONS.form,
              text: texts.startedCheckIn.form,
              value: checkInValue(started.state.checkIn.checkInId),
            }),
          ]),
        ]
      : [];
  return { text, blocks: [section(text), ...form] };
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
      return andNext(words.made(started.items), started.nextAt);
    case 'closed-for-this-period':
      return andNext(words.closed, started.nextAt);
    case 'open':
    case 'skipped':
    case 'answered': {
      const { checkIn } = started.state;
      const week = dates.week(checkIn.period);
      const until = at(minuteBefore(checkIn.closesAt));
      if (started.outcome === 'skipped') return words.skipped(week, until);
      if (started.outcome === 'open') {
        return words.open(week, answeredCount(checkIn), checkIn.items.length, until);
      }
      return andNext(words.answered(week, checkIn.items.length), started.nextAt);
    }
  }
}
