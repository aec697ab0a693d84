import type { ViewRecord } from '../record.ts';
import type { StoredView } from '../state/view.ts';

export interface Modal {
  readonly user: string;
  readonly view: StoredView;
  /** By `block_id`: what the last submission was answered with. */
  readonly errors?: Readonly<Record<string, string>>;
}

/** The modals people have open. They end with the process, as a client's do when it is closed. */
export interface Modals {
  /** Root first, the one that is seen last. */
  stackOf(user: string): readonly Modal[];
  isOpen(viewId: string): boolean;
  /** Open or not, as it was seen last. */
  lastSeen(viewId: string): Modal | undefined;
  withExternalId(externalId: string): Modal | undefined;
  /**
   * A new root. What was open before is gone: a client shows one modal at a time. Slack does not promise what happens
   * then (https://github.com/slackapi/bolt-js/issues/1827), it recommends pushing instead.
   */
  open(user: string, view: StoredView): void;
  push(user: string, view: StoredView): void;
  update(view: StoredView): void;
  showErrors(viewId: string, errors: Readonly<Record<string, string>>): void;
  close(viewId: string): void;
  clear(user: string): void;
}

/** A view that was closed is remembered this long: somebody's other device may still show it. */
const REMEMBERED = 1_000;

export function createModals(happened: (record: ViewRecord) => void): Modals {
  const seen = new Map<string, Modal>();
  const stacks = new Map<string, readonly string[]>();

  const idsOf = (user: string) => stacks.get(user) ?? [];
  const isOpen = (id: string) => idsOf(seen.get(id)?.user ?? '').includes(id);
  const see = (modal: Modal) => {
    seen.delete(modal.view.id);
    seen.set(modal.view.id, modal);
    const oldest = seen.size > REMEMBERED ? [...seen.keys()].find((id) => !isOpen(id)) : undefined;
    if (oldest !== undefined) seen.delete(oldest);
  };
  const modalsOf = (user: string) => idsOf(user).flatMap((id) => seen.get(id) ?? []);
  const close = (user: string, viewId: string) => {
    stacks.set(
      user,
      idsOf(user).filter((id) => id !== viewId),
    );
    happened({ kind: 'view-closed', user, view_id: viewId });
  };
  const clear = (user: string) => {
    for (const id of idsOf(user).toReversed()) close(user, id);
  };

  return {
    stackOf: modalsOf,
    isOpen,
    lastSeen: (id) => seen.get(id),
    withExternalId: (externalId) =>
      [...stacks.keys()].flatMap(modalsOf).find(({ view }) => view.external_id === externalId),
    open: (user, view) => {
      clear(user);
      stacks.set(user, [view.id]);
      see({ user, view });
      happened({ kind: 'view-opened', user, view });
    },
    push: (user, view) => {
      stacks.set(user, [...idsOf(user), view.id]);
      see({ user, view });
      happened({ kind: 'view-pushed', user, view });
    },
    update: (view) => {
      const modal = seen.get(view.id);
      if (modal === undefined) return;
      see({ user: modal.user, view });
      happened({ kind: 'view-updated', user: modal.user, view });
    },
    showErrors: (viewId, errors) => {
      const modal = seen.get(viewId);
      if (modal === undefined) return;
      see({ user: modal.user, view: modal.view, errors });
      happened({ kind: 'view-errors', user: modal.user, view_id: viewId, errors });
    },
    close: (viewId) => {
      const modal = seen.get(viewId);
      if (modal !== undefined && isOpen(viewId)) close(modal.user, viewId);
    },
    clear,
  };
}
