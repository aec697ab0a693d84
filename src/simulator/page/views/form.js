import { element, putChildren } from '../dom.js';
import { drawBlock } from '../draw-blocks.js';
import { nameMentions } from '../draw-text.js';
import { focusableIn, focusIn, restoreFocus } from '../focus.js';
import { draftsOf } from './drafts.js';

/**
 * The blocks of a modal or a Home tab. A block that did not change is not drawn anew, and what was chosen and typed
 * stays: a redraw while somebody is typing is not noticed. `onChange` hears of the block in which something was.
 */
export function createForm(place, onChange = () => {}) {
  const drafts = draftsOf(place);
  const root = element('div', { class: 'form' });
  let drawn = new Map();
  let shown = { blocks: [], state: { values: {} } };
  const stateOf = (blockId, actionId) =>
    drafts.get(blockId, actionId) ?? shown.state?.values?.[blockId]?.[actionId];
  return {
    root,
    stateOf,
    values: drafts.values,
    show(given, view) {
      shown = given;
      drafts.keepOnly(given.blocks);
      const focus = focusIn(root);
      const formView = {
        ...view,
        stateOf,
        remember: (blockId, actionId, state) => {
          drafts.set(blockId, actionId, state);
          onChange(blockId);
        },
        onTap: (tap) => view.onTap({ ...tap, values: drafts.values() }),
      };
      drawn = new Map(
        given.blocks.map((block) => {
          // What another client chose is shown where nothing was chosen here.
          const kept = drafts.holds(block.block_id) ? undefined : given.state?.values?.[block.block_id];
          const said = JSON.stringify([block, kept, view.words.language]);
          const before = drawn.get(block.block_id);
          if (before?.said === said) return [block.block_id, before];
          const node = drawBlock(block, formView);
          nameMentions(node, view.nameOf);
          return [block.block_id, { said, node }];
        }),
      );
      putChildren(
        root,
        given.blocks.map(({ block_id }) => drawn.get(block_id).node),
      );
      restoreFocus(root, focus);
    },
    /** Shows each sentence under its input, and takes away those of before. */
    showErrors(errors) {
      for (const [blockId, { node }] of drawn) markError(node, errors[blockId]);
    },
    focusFirstError() {
      const invalid = root.querySelector('[aria-invalid="true"]');
      const control = invalid?.matches('[role$="group"]') ? focusableIn(invalid)[0] : invalid;
      control?.focus({ preventScroll: true });
      invalid?.closest('.block').scrollIntoView({ block: 'nearest' });
      // Of a long list of choices what is wrong with it stands at the end.
      invalid?.closest('.block').querySelector('.field-error').scrollIntoView({ block: 'nearest' });
    },
  };
}

function markError(node, sentence) {
  const place = node.querySelector('.field-error');
  if (place === null) return;
  place.textContent = sentence === undefined ? '' : sentence;
  for (const control of node.querySelectorAll('[data-control], select')) {
    if (sentence === undefined) control.removeAttribute('aria-invalid');
    else control.setAttribute('aria-invalid', 'true');
  }
}
