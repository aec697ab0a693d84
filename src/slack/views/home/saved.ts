import { localDay, minuteBefore } from '../../../domain/check-in/local-time.ts';
import type { Home, OwnLeave } from '../../../domain/home/home.ts';
import { waitingFor } from '../../../domain/home/waiting-for.ts';
import type { Texts } from '../../../texts/texts.ts';
import { skipLabel } from '../messages/check-in/around.ts';
import { until } from '../messages/check-in/model.ts';
import { leaveRange } from './settings.ts';

/** What Home says once settings are saved: also why the next check-in comes later than they have just set it. */
export function settingsSavedText(texts: Texts, home: Home): string {
  const { settings: words, dates } = texts;
  const checkIn = waitingFor(home);
  if (home.kind !== 'member' || checkIn === undefined) return words.saved;
  const closes = until({ checkIn, timeZone: home.timeZone }, texts);
  return `${words.saved}\n${words.waits(dates.week(checkIn.period), closes)}`;
}

/** What Home says once leave is entered, on the day that is `today`. */
export function leaveSavedText(
  { leave, today, now }: { readonly leave: OwnLeave; readonly today: string; readonly now: Date },
  home: Home,
  texts: Texts,
): string {
  const saved = texts.leave.saved(leaveRange(leave, today, texts));
  return [saved, ...stillOpen(leave, home, now, texts)].join('\n');
}

/** Leave keeps check-ins from coming; one that is there already still asks, unless it closes before the leave begins. */
function stillOpen({ from }: OwnLeave, home: Home, now: Date, texts: Texts): string[] {
  if (home.kind !== 'member' || home.own?.checkIn.kind !== 'open' || home.own.checkIn.isSkipped) return [];
  const { checkIn } = home.own.checkIn;
  const { timeZone } = home;
  if (from > localDay(minuteBefore(checkIn.closesAt), timeZone)) return [];
  const week = texts.dates.week(checkIn.period);
  const skip = skipLabel({ checkIn, now }, texts);
  return [texts.leave.stillOpen(week, until({ checkIn, timeZone }, texts), skip)];
}
