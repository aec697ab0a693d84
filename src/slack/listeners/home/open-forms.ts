import type { ModalView } from '@slack/web-api';
import { type Texts, textsFor } from '../../../texts/texts.ts';
import type { Context } from '../../../usecases/context.ts';
import { findOwnCheckIn } from '../../../usecases/find-own-check-in.ts';
import { showHome } from '../../../usecases/show-home.ts';
import { showOwnEntries } from '../../../usecases/show-own-entries.ts';
import type { HomePlace } from '../../views/home/home-model.ts';
import { readCheckInValue } from '../../views/messages/check-in-actions.ts';
import { checkInFormModal } from '../../views/modals/check-in-form.ts';
import { focusModal } from '../../views/modals/focus.ts';
import { leaveModal } from '../../views/modals/leave.ts';
import { ownEntriesModal } from '../../views/modals/own-entries.ts';
import { settingsModal } from '../../views/modals/settings.ts';
import { openModal } from '../open-modal.ts';
import type { ListenerParts } from '../parts.ts';
import type { Who } from '../who-acted.ts';
import { answerHomeTap } from './answer-home-tap.ts';
import type { HomeRequest, PublishHome } from './publish-home.ts';
import type { HomeTap } from './tapped-home.ts';

type MemberHome = Extract<Awaited<ReturnType<typeof showHome>>, { kind: 'member' }>;

/** What a form of Home looks like for its member; undefined where it is not for them. */
type HomeForm = (home: MemberHome, texts: Texts, context: Context) => ModalView | undefined;

/** *Settings*, *Leave* and *Focus indicators* of Home. */
export const HOME_FORMS = {
  settings: settingsModal,
  leave: leaveModal,
  focus: ({ own, settings }, texts, { library }) =>
    own &&
    focusModal(
      {
        standards: own.standards,
        settings,
        indicators: own.standards.flatMap(({ code }) => library.indicatorsOf(code)),
      },
      texts,
    ),
} as const satisfies Record<string, HomeForm>;

/** Opens a form with what is set now. Whoever it is not for sees their Home drawn anew. */
export function openFormAction(
  parts: Pick<ListenerParts, 'context' | 'log'>,
  publishHome: PublishHome,
  form: HomeForm,
) {
  return openingAction(parts, publishHome, 'settings', async (who) => {
    const home = await showHome(parts.context, who);
    if (home.kind !== 'member') return undefined;
    const { locale } = home;
    const view = form(home, textsFor(locale), parts.context);
    return view && { view, locale };
  });
}

/** *Answer in one form* and *change answers*: the check-in that Home shows, for its member. */
export function openCheckInFormAction(
  parts: Pick<ListenerParts, 'context' | 'log'>,
  publishHome: PublishHome,
) {
  return openingAction(
    parts,
    publishHome,
    'top',
    async (who, { value }) => {
      const checkInId = readCheckInValue(value);
      const found = checkInId && (await findOwnCheckIn(parts.context, { ...who, checkInId }));
      if (!found) return undefined;
      const { locale } = found;
      return { view: checkInFormModal({ ...found, openedOn: 'home' }, textsFor(locale)), locale };
    },
    ({ refusal }) => refusal.notYours,
  );
}

/** *All my notes and evidence*, the newest of them first. */
export function openEntriesAction(parts: Pick<ListenerParts, 'context' | 'log'>, publishHome: PublishHome) {
  return openingAction(parts, publishHome, 'evidence', async (who) => {
    const own = await showOwnEntries(parts.context, who, 0);
    return own && { view: ownEntriesModal(own, textsFor(own.locale)), locale: own.locale };
  });
}

interface Opened {
  readonly view: ModalView;
  readonly locale: MemberHome['locale'];
}

/** What does not open is said on Home. */
function openingAction(
  parts: Pick<ListenerParts, 'context' | 'log'>,
  publishHome: PublishHome,
  saidAt: HomePlace,
  find: (who: Who, action: HomeTap['action']) => Promise<Opened | undefined>,
  refused?: HomeRequest['said'],
) {
  const failed = ({ refusal }: Texts, reference: string) => refusal.notOpened(reference);
  return answerHomeTap(
    parts,
    publishHome,
    { what: 'open-form', saidAt, failed },
    async ({ action, body, client }, who) => {
      const found = await find(who, action);
      if (found === undefined) return refused;
      const tools = { client, triggerId: body.trigger_id, respond: undefined };
      const reference = await openModal(parts, tools, found.view, found.locale);
      return reference === undefined ? 'opened' : (texts) => failed(texts, reference);
    },
  );
}
