import { channelName } from '../channels.ts';
import type { Slack } from '../slack.ts';
import type { StoredBlock, StoredMessage } from '../state/message.ts';
import type { StoredView } from '../state/view.ts';
import { messageSurface, viewSurface } from '../views/chosen.ts';
import { shownView } from '../views/shown-view.ts';
import { stateOf } from '../views/state-values.ts';
import { shownMessage } from './shown-message.ts';

/** Where an interactive element stands: in a message as one person sees it, or in a view. */
export type Surface =
  | { readonly kind: 'view'; readonly user: string; readonly view: StoredView }
  | {
      readonly kind: 'message';
      readonly user: string;
      readonly channel: string;
      readonly message: StoredMessage;
    };

/** Under which name it is remembered what was chosen there. */
export function surfaceKey(surface: Surface): string {
  return surface.kind === 'view'
    ? viewSurface(surface.user, surface.view.id)
    : messageSurface(surface.user, surface.channel, surface.message.ts);
}

export function blocksOn(surface: Surface): readonly StoredBlock[] {
  return (surface.kind === 'view' ? surface.view.blocks : surface.message.blocks) ?? [];
}

/** Where it happened, as payloads say it. */
export function containerPayload(slack: Slack, surface: Surface): Record<string, unknown> {
  if (surface.kind === 'view') {
    return {
      container: { type: 'view', view_id: surface.view.id },
      view: shownView(slack, surface.user, surface.view),
    };
  }
  const { channel, message } = surface;
  const isEphemeral = message.ephemeral_for !== undefined;
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel,
      is_ephemeral: isEphemeral,
    },
    channel: { id: channel, name: channelName(slack, channel) },
    // Slack does not keep ephemeral messages, so it has none to send along.
    ...(isEphemeral ? {} : { message: shownMessage(slack, message, true) }),
    state: { values: stateOf(blocksOn(surface), slack.chosen.in(surfaceKey(surface))) },
  };
}
