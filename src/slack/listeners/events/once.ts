import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { noteEvent } from '../../../usecases/note-event.ts';
import type { ListenerParts } from '../parts.ts';

/**
 * Slack delivers an event again when it heard no acknowledgement in time, to any process: each `event_id` is worked
 * on once. Where the database cannot say, it is worked on: an answer twice is better than none.
 *
 * @see https://docs.slack.dev/apis/events-api/#retries
 */
export function onceAnEvent({ context, log }: ListenerParts) {
  return async ({ body, next }: SlackEventMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const { team_id: workspaceId, event_id: eventId } = body;
    const isNew = await noteEvent(context, { workspaceId, eventId }).catch((error: unknown) => {
      log.warn({ workspaceId, err: error }, 'an event could not be noted');
      return true;
    });
    if (isNew) await next();
  };
}
