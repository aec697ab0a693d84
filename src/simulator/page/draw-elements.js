import { element } from './dom.js';
import { decode } from './parse-mrkdwn.js';

/** An interactive element of a block. A tap is told to `view.onTap` and shown as pending meanwhile. */
export function drawElement(given, block, view) {
  if (given.type === 'image') return drawImage(given);
  if (given.type === 'button') return drawButton(given, block, view);
  if (Array.isArray(given.options)) return drawSelect(given, block, view);
  return element('span', { class: 'unknown' }, view.words.unknownBlock(given.type));
}

export function drawImage({ image_url, alt_text }) {
  return image_url
    ? element('img', { src: image_url, alt: alt_text, loading: 'lazy', referrerpolicy: 'no-referrer' })
    : element('span', { class: 'unknown' }, alt_text);
}

function drawButton(given, block, view) {
  if (given.url) {
    return element(
      'a',
      { class: 'button', href: given.url, target: '_blank', rel: 'noopener noreferrer' },
      decode(given.text.text),
    );
  }
  const button = element(
    'button',
    {
      type: 'button',
      class: given.style,
      'aria-label': given.accessibility_label,
      ...names(given, block),
      'data-value': given.value,
    },
    decode(given.text.text),
  );
  button.addEventListener('click', () => tapOn(button, { ...tapOf(given, block), value: given.value }, view));
  return button;
}

function drawSelect(given, block, view) {
  const label = given.placeholder?.text ?? '';
  const select = element(
    'select',
    { 'aria-label': label, ...names(given, block) },
    element('option', { value: '' }, label || '…'),
    ...given.options.map((option) =>
      element(
        'option',
        { value: option.value, selected: option.value === given.initial_option?.value },
        decode(option.text.text),
      ),
    ),
  );
  select.addEventListener('change', () => {
    if (select.value !== '') void tapOn(select, { ...tapOf(given, block), value: select.value }, view);
  });
  return select;
}

function names(given, block) {
  return { 'data-action-id': given.action_id, 'data-block-id': block.block_id };
}

function tapOf(given, block) {
  return { action_id: given.action_id, block_id: block.block_id };
}

/** Buttons stay focusable while pending, so that a keyboard does not lose its place. */
async function tapOn(control, tap, view) {
  if (control.getAttribute('aria-busy') === 'true') return;
  control.setAttribute('aria-busy', 'true');
  control.parentElement.querySelector('.tap-trouble')?.remove();
  const trouble = await view.onTap(tap);
  control.removeAttribute('aria-busy');
  if (trouble !== undefined) {
    control.after(element('span', { class: 'tap-trouble', role: 'alert' }, `⚠ ${trouble}`));
  }
}
