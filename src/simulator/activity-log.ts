/** What is sent to the app. */
export type SentKind = 'command' | 'action' | 'event' | 'submission' | 'closing' | 'shortcut' | 'options';

/** Something the app asked of the simulated Slack, or was sent by it. */
type Activity =
  | {
      readonly direction: 'from-app';
      /** A Web API method, or `response_url`. */
      readonly method: string;
      readonly arguments: unknown;
      readonly ok: boolean;
      readonly error?: string;
      /** Why it was refused, in Slack's words. */
      readonly messages?: readonly string[];
      readonly ts?: string;
    }
  | {
      readonly direction: 'to-app';
      readonly kind: SentKind;
      readonly payload: unknown;
      readonly status: number;
      readonly acknowledged_ms: number;
      readonly error?: string;
    };

type LoggedActivity = Activity & { readonly number: number; readonly at: string };

export interface ActivityLog {
  add(activity: Activity): void;
  /** In order; those that came after `number`. */
  after(number: number): LoggedActivity[];
}

/** Older activities are forgotten past this many, so that a long run does not fill the memory. */
const KEPT = 20_000;

export function createActivityLog(now: () => Date): ActivityLog {
  const kept: LoggedActivity[] = [];
  let count = 0;
  return {
    add(activity) {
      count += 1;
      kept.push({ number: count, at: now().toISOString(), ...activity });
      if (kept.length > KEPT) kept.splice(0, kept.length - KEPT);
    },
    after: (number) => kept.filter((activity) => activity.number > number),
  };
}
