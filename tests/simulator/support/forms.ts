import type { HomeView, InputBlock, KnownBlock, ModalView, PlainTextElement } from '@slack/types';

export function plain(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: true };
}

export function option(value: string, text = value) {
  return { text: plain(text), value };
}

export function modal(title: string, blocks: KnownBlock[], given: Partial<ModalView> = {}): ModalView {
  return { type: 'modal', callback_id: 'form', title: plain(title), submit: plain('Save'), blocks, ...given };
}

export function home(...blocks: KnownBlock[]): HomeView {
  return { type: 'home', blocks };
}

/** An input block whose element is called as the block. */
export function input(
  blockId: string,
  element: InputBlock['element'],
  given: Partial<InputBlock> = {},
): InputBlock {
  return {
    type: 'input',
    block_id: blockId,
    label: plain(`Label of ${blockId}`),
    element: { ...element, action_id: blockId },
    ...given,
  };
}

export function textInput(blockId: string, given: Partial<InputBlock> = {}, maxLength?: number): InputBlock {
  const limit = maxLength === undefined ? {} : { max_length: maxLength };
  return input(blockId, { type: 'plain_text_input', multiline: true, ...limit }, given);
}

export function radios(
  blockId: string,
  values: readonly string[],
  given: Partial<InputBlock> = {},
): InputBlock {
  return input(blockId, { type: 'radio_buttons', options: values.map((value) => option(value)) }, given);
}
