import { element, newId } from '../dom.js';
import { drawElement } from '../elements/draw-element.js';
import { decode } from '../parse-mrkdwn.js';

/** Elements that are several controls: their label names the group and belongs to none of them. */
const GROUPS = ['checkboxes', 'radio_buttons'];

/** An `input` block: a label, a control, a hint, and a place for what is wrong with it. */
export function drawInput(block, view) {
  const [controlId, labelId, hintId, errorId] = ['control', 'label', 'hint', 'error'].map(newId);
  const label = [
    decode(block.label.text),
    ...(block.optional ? [element('span', { class: 'optional' }, view.words.optional)] : []),
  ];
  const isGroup = GROUPS.includes(block.element.type);
  const field = {
    controlId,
    labelId,
    describedBy: block.hint ? `${hintId} ${errorId}` : errorId,
    required: !block.optional,
  };
  return element(
    'div',
    { class: 'input' },
    isGroup
      ? element('div', { class: 'label', id: labelId }, label)
      : element('label', { class: 'label', id: labelId, for: controlId }, label),
    drawElement(block.element, block, view, field),
    ...(block.hint ? [element('p', { class: 'description', id: hintId }, decode(block.hint.text))] : []),
    element('p', { class: 'field-error', id: errorId }),
  );
}
