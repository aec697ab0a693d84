import type { CheckIn } from '../check-in/check-in.ts';
import type { Choice, IndicatorKey } from '../check-in/choose-indicators.ts';
import type { WeeklyTime } from '../check-in/schedule.ts';
import type { Visibility } from '../check-in/visibility.ts';
import type { Locale } from '../people/locale.ts';
import type { MonthOfReadings } from './readings-by-month.ts';
import type { DutySummary, StrengthsAndGaps } from './summarise-duties.ts';

/** What somebody finds on the bot's Home tab. */
export type Home = StrangerHome | MemberHome;

/** The bot does not know this person: nobody has put them on the roster. */
export interface StrangerHome {
  readonly kind: 'stranger';
  readonly contact: string | undefined;
}

export interface MemberHome {
  readonly kind: 'member';
  readonly locale: Locale;
  readonly timeZone: string;
  /** The day it is for them, `2026-11-18`. */
  readonly today: string;
  readonly contact: string | undefined;
  readonly supervisors: readonly string[];
  /** How many people they supervise; 0: none. */
  readonly teamSize: number;
  /** When their next digest comes; undefined without a team, or before the schedule is started. */
  readonly nextDigestAt: Date | undefined;
  readonly settings: HomeSettings;
  /** There are notes or evidence of theirs that Home does not show. */
  readonly hasMoreEntries: boolean;
  /** Undefined for somebody without a standard. */
  readonly own: OwnStandards | undefined;
}

/** What Home shows somebody who works to a standard. */
export interface OwnStandards {
  readonly standards: readonly {
    readonly code: string;
    readonly name: string;
    readonly covered: number;
    readonly indicators: number;
  }[];
  readonly target: number;
  /** A rating counts for so many weeks. */
  readonly validWeeks: number;
  readonly duties: readonly DutySummary[];
  readonly told: StrengthsAndGaps;
  /** Oldest first. */
  readonly months: readonly MonthOfReadings[];
  readonly checkIn: HomeCheckIn;
  readonly notes: Shortened<OwnNote>;
  readonly evidence: Shortened<OwnEvidence>;
}

/** What is with the member's check-ins now. */
export type HomeCheckIn =
  | { readonly kind: 'not-started' | 'not-acknowledged' }
  /** One waits for answers, or was skipped and can be taken up again. */
  | {
      readonly kind: 'open';
      readonly checkIn: CheckIn;
      readonly isSkipped: boolean;
      /** Its message has come; one that waits for working hours has not. */
      readonly isThere: boolean;
      /** When the one after it comes; undefined: none in sight. */
      readonly nextAt: Date | undefined;
    }
  | {
      readonly kind: 'next';
      /** Undefined: none in sight, their days leave no room for one. */
      readonly at: Date | undefined;
      /** It can be started now. */
      readonly canStart: boolean;
      /** The last one, where it is answered whole and can still be changed: of this period, or of the one before. */
      readonly answered: CheckIn | undefined;
      readonly indicators: readonly ChosenNext[];
    };

export interface ChosenNext extends IndicatorKey {
  readonly text: string;
  readonly chosen: Choice;
  /** When it was asked last, whether or not that check-in was answered; undefined: never. */
  readonly shownAt: Date | undefined;
}

export interface HomeSettings {
  readonly checkIn: WeeklyTime;
  /** ISO weekdays. */
  readonly restDays: readonly number[];
  readonly worksHolidays: boolean;
  /** Ahead and current, first day first; the last day is the member's last day away. */
  readonly leaves: readonly OwnLeave[];
  readonly focus: readonly (IndicatorKey & { readonly text: string })[];
  /** How many of them there can be, with so many indicators in a check-in. */
  readonly focusLimit: number;
  readonly itemsPerCheckIn: number;
}

export interface OwnLeave {
  readonly leaveId: string;
  /** `2026-11-18` */
  readonly from: string;
  readonly lastDay: string;
}

/** The newest of many, and how many there are. */
export interface Shortened<Item> {
  readonly newest: readonly Item[];
  readonly total: number;
}

export interface OwnNote extends IndicatorKey {
  readonly noteId: string;
  readonly text: string;
  readonly visibility: Visibility;
  readonly changedAt: Date;
}

export interface OwnEvidence extends IndicatorKey {
  readonly evidenceId: string;
  readonly kind: 'link' | 'message';
  readonly url: string;
  readonly title: string | undefined;
  readonly visibility: Visibility;
  readonly createdAt: Date;
}

/** One page of somebody's notes and evidence. */
export interface EntriesPage {
  /** Newest first. */
  readonly entries: readonly (OwnNote | OwnEvidence)[];
  /** How many notes there are on all pages. */
  readonly notes: number;
  readonly evidence: number;
  /** From 0: the newest. */
  readonly page: number;
  /** One at least. */
  readonly pages: number;
}

/** Such a page with what it takes to show it to them. */
export interface OwnEntries extends EntriesPage {
  readonly timeZone: string;
  /** The day it is for them, `2026-11-18`. */
  readonly today: string;
  /** What they work to. */
  readonly standards: readonly { readonly code: string; readonly name: string }[];
}
