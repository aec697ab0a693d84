import type {
  App,
  BlockButtonAction,
  BlockOverflowAction,
  BlockStaticSelectAction,
  GlobalShortcut,
  MessageShortcut,
  ViewSubmitAction,
} from '@slack/bolt';
import { HOME_ACTIONS } from '../views/home/home-actions.ts';
import { CHECK_IN_ACTIONS } from '../views/messages/check-in-actions.ts';
import { NOTICE_ACTION } from '../views/messages/notice.ts';
import { CHECK_IN_FORM } from '../views/modals/check-in-form.ts';
import { SKIP_FORM } from '../views/modals/check-in-skip.ts';
import { EVIDENCE_FORM } from '../views/modals/evidence.ts';
import { LOOK_UP_MODAL } from '../views/modals/look-up.ts';
import { NOTE_FORM } from '../views/modals/note.ts';
import { INDICATOR_FIELD, USE_AS_EVIDENCE_FORM } from '../views/modals/use-as-evidence.ts';
import { acknowledgeNoticeAction } from './actions/acknowledge-notice.ts';
import { itemMenuAction } from './actions/item-menu.ts';
import { openCheckInFormAction } from './actions/open-check-in-form.ts';
import { rateAction } from './actions/rate.ts';
import { remindMeAction } from './actions/remind-me.ts';
import { reopenCheckInAction } from './actions/reopen-check-in.ts';
import { skipCheckInAction, unskipCheckInAction } from './actions/skip-check-in.ts';
import { unknownAction } from './actions/unknown.ts';
import { competencyCommand } from './commands/competency.ts';
import { fromPeople, messageImEvent } from './events/message-im.ts';
import { onceAnEvent } from './events/once.ts';
import { teamJoinEvent } from './events/team-join.ts';
import { userChangeEvent } from './events/user-change.ts';
import { homePublisher } from './home/publish-home.ts';
import { registerHome } from './home/register-home.ts';
import { noneOf } from './none-of.ts';
import { evidenceIndicatorOptions } from './options/evidence-indicator.ts';
import type { ListenerParts } from './parts.ts';
import { lookUpShortcut } from './shortcuts/look-up.ts';
import { startCheckInShortcut } from './shortcuts/start-check-in.ts';
import { useAsEvidenceShortcut } from './shortcuts/use-as-evidence.ts';
import { checkInFormSubmission } from './submissions/check-in-form.ts';
import { evidenceSubmission } from './submissions/evidence.ts';
import { lookUpSubmission } from './submissions/look-up.ts';
import { noteSubmission } from './submissions/note.ts';
import { skipCheckInSubmission } from './submissions/skip-check-in.ts';
import { useAsEvidenceSubmission } from './submissions/use-as-evidence.ts';

const SHORTCUTS = {
  startCheckIn: 'start-check-in',
  lookUp: 'look-up',
  useAsEvidence: 'use-as-evidence',
} as const;

/** Everything the bot listens to: `manifest.yml` asks Slack for exactly this. */
export const LISTENERS = {
  commands: ['/competency'],
  events: ['message.im', 'team_join', 'user_change', 'app_home_opened'],
  shortcuts: Object.values(SHORTCUTS),
} as const;

/** Every action id there is; a rating's ends in its answer. */
const ACTIONS = {
  rate: /^rate-(?:[1-5]|no-opportunity|take-back)$/,
  reopen: CHECK_IN_ACTIONS.reopen,
  putAway: CHECK_IN_ACTIONS.putAway,
  acknowledgeNotice: NOTICE_ACTION,
  remind: CHECK_IN_ACTIONS.remind,
  skip: CHECK_IN_ACTIONS.skip,
  unskip: CHECK_IN_ACTIONS.unskip,
  item: CHECK_IN_ACTIONS.item,
  form: CHECK_IN_ACTIONS.form,
  ...HOME_ACTIONS,
} as const;

/**
 * | trigger               | who may             | handler             |
 * | --------------------- | ------------------- | ------------------- |
 * | `/competency …`       | anybody             | competencyCommand   |
 * | a DM to the bot       | anybody             | messageImEvent      |
 * | somebody joins        | Slack               | teamJoinEvent       |
 * | a profile changes     | Slack               | userChangeEvent     |
 * | an answer's button    | the member asked    | rateAction          |
 * | *change*, *done*      | the member asked    | reopenCheckInAction |
 * | *I have read this*    | the member asked    | acknowledgeNoticeAction |
 * | *remind me*           | the member asked    | remindMeAction      |
 * | *skip this week*      | anybody: a form     | skipCheckInAction   |
 * | *answer after all*    | the member asked    | unskipCheckInAction |
 * | an item's ⋯ menu      | the member asked    | itemMenuAction |
 * | *answer in one form*  | the member asked    | openCheckInFormAction |
 * | Home and its forms    | see registerHome    | registerHome        |
 * | any other button      | anybody             | unknownAction       |
 * | *Start check-in*      | members             | startCheckInShortcut |
 * | *Look up*             | anybody             | lookUpShortcut      |
 * | its form              | anybody             | lookUpSubmission    |
 * | forms of these        | the member asked    | …Submission |
 * | *Use as evidence*     | who has a standard  | useAsEvidenceShortcut |
 * | its choices           | the member          | evidenceIndicatorOptions |
 */
export function registerListeners(app: App, parts: ListenerParts): void {
  const publishHome = homePublisher(parts);
  registerHome(app, parts, publishHome);
  app.command('/competency', competencyCommand(parts));
  app.event('message', fromPeople, onceAnEvent(parts), messageImEvent(parts));
  app.event('team_join', onceAnEvent(parts), teamJoinEvent(parts));
  app.event('user_change', onceAnEvent(parts), userChangeEvent(parts));
  app.action<BlockButtonAction>(ACTIONS.rate, rateAction(parts));
  app.action<BlockButtonAction>(ACTIONS.reopen, reopenCheckInAction(parts));
  app.action<BlockButtonAction>(ACTIONS.putAway, reopenCheckInAction(parts));
  app.action<BlockButtonAction>(ACTIONS.acknowledgeNotice, acknowledgeNoticeAction(parts));
  app.action<BlockStaticSelectAction>(ACTIONS.remind, remindMeAction(parts));
  app.action<BlockButtonAction>(ACTIONS.skip, skipCheckInAction(parts));
  app.action<BlockButtonAction>(ACTIONS.unskip, unskipCheckInAction(parts));
  app.action<BlockOverflowAction>(ACTIONS.item, itemMenuAction(parts));
  app.action<BlockButtonAction>(ACTIONS.form, openCheckInFormAction(parts));
  app.action(noneOf(Object.values(ACTIONS)), unknownAction(parts));
  app.view<ViewSubmitAction>(SKIP_FORM, skipCheckInSubmission(parts));
  app.view<ViewSubmitAction>(NOTE_FORM, noteSubmission(parts));
  app.view<ViewSubmitAction>(EVIDENCE_FORM, evidenceSubmission(parts));
  app.view<ViewSubmitAction>(CHECK_IN_FORM, checkInFormSubmission(parts, publishHome));
  app.view<ViewSubmitAction>(USE_AS_EVIDENCE_FORM, useAsEvidenceSubmission(parts));
  app.shortcut<GlobalShortcut>(
    { callback_id: SHORTCUTS.startCheckIn, type: 'shortcut' },
    startCheckInShortcut(parts),
  );
  app.shortcut<GlobalShortcut>({ callback_id: SHORTCUTS.lookUp, type: 'shortcut' }, lookUpShortcut(parts));
  app.view<ViewSubmitAction>(LOOK_UP_MODAL, lookUpSubmission(parts));
  app.shortcut<MessageShortcut>(
    { callback_id: SHORTCUTS.useAsEvidence, type: 'message_action' },
    useAsEvidenceShortcut(parts),
  );
  app.options<'block_suggestion'>(
    { type: 'block_suggestion', action_id: INDICATOR_FIELD.action },
    evidenceIndicatorOptions(parts),
  );
}
