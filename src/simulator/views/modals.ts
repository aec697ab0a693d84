import type { ViewRecord } from '../record.ts';
import type { StoredView } from '../state/view.ts';

/**
 * Somebody's Slack on one device: a modal is on the client whose trigger opened it, and on no other of that person.
 * The browser's pages have names; scripts are together the one without.
 */
export interface Client {
  readonly user: string;
  readonly client: string | undefined;
}

export interface Modal extends Client {
  readonly view: StoredView;
  /** By `block_id`: what the last submission was answered with. */
  readonly errors?: Readonly<Record<string, string>>;
}

/** The modals people have open. They end with the process, as a client's do when it is closed. */
export interface Modals {
  /** Of one client, root first, the one that is seen last. */
  stackOf(client: Client): readonly Modal[];
  /**
   * What a client shows: its own, or, where it has none, what a script opened, which has no window of its own. A
   * script sees what was opened last, wherever that was.
   */
  seenBy(client: Client): readonly Modal[];
  /** On all clients of a person, those of the newest last. */
  allOf(user: string): readonly Modal[];
  isOpen(viewId: string): boolean;
  /** Open or not, as it was seen last. */
  lastSeen(viewId: string): Modal | undefined;
  withExternalId(externalId: string): Modal | undefined;
  /**
   * A new root. What was open before is gone: a client shows one modal at a time. Slack does not promise what happens
   * then (https://github.com/slackapi/bolt-js/issues/1827), it recommends pushing instead.
   */
  open(client: Client, view: StoredView): void;
  push(client: Client, view: StoredView): void;
  update(view: StoredView): void;
  showErrors(viewId: string, errors: Readonly<Record<string, string>>): void;
  /** Of a view whose last submission was taken. */
  forgetErrors(viewId: string): void;
  close(viewId: string): void;
  clear(client: Client): void;
}

/** A view that was closed is remembered this long: somebody's other device may still show it. */
const REMEMBERED = 1_000;

export function createModals(happened: (record: ViewRecord) => void): Modals {
  const seen = new Map<string, Modal>();
  /** By client; the one on which something was opened last is the last. */
  const stacks = new Map<string, { readonly user: string; readonly ids: readonly string[] }>();

  const idsOf = (client: Client) => stacks.get(keyOf(client))?.ids ?? [];
  const isOpen = (id: string) => {
    const modal = seen.get(id);
    return modal !== undefined && idsOf(modal).includes(id);
  };
  const see = (modal: Modal) => {
    seen.delete(modal.view.id);
    seen.set(modal.view.id, modal);
    const oldest = seen.size > REMEMBERED ? [...seen.keys()].find((id) => !isOpen(id)) : undefined;
    if (oldest !== undefined) seen.delete(oldest);
  };
  const add = ({ user, client }: Client, view: StoredView) => {
    const ids = [...idsOf({ user, client }), view.id];
    stacks.delete(keyOf({ user, client }));
    stacks.set(keyOf({ user, client }), { user, ids });
    see({ user, client, view });
  };
  const modalsIn = (ids: readonly string[]) => ids.flatMap((id) => seen.get(id) ?? []);
  const stacksOf = (user: string) =>
    [...stacks.values()].filter((stack) => stack.user === user && stack.ids.length > 0);
  const close = (client: Client, viewId: string) => {
    const ids = idsOf(client).filter((id) => id !== viewId);
    if (ids.length > 0) stacks.set(keyOf(client), { user: client.user, ids });
    else stacks.delete(keyOf(client));
    happened({ kind: 'view-closed', user: client.user, view_id: viewId });
  };
  const clear = (client: Client) => {
    for (const id of idsOf(client).toReversed()) close(client, id);
  };

  return {
    stackOf: (client) => modalsIn(idsOf(client)),
    seenBy: ({ user, client }) => {
      if (client === undefined) return modalsIn(stacksOf(user).at(-1)?.ids ?? []);
      const own = idsOf({ user, client });
      return modalsIn(own.length > 0 ? own : idsOf({ user, client: undefined }));
    },
    allOf: (user) => stacksOf(user).flatMap(({ ids }) => modalsIn(ids)),
    isOpen,
    lastSeen: (id) => seen.get(id),
    withExternalId: (externalId) =>
      [...stacks.values()]
        .flatMap(({ ids }) => modalsIn(ids))
        .find(({ view }) => view.external_id === externalId),
    open: (client, view) => {
      clear(client);
      add(client, view);
      happened({ kind: 'view-opened', user: client.user, view });
    },
    push: (client, view) => {
      add(client, view);
      happened({ kind: 'view-pushed', user: client.user, view });
    },
    update: (view) => {
      const modal = seen.get(view.id);
      if (modal === undefined) return;
      see({ user: modal.user, client: modal.client, view });
      happened({ kind: 'view-updated', user: modal.user, view });
    },
    showErrors: (viewId, errors) => {
      const modal = seen.get(viewId);
      if (modal === undefined) return;
      see({ ...modal, errors });
      happened({ kind: 'view-errors', user: modal.user, view_id: viewId, errors });
    },
    forgetErrors: (viewId) => {
      const modal = seen.get(viewId);
      if (modal?.errors !== undefined) see({ user: modal.user, client: modal.client, view: modal.view });
    },
    close: (viewId) => {
      const modal = seen.get(viewId);
      if (modal !== undefined && isOpen(viewId)) close(modal, viewId);
    },
    clear,
  };
}

function keyOf({ user, client }: Client): string {
  return JSON.stringify([user, client ?? null]);
}
