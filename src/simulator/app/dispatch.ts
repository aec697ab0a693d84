import type { SentKind } from '../activity-log.ts';
import { HttpError } from '../http/http-error.ts';
import type { Slack } from '../slack.ts';
import type { Acknowledgement } from './send-to-app.ts';

/** https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response */
const ACKNOWLEDGE_WITHIN_MS = 3_000;

/** Sends to the connected app and writes it down; 503 when no app is connected. */
export async function dispatch(
  slack: Slack,
  kind: SentKind,
  payload: unknown,
  request: { readonly contentType: string; readonly body: string },
  headers: Readonly<Record<string, string>> = {},
): Promise<Acknowledgement> {
  if (!slack.apps.isConnected) throw new HttpError(503, 'No app is connected to the simulated Slack.');
  const withinMs = slack.options.acknowledgeWithinMs ?? ACKNOWLEDGE_WITHIN_MS;
  const acknowledgement = await slack.apps.send(request, withinMs, headers);
  const { status, acknowledged_ms, error } = acknowledgement;
  slack.activity.add({
    direction: 'to-app',
    kind,
    payload,
    status,
    acknowledged_ms,
    ...(error === undefined ? {} : { error }),
  });
  return acknowledgement;
}
