import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import { HOME_ACTIONS } from '../../views/home/home-actions.ts';
import { FOCUS_FORM } from '../../views/modals/focus.ts';
import { LEAVE_FORM } from '../../views/modals/leave.ts';
import { SETTINGS_FORM } from '../../views/modals/settings.ts';
import { appHomeOpenedEvent } from '../events/app-home-opened.ts';
import type { ListenerParts } from '../parts.ts';
import { focusSubmission } from '../submissions/focus.ts';
import { leaveSubmission } from '../submissions/leave.ts';
import { settingsSubmission } from '../submissions/settings.ts';
import { answerAfterAllAction } from './answer-after-all.ts';
import { downloadAction } from './download.ts';
import { HOME_FORMS, openCheckInFormAction, openEntriesAction, openFormAction } from './open-forms.ts';
import type { PublishHome } from './publish-home.ts';
import { removeEvidenceAction, removeNoteAction } from './remove-entry.ts';
import { removeLeaveAction } from './remove-leave.ts';
import { startNowAction } from './start-now.ts';
import { turnEntriesAction } from './turn-entries.ts';

/**
 * | trigger                       | who may               | handler              |
 * | ----------------------------- | --------------------- | -------------------- |
 * | Home is opened                | anybody               | appHomeOpenedEvent   |
 * | *start now*                   | a member              | startNowAction       |
 * | *answer in one form*          | the member asked      | openCheckInFormAction |
 * | *answer after all*            | the member asked      | answerAfterAllAction |
 * | *settings*, *leave*, *focus*  | a member              | openFormAction       |
 * | their forms                   | a member              | …Submission          |
 * | *download my data*            | a member              | downloadAction       |
 * | *all my notes and evidence* | a member              | openEntriesAction    |
 * | *older*, *newer* in these     | a member              | turnEntriesAction    |
 * | *remove* beside an entry      | the member whose it is | remove…Action       |
 */
export function registerHome(app: App, parts: ListenerParts, publishHome: PublishHome): void {
  app.event('app_home_opened', appHomeOpenedEvent(publishHome));
  app.action<BlockButtonAction>(HOME_ACTIONS.start, startNowAction(parts, publishHome));
  app.action<BlockButtonAction>(HOME_ACTIONS.checkInForm, openCheckInFormAction(parts, publishHome));
  app.action<BlockButtonAction>(HOME_ACTIONS.answerAfterAll, answerAfterAllAction(parts, publishHome));
  app.action<BlockButtonAction>(
    HOME_ACTIONS.settings,
    openFormAction(parts, publishHome, HOME_FORMS.settings),
  );
  app.action<BlockButtonAction>(HOME_ACTIONS.leave, openFormAction(parts, publishHome, HOME_FORMS.leave));
  app.action<BlockButtonAction>(HOME_ACTIONS.focus, openFormAction(parts, publishHome, HOME_FORMS.focus));
  app.action<BlockButtonAction>(HOME_ACTIONS.allEntries, openEntriesAction(parts, publishHome));
  app.action<BlockButtonAction>(HOME_ACTIONS.olderEntries, turnEntriesAction(parts, publishHome, 1));
  app.action<BlockButtonAction>(HOME_ACTIONS.newerEntries, turnEntriesAction(parts, publishHome, -1));
  app.action<BlockButtonAction>(HOME_ACTIONS.removeLeave, removeLeaveAction(parts, publishHome));
  app.action<BlockButtonAction>(HOME_ACTIONS.removeNote, removeNoteAction(parts, publishHome));
  app.action<BlockButtonAction>(HOME_ACTIONS.removeEvidence, removeEvidenceAction(parts, publishHome));
  app.action<BlockButtonAction>(HOME_ACTIONS.downloadJson, downloadAction(parts, publishHome, 'json'));
  app.action<BlockButtonAction>(HOME_ACTIONS.downloadCsv, downloadAction(parts, publishHome, 'csv'));
  app.view<ViewSubmitAction>(SETTINGS_FORM, settingsSubmission(parts, publishHome));
  app.view<ViewSubmitAction>(LEAVE_FORM, leaveSubmission(parts, publishHome));
  app.view<ViewSubmitAction>(FOCUS_FORM, focusSubmission(parts, publishHome));
}
