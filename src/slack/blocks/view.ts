import type { HomeView, ModalView } from '@slack/types';
import { type Block, plainText } from './build.ts';
import { LIMITS } from './limits.ts';

export type { HomeView, ModalView };

/** A modal; with `submit` it is a form, without it something to read. */
export function modal(options: {
  readonly callbackId: string;
  readonly title: string;
  readonly close: string;
  readonly submit?: string;
  /** What the form is about and shows; it proves nothing, and holds nothing that its person may not see. */
  readonly privateMetadata?: string;
  readonly blocks: readonly Block[];
}): ModalView {
  return {
    type: 'modal',
    callback_id: options.callbackId,
    title: plainText(options.title, LIMITS.modal.title),
    close: plainText(options.close, LIMITS.modal.close),
    ...(options.submit === undefined ? {} : { submit: plainText(options.submit, LIMITS.modal.submit) }),
    ...(options.privateMetadata === undefined ? {} : { private_metadata: options.privateMetadata }),
    blocks: options.blocks.slice(0, LIMITS.modal.blocks),
  };
}

/** The Home tab. */
export function home(blocks: readonly Block[]): HomeView {
  return { type: 'home', blocks: blocks.slice(0, LIMITS.home.blocks) };
}
