import type { App, BlockButtonAction } from '@slack/bolt';
import { CHECK_IN_ACTIONS } from '../views/messages/check-in-actions.ts';
import { rateAction } from './actions/rate.ts';
import { reopenCheckInAction } from './actions/reopen-check-in.ts';
import { unknownAction } from './actions/unknown.ts';
import { competencyCommand } from './commands/competency.ts';
import { messageImEvent } from './events/message-im.ts';
import { onceAnEvent } from './events/once.ts';
import type { ListenerParts } from './parts.ts';

const RATE = /^rate-(?:[1-5]|no-opportunity|take-back)$/;

/** Bolt runs every listener that matches, so this one matches what the others do not. */
const NOT_OURS = new RegExp(
  `^(?!${[RATE.source.slice(1), ...Object.values(CHECK_IN_ACTIONS).map((id) => `${id}$`)].join('|')})`,
);

/** Everything the bot listens to: `manifest.yml` asks Slack for exactly this. */
export const LISTENERS = {
  commands: ['/competency'],
  events: ['message.im'],
} as const;

/**
 * | trigger               | who may             | handler             |
 * | --------------------- | ------------------- | ------------------- |
 * | `/competency …`       | anybody             | competencyCommand   |
 * | a DM to the bot       | anybody             | messageImEvent      |
 * | an answer's button    | the member asked    | rateAction          |
 * | *change*, *done*      | the member asked    | reopenCheckInAction |
 * | any other button      | anybody             | unknownAction       |
 */
export function registerListeners(app: App, parts: ListenerParts): void {
  app.command('/competency', competencyCommand(parts));
  app.event('message', onceAnEvent(parts), messageImEvent(parts));
  app.action<BlockButtonAction>(RATE, rateAction(parts));
  app.action<BlockButtonAction>(CHECK_IN_ACTIONS.reopen, reopenCheckInAction(parts));
  app.action<BlockButtonAction>(CHECK_IN_ACTIONS.putAway, reopenCheckInAction(parts));
  app.action(NOT_OURS, unknownAction(parts));
}
