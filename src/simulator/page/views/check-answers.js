import { initialState, isEmpty } from '../elements/state.js';

/**
 * What Slack's client refuses before it sends a form: `{block_id: sentence}`, empty where all is well. `stateOf`
 * tells what is chosen and typed.
 */
export function wrongAnswers(blocks, stateOf, words) {
  const wrong = blocks
    .filter(({ type }) => type === 'input')
    .map(({ block_id, element, optional }) => {
      const state = stateOf(block_id, element.action_id) ?? initialState(element);
      if (isEmpty(state)) return [block_id, optional ? undefined : words.required];
      return [block_id, typeof state.value === 'string' ? wrongText(state.value, element, words) : undefined];
    })
    .filter(([, sentence]) => sentence !== undefined);
  return Object.fromEntries(wrong);
}

function wrongText(text, { type, min_length, max_length, ...element }, words) {
  if (min_length !== undefined && text.length < min_length) return words.tooShort(min_length);
  if (max_length !== undefined && text.length > max_length) return words.tooLong(max_length);
  if (type === 'number_input') return wrongNumber(text, element, words);
  if (type === 'email_text_input' && !EMAIL.test(text.trim())) return words.notAnAddress;
  if (type === 'url_text_input') return wrongLink(text.trim(), words);
  return undefined;
}

/** As zod has it, which the simulated Slack asks: what passes here must not be refused there. */
const EMAIL =
  /^(?:[A-Za-z0-9_'+-]+\.)*[A-Za-z0-9_'+-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;

/**
 * Chromium takes a host with a space in it, which the standard forbids:
 * https://url.spec.whatwg.org/#forbidden-host-code-point.
 */
const WITH_HOST = /^https?:\/\/[^\s<>^|%/?#]+(?:[/?#]|$)/i;

function wrongLink(text, words) {
  if (!/^https?:\/\/[^\s/]/i.test(text)) return words.notALink;
  return WITH_HOST.test(text) && URL.canParse(text) ? undefined : words.brokenLink;
}

function wrongNumber(text, { is_decimal_allowed, min_value, max_value }, words) {
  const pattern = is_decimal_allowed ? /^[-+]?\d+(?:\.\d+)?$/ : /^[-+]?\d+$/;
  if (!pattern.test(text.trim())) return is_decimal_allowed ? words.notANumber : words.notAWholeNumber;
  const number = Number(text);
  if (min_value !== undefined && number < Number(min_value)) return words.tooSmall(min_value);
  if (max_value !== undefined && number > Number(max_value)) return words.tooLarge(max_value);
  return undefined;
}
