import type { Slack } from '../slack.ts';
import { dispatch } from './dispatch.ts';
import type { EventEnvelope } from './event-envelope.ts';
import { type Acknowledgement, jsonEncoded } from './send-to-app.ts';

/** Why an event is sent again: https://docs.slack.dev/apis/events-api#retries. */
type RetryReason = 'http_timeout' | 'http_error' | 'connection_failed';

/** At once, after a minute and after five: https://docs.slack.dev/apis/events-api#retries. Machine time. */
export const RETRY_AFTER_MS: readonly number[] = [0, 60_000, 300_000];

const REMEMBERED = 1_000;

export interface EventRetries {
  /** Sends an event, and again up to three times while it is not acknowledged; answers the first acknowledgement. */
  send(slack: Slack, user: string, event: EventEnvelope): Promise<Acknowledgement>;
  /** Sends an event once more that was sent before, as Slack does when an acknowledgement was lost on its way. */
  redeliver(slack: Slack, eventId: string): Promise<Acknowledgement | undefined>;
  stop(): void;
}

export function createEventRetries(retryAfterMs: readonly number[]): EventRetries {
  const waiting = new Set<NodeJS.Timeout>();
  const sent = new Map<string, { readonly user: string; readonly event: EventEnvelope }>();
  let isStopped = false;

  const attempt = async (slack: Slack, user: string, event: EventEnvelope, retry?: [number, RetryReason]) => {
    const headers =
      retry === undefined ? {} : { 'x-slack-retry-num': String(retry[0]), 'x-slack-retry-reason': retry[1] };
    const acknowledgement = await dispatch(slack, 'event', event, jsonEncoded(event), headers);
    noteAttempt(slack, user, event, retry?.[0] ?? 0, acknowledgement);
    const { error, noRetry } = acknowledgement;
    const number = (retry?.[0] ?? 0) + 1;
    const delay = retryAfterMs[number - 1];
    if (error !== undefined && noRetry !== true && delay !== undefined && !isStopped) {
      const timer = setTimeout(() => {
        waiting.delete(timer);
        attempt(slack, user, event, [number, reasonOf(acknowledgement)]).catch((failed: unknown) =>
          slack.options.log?.warn({ err: failed }, 'an event could not be sent again'),
        );
      }, delay);
      waiting.add(timer);
    }
    return acknowledgement;
  };

  return {
    send: (slack, user, event) => {
      sent.set(event.event_id, { user, event });
      const [oldest] = sent.keys();
      if (sent.size > REMEMBERED && oldest !== undefined) sent.delete(oldest);
      return attempt(slack, user, event);
    },
    redeliver: async (slack, eventId) => {
      const found = sent.get(eventId);
      if (found === undefined) return undefined;
      const headers = { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' };
      const acknowledgement = await dispatch(slack, 'event', found.event, jsonEncoded(found.event), headers);
      noteAttempt(slack, found.user, found.event, 1, acknowledgement);
      return acknowledgement;
    },
    stop: () => {
      isStopped = true;
      for (const timer of waiting) clearTimeout(timer);
    },
  };
}

function noteAttempt(
  slack: Slack,
  user: string,
  { event_id }: EventEnvelope,
  retry: number,
  { status }: Acknowledgement,
): void {
  slack.record.add({ kind: 'event', user, status, details: { event_id, retry } });
}

function reasonOf({ error, status }: Acknowledgement): RetryReason {
  if (error === 'operation_timeout') return 'http_timeout';
  return status === 0 ? 'connection_failed' : 'http_error';
}
