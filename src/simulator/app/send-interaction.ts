import type { SentKind } from '../activity-log.ts';
import type { Slack } from '../slack.ts';
import { dispatch } from './dispatch.ts';
import { type Acknowledgement, formEncoded } from './send-to-app.ts';

/** Interactions arrive as a form with one field: https://docs.slack.dev/interactivity/handling-user-interaction. */
export function sendInteraction(
  slack: Slack,
  kind: SentKind,
  payload: Readonly<Record<string, unknown>>,
): Promise<Acknowledgement> {
  return dispatch(slack, kind, payload, formEncoded({ payload: JSON.stringify(payload) }));
}
