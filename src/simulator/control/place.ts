import type { Surface } from '../app/surface.ts';
import { findChannel } from '../channels.ts';
import { channelOf } from '../conversations.ts';
import { HttpError } from '../http/http-error.ts';
import type { SimulatedChannel } from '../options.ts';
import type { Slack } from '../slack.ts';
import type { StoredView } from '../state/view.ts';

/** Where a control call says something happens: a message by `ts`, or `home`, `modal` or a view's id. */
export interface Place {
  readonly user: string;
  readonly ts?: string | undefined;
  readonly view?: string | undefined;
  /** Which of the person's clients; scripts have no name. */
  readonly client?: string | undefined;
}

/** Finds it, also what only a hostile client could name. 404 where it is not. */
export function requireSurface(slack: Slack, place: Place): Surface {
  const { user, view } = place;
  if (view !== undefined) return { kind: 'view', user, view: requireView(slack, place, view) };
  if (place.ts === undefined) throw new HttpError(400, 'Say where: "ts" of a message, or "view".');
  return messageSurface(slack, user, place.ts);
}

/** The message with this `ts` in the person's own DM, or wherever it is. */
function messageSurface(slack: Slack, user: string, ts: string): Surface {
  const channels = [channelOf(user), ...slack.store.conversations().map(({ channel }) => channel)];
  for (const channel of channels) {
    const message = slack.store.message(channel, ts);
    if (message !== undefined) return { kind: 'message', user, channel, message };
  }
  throw new HttpError(404, `Nobody has a message ${ts}.`);
}

function requireView(slack: Slack, { user, client }: Place, name: string): StoredView {
  if (name === 'home') {
    const home = slack.store.home(user);
    if (home === undefined) throw new HttpError(404, 'The app has published no Home tab for this person.');
    return home;
  }
  if (name === 'modal') {
    const top = slack.modals.seenBy({ user, client }).at(-1);
    if (top === undefined) throw new HttpError(404, 'This person has no modal open.');
    return top.view;
  }
  const home = slack.store.home(user);
  const view = home?.id === name ? home : slack.modals.lastSeen(name)?.view;
  if (view === undefined) throw new HttpError(404, `There is no view ${name}.`);
  return view;
}

/** A channel of the workspace; 404 where there is none with this id. */
export function requireChannel(slack: Slack, id: string): SimulatedChannel {
  const channel = findChannel(slack, id);
  if (channel === undefined) throw new HttpError(404, `There is no channel ${id}.`);
  return channel;
}
