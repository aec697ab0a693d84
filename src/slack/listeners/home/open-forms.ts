import { type Texts, textsFor } from '../../../texts/texts.ts';
import type { Context } from '../../../usecases/context.ts';
import { showHome } from '../../../usecases/show-home.ts';
import { focusModal } from '../../views/modals/focus.ts';
import { leaveModal } from '../../views/modals/leave.ts';
import { settingsModal } from '../../views/modals/settings.ts';
import { openModal } from '../open-modal.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import { whoActed } from '../who-acted.ts';
import type { PublishHome } from './publish-home.ts';
import type { HomeTap } from './tapped-home.ts';

type MemberHome = Extract<Awaited<ReturnType<typeof showHome>>, { kind: 'member' }>;

/** What a form of Home looks like for its member; undefined where it is not for them. */
type HomeForm = (
  home: MemberHome,
  texts: Texts,
  context: Context,
) => ReturnType<typeof settingsModal> | undefined;

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
  const { context, log } = parts;
  return async (tapped: HomeTap): Promise<void> => {
    await tapped.ack();
    const who = whoActed(tapped.body);
    const { client, body } = tapped;
    try {
      const home = await showHome(context, who);
      const view = home.kind === 'member' ? form(home, textsFor(home.locale), context) : undefined;
      if (home.kind !== 'member' || view === undefined) {
        await publishHome(client, who);
        return;
      }
      await openModal(parts, { client, triggerId: body.trigger_id, respond: undefined }, view, home.locale);
    } catch (error) {
      const reference = logWithReference(log, context.newId, error, 'open-form');
      await publishHome(client, { ...who, said: ({ refusal }) => refusal.notOpened(reference) });
    }
  };
}
