import type { App, BlockButtonAction } from '@slack/bolt';
import { CHECK_IN_ACTIONS } from '../views/messages/check-in-actions.ts';
import { LOOK_UP_MODAL } from '../views/modals/look-up.ts';
import { rateAction } from './actions/rate.ts';
import { reopenCheckInAction } from './actions/reopen-check-in.ts';
import { unknownAction } from './actions/unknown.ts';
import { competencyCommand } from './commands/competency.ts';
import { messageImEvent } from './events/message-im.ts';
import { onceAnEvent } from './events/once.ts';
import { noneOf } from './none-of.ts';
import type { ListenerParts } from './parts.ts';
import { lookUpShortcut } from './shortcuts/look-up.ts';
import { startCheckInShortcut } from './shortcuts/start-check-in.ts';
import { lookUpSubmission } from './submissions/look-up.ts';

/** Everything the bot listens to: `manifest.yml` asks Slack for exactly this. */
export const LISTENERS = {
  commands: ['/competency'],
  events: ['message.im'],
  shortcuts: ['start-check-in', 'look-up'],
} as const;

/** Every action id there is; a rating's ends in its answer. */
const ACTIONS = {
  rate: /^rate-(?:[1-5]|no-opportunity|take-back)$/,
  reopen: CHECK_IN_ACTIONS.reopen,
  putAway: CHECK_IN_ACTIONS.putAway,
} as const;

/**
 * | trigger               | who may             | handler             |
 * | --------------------- | ------------------- | ------------------- |
 * | `/competency …`       | anybody             | competencyCommand   |
 * | a DM to the bot       | anybody             | messageImEvent      |
 * | an answer's button    | the member asked    | rateAction          |
 * | *change*, *done*      | the member asked    | reopenCheckInAction |
 * | any other button      | anybody             | unknownAction       |
 * | *Start check-in*      | members             | startCheckInShortcut |
 * | *Look up*             | anybody             | lookUpShortcut      |
 * | its form              | anybody             | lookUpSubmission    |
 */
export function registerListeners(app: App, parts: ListenerParts): void {
  app.command('/competency', competencyCommand(parts));
  app.event('message', onceAnEvent(parts), messageImEvent(parts));
  app.action<BlockButtonAction>(ACTIONS.rate, rateAction(parts));
  app.action<BlockButtonAction>(ACTIONS.reopen, reopenCheckInAction(parts));
  app.action<BlockButtonAction>(ACTIONS.putAway, reopenCheckInAction(parts));
  app.shortcut({ type: 'shortcut', callback_id: 'start-check-in' }, startCheckInShortcut(parts));
  app.shortcut({ type: 'shortcut', callback_id: 'look-up' }, lookUpShortcut(parts));
  app.view({ type: 'view_submission', callback_id: LOOK_UP_MODAL }, lookUpSubmission(parts));
  app.action(noneOf(Object.values(ACTIONS)), unknownAction(parts));
}
