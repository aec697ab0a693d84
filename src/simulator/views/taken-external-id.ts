import { SlackApiError } from '../methods/slack-api-error.ts';
import type { Slack } from '../slack.ts';

/** Refuses an `external_id` that another open modal of the workspace has. `viewId` may keep its own. */
export function refuseTakenExternalId(slack: Slack, externalId: string, viewId?: string): void {
  if (externalId === '') return;
  const taken = slack.modals.withExternalId(externalId);
  if (taken !== undefined && taken.view.id !== viewId) throw new SlackApiError('duplicate_external_id');
}
