import { element } from '../dom.js';
import { drawButton } from './button.js';
import { drawCheckboxes, drawRadioButtons } from './choices.js';
import { drawDate, drawDateAndTime, drawTime } from './dates-and-times.js';
import { drawOverflow } from './overflow.js';
import { drawExternalSelect, drawMultiSelect, drawPeopleSelect } from './searching-selects.js';
import { drawSelect } from './select.js';
import { drawTextInput } from './text-input.js';

const DRAW = {
  button: drawButton,
  checkboxes: drawCheckboxes,
  datepicker: drawDate,
  datetimepicker: drawDateAndTime,
  email_text_input: drawTextInput,
  external_select: drawExternalSelect,
  image: drawImage,
  multi_external_select: drawExternalSelect,
  multi_static_select: drawMultiSelect,
  multi_users_select: drawPeopleSelect,
  number_input: drawTextInput,
  overflow: drawOverflow,
  plain_text_input: drawTextInput,
  radio_buttons: drawRadioButtons,
  static_select: drawSelect,
  timepicker: drawTime,
  url_text_input: drawTextInput,
  users_select: drawPeopleSelect,
};

/**
 * An element of a block. `view` keeps what is chosen and tells the app; `field` is the label and the hint it
 * belongs to, where there are any.
 */
export function drawElement(given, block, view, field) {
  const draw = DRAW[given.type];
  return draw
    ? draw(given, block, view, field)
    : element('span', { class: 'unknown' }, view.words.unknownBlock(given.type));
}

export function drawImage({ image_url, alt_text }) {
  return image_url
    ? element('img', { src: image_url, alt: alt_text, loading: 'lazy', referrerpolicy: 'no-referrer' })
    : element('span', { class: 'unknown' }, alt_text);
}
