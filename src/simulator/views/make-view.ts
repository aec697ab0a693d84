import { withBlockIds } from '../block-ids.ts';
import type { Slack } from '../slack.ts';
import type { StoredView } from '../state/view.ts';
import type { ViewDefinition } from './view-definition.ts';

/** Slack gives a Home tab this title, which nobody sees. */
const HOME_TITLE = { type: 'plain_text', text: 'View Title', emoji: true } as const;

/** A new view, or the new version of the one whose `id` is given; `below` is the view it is pushed onto. */
export function makeView(
  slack: Slack,
  definition: ViewDefinition,
  { id = `V${slack.newId()}`, below }: { id?: string; below?: StoredView | undefined } = {},
): StoredView {
  const { team, bot } = slack.options;
  const isModal = definition.type === 'modal';
  return {
    id,
    team_id: team.id,
    type: definition.type,
    blocks: withBlockIds(definition.blocks, slack.newId),
    private_metadata: definition.private_metadata,
    callback_id: definition.callback_id,
    external_id: definition.external_id,
    title: isModal ? definition.title : HOME_TITLE,
    submit: (isModal && definition.submit) || null,
    close: (isModal && definition.close) || null,
    ...(isModal && definition.submit_disabled !== undefined
      ? { submit_disabled: definition.submit_disabled }
      : {}),
    clear_on_close: isModal && definition.clear_on_close,
    notify_on_close: isModal && definition.notify_on_close,
    hash: newHash(slack),
    root_view_id: below?.root_view_id ?? id,
    previous_view_id: below?.id ?? null,
    app_id: bot.appId,
    app_installed_team_id: team.id,
    bot_id: bot.botId,
  };
}

/** The next version of a view: its id and its place in the stack stay. */
export function renewView(slack: Slack, old: StoredView, definition: ViewDefinition): StoredView {
  const { root_view_id, previous_view_id } = old;
  return { ...makeView(slack, definition, { id: old.id }), root_view_id, previous_view_id };
}

function newHash(slack: Slack): string {
  const seconds = Math.floor(slack.options.now().getTime() / 1_000);
  return `${seconds}.${slack.newId().slice(0, 8).toLowerCase()}`;
}
