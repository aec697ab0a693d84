const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

/** What Tab stops at inside `node`, in its order. */
export function focusableIn(node) {
  return [...node.querySelectorAll(FOCUSABLE)].filter((one) => one.tabIndex >= 0 && one.checkVisibility());
}

/** Tab and Shift-Tab go round inside the dialog and never out of it. */
export function keepFocusIn(dialog) {
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Tab') return;
    const stops = focusableIn(dialog).filter(isStop);
    const [first, last] = [stops.at(0), stops.at(-1)];
    const [end, start] = event.shiftKey ? [first, last] : [last, first];
    const at = document.activeElement;
    const isBeforeAll = event.shiftKey && comesBefore(at, first);
    if (at !== end && !isBeforeAll && dialog.contains(at)) return;
    event.preventDefault();
    start.focus();
  });
}

/** As a heading may, which takes the focus and is no stop. */
function comesBefore(node, other) {
  return Boolean(node.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** Of radio buttons that belong together Tab stops at the chosen one, or at the first. */
function isStop(node, _index, all) {
  if (node.type !== 'radio') return true;
  const group = all.filter(({ type, name }) => type === 'radio' && name === node.name);
  return node === (group.find(({ checked }) => checked) ?? group[0]);
}

/** How to find the focused control again after it was drawn anew, with the selection of a text; else nothing. */
export function focusIn(container) {
  const at = document.activeElement;
  const control = container.contains(at) ? at.closest('[data-action-id]') : null;
  if (control === null) return undefined;
  return { control, selector: selectorOf(control), selection: selectionOf(control) };
}

/** What finds a control, a block or a message again after it was drawn anew. */
export function selectorOf(node) {
  const { actionId, blockId, value } = node.dataset;
  const message = node.parentElement.closest('[data-ts]');
  return (
    (message ? `${attribute('data-ts', message.dataset.ts)} ` : '') +
    attribute('data-ts', node.dataset.ts) +
    attribute('data-action-id', actionId) +
    attribute('data-block-id', blockId) +
    attribute('data-value', value)
  );
}

/** Puts the focus back where it was, if drawing took it away. */
export function restoreFocus(container, place) {
  if (place === undefined || document.activeElement === place.control) return;
  const control = container.querySelector(place.selector);
  control?.focus({ preventScroll: true });
  if (place.selection && control?.value === place.selection.value) {
    control.setSelectionRange(place.selection.start, place.selection.end);
  }
}

function selectionOf(control) {
  const isText = control.tagName === 'TEXTAREA' || (control.tagName === 'INPUT' && control.type === 'text');
  if (!isText) return undefined;
  return { value: control.value, start: control.selectionStart, end: control.selectionEnd };
}

function attribute(name, value) {
  return value === undefined ? '' : `[${name}="${CSS.escape(value)}"]`;
}
