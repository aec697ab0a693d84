import { SlackApiError } from './methods/slack-api-error.ts';

/** Ids that let the app open a view for somebody: once, and within three seconds of their tap or command. */
export interface Triggers {
  /** `client` is where they tapped: what is opened with the id is shown there. */
  issue(user: string, client?: string): string;
  /** Of an id, whatever became of it. */
  clientOf(triggerId: string): string | undefined;
  /** Answers whose tap it was. Throws `SlackApiError` for an id that was used, ran out or never was. */
  exchange(triggerId: string): string;
}

/** https://docs.slack.dev/interactivity/handling-user-interaction#modal_responses; machine time. */
const VALID_MS = 3_000;
/** A used or expired id is told from an invented one for this long. */
const REMEMBERED_MS = 600_000;

interface Trigger {
  readonly user: string;
  readonly client: string | undefined;
  readonly issuedAt: number;
  used: boolean;
}

/** Errors: https://docs.slack.dev/reference/methods/views.open. */
export function createTriggers(machineMs: () => number, newId: () => string): Triggers {
  const triggers = new Map<string, Trigger>();
  return {
    issue: (user, client) => {
      const now = machineMs();
      for (const [id, { issuedAt }] of triggers) {
        if (now - issuedAt < REMEMBERED_MS) break;
        triggers.delete(id);
      }
      const id = `${Math.floor(now)}.${triggers.size}.${newId().toLowerCase()}`;
      triggers.set(id, { user, client, issuedAt: now, used: false });
      return id;
    },
    clientOf: (id) => triggers.get(id)?.client,
    exchange: (id) => {
      const trigger = triggers.get(id);
      if (trigger === undefined) throw new SlackApiError('invalid_trigger_id');
      if (trigger.used) throw new SlackApiError('exchanged_trigger_id');
      if (machineMs() - trigger.issuedAt > VALID_MS) throw new SlackApiError('expired_trigger_id');
      trigger.used = true;
      return trigger.user;
    },
  };
}
