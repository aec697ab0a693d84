import type { App, BlockButtonAction, BlockStaticSelectAction, ViewSubmitAction } from '@slack/bolt';
import { CHECK_IN_ACTIONS } from '../views/messages/check-in-actions.ts';
import { SKIP_MODAL } from '../views/modals/check-in-skip.ts';
import { rateAction } from './actions/rate.ts';
import { remindMeAction } from './actions/remind-me.ts';
import { reopenCheckInAction } from './actions/reopen-check-in.ts';
import { skipCheckInAction, unskipCheckInAction } from './actions/skip-check-in.ts';
import { unknownAction } from './actions/unknown.ts';
import { competencyCommand } from './commands/competency.ts';
import { messageImEvent } from './events/message-im.ts';
import { onceAnEvent } from './events/once.ts';
import { noneOf } from './none-of.ts';
import type { ListenerParts } from './parts.ts';
import { skipCheckInSubmission } from './submissions/skip-check-in.ts';

/** Everything the bot listens to: `manifest.yml` asks Slack for exactly this. */
export const LISTENERS = {
  commands: ['/competency'],
  events: ['message.im'],
} as const;

/** Every action id there is; a rating's ends in its answer. */
const ACTIONS = {
  rate: /^rate-(?:[1-5]|no-opportunity|take-back)$/,
  reopen: CHECK_IN_ACTIONS.reopen,
  putAway: CHECK_IN_ACTIONS.putAway,
  remind: CHECK_IN_ACTIONS.remind,
  skip: CHECK_IN_ACTIONS.skip,
  unskip: CHECK_IN_ACTIONS.unskip,
} as const;

/**
 * | trigger               | who may             | handler             |
 * | --------------------- | ------------------- | ------------------- |
 * | `/competency …`       | anybody             | competencyCommand   |
 * | a DM to the bot       | anybody             | messageImEvent      |
 * | an answer's button    | the member asked    | rateAction          |
 * | *change*, *done*      | the member asked    | reopenCheckInAction |
 * | *remind me*           | the member asked    | remindMeAction      |
 * | *skip this week*      | anybody: a form     | skipCheckInAction   |
 * | … with its reason     | the member asked    | skipCheckInSubmission |
 * | *answer after all*    | the member asked    | unskipCheckInAction |
 * | any other button      | anybody             | unknownAction       |
 */
export function registerListeners(app: App, parts: ListenerParts): void {
  app.command('/competency', competencyCommand(parts));
  app.event('message', onceAnEvent(parts), messageImEvent(parts));
  app.action<BlockButtonAction>(ACTIONS.rate, rateAction(parts));
  app.action<BlockButtonAction>(ACTIONS.reopen, reopenCheckInAction(parts));
  app.action<BlockButtonAction>(ACTIONS.putAway, reopenCheckInAction(parts));
  app.action<BlockStaticSelectAction>(ACTIONS.remind, remindMeAction(parts));
  app.action<BlockButtonAction>(ACTIONS.skip, skipCheckInAction(parts));
  app.action<BlockButtonAction>(ACTIONS.unskip, unskipCheckInAction(parts));
  app.view<ViewSubmitAction>(SKIP_MODAL.callbackId, skipCheckInSubmission(parts));
  app.action(noneOf(Object.values(ACTIONS)), unknownAction(parts));
}
