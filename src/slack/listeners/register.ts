import type { App, BlockButtonAction } from '@slack/bolt';
import { CHECK_IN_ACTIONS } from '../views/messages/check-in-actions.ts';
import { rateAction } from './actions/rate.ts';
import { reopenCheckInAction } from './actions/reopen-check-in.ts';
import { competencyCommand } from './commands/competency.ts';
import { messageImEvent } from './events/message-im.ts';
import type { ListenerParts } from './parts.ts';

/** Everything the bot listens to: `manifest.yml` asks Slack for exactly this. */
export const LISTENERS = {
  commands: ['/competency'],
  events: ['message.im'],
  actions: [/^rate-(?:[1-5]|no-opportunity|take-back)$/, CHECK_IN_ACTIONS.reopen, CHECK_IN_ACTIONS.putAway],
} as const;

/**
 * | trigger               | who may             | handler             |
 * | --------------------- | ------------------- | ------------------- |
 * | `/competency …`       | anybody             | competencyCommand   |
 * | a DM to the bot       | anybody             | messageImEvent      |
 * | an answer's button    | the member asked    | rateAction          |
 * | *change*, *done*      | the member asked    | reopenCheckInAction |
 */
export function registerListeners(app: App, parts: ListenerParts): void {
  app.command('/competency', competencyCommand(parts));
  app.event('message', messageImEvent(parts));
  const [rate, reopen, putAway] = LISTENERS.actions;
  app.action<BlockButtonAction>(rate, rateAction(parts));
  app.action<BlockButtonAction>(reopen, reopenCheckInAction(parts));
  app.action<BlockButtonAction>(putAway, reopenCheckInAction(parts));
}
