import { byId, putChildren } from '../dom.js';
import { elementsOf } from '../elements/state.js';
import { focusableIn, focusIn, keepFocusIn, restoreFocus } from '../focus.js';
import { decode } from '../parse-mrkdwn.js';
import { wrongAnswers } from './check-answers.js';
import { createForm } from './form.js';

/**
 * The person's open modals, of which one sees the top one. `page` sends `submit`, `close`, `tap` and `loadOptions`,
 * draws everything with `show`, and takes the focus with `focusElsewhere` when nothing else can have it back.
 */
export function createModal(page) {
  const dialog = byId('modal');
  const modal = { dialog, page, forms: new Map(), stack: [], errors: {}, isBusy: false };
  keepFocusIn(dialog);
  byId('modal-form').addEventListener('submit', (event) => {
    event.preventDefault();
    void submit(modal);
  });
  byId('modal-back').addEventListener('click', () => leave(modal, false));
  byId('modal-close').addEventListener('click', () => leave(modal, false));
  byId('modal-leave').addEventListener('click', () => leave(modal, true));
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit(modal);
    if (event.key !== 'Escape' || dialog.querySelector(':popover-open')) return;
    event.preventDefault();
    void leave(modal, false);
  });
  // A phone's way back.
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    void leave(modal, false);
  });
  return { show: (views, view) => show(modal, views, view) };
}

function show(modal, views, view) {
  const before = modal.stack.at(-1);
  const top = views.at(-1);
  modal.stack = views;
  modal.words = view.words;
  if (top === undefined) return hide(modal);
  const isOther = before?.id !== top.id;
  if (isOther && before !== undefined) noteWhere(modal, before);
  for (const id of modal.forms.keys()) if (!views.some((one) => one.id === id)) modal.forms.delete(id);
  if (!modal.dialog.open) {
    modal.opener = focusIn(document.body);
    modal.dialog.showModal();
  }
  drawFrame(top, views.length, view.words);
  const { form, where } = formOf(modal, top);
  form.show(top, {
    ...view,
    onTap: (tap) => modal.page.tap({ ...tap, view: top.id }),
    loadOptions: (asked) => modal.page.loadOptions({ ...asked, view: top.id }),
  });
  putChildren(byId('modal-body'), [form.root]);
  // Errors are those of one version of a view: what is drawn anew has been put right, or is said to be wrong again.
  const isSame = !isOther && before.hash === top.hash;
  if (!isSame || JSON.stringify(before.errors) !== JSON.stringify(top.errors)) {
    modal.errors = top.errors ?? {};
    say(summaryOf(modal));
  }
  form.showErrors(modal.errors);
  if (isOther) begin(top, form, where);
  else if (!modal.dialog.contains(document.activeElement)) focusStart(top, form);
}

function formOf(modal, { id }) {
  if (!modal.forms.has(id)) {
    const form = createForm(`modal ${id}`, (blockId) => mend(modal, blockId));
    modal.forms.set(id, { form, where: undefined });
  }
  return modal.forms.get(id);
}

/** Whoever comes back to this view finds it where it was left. */
function noteWhere(modal, { id }) {
  const left = modal.forms.get(id);
  if (left) left.where = { scrollTop: byId('modal-body').scrollTop, focus: modal.focus };
}

function drawFrame(top, depth, words) {
  byId('modal-title').textContent = decode(top.title.text);
  byId('modal-back').hidden = depth < 2;
  byId('modal-back').setAttribute('aria-label', words.back);
  byId('modal-leave').setAttribute('aria-label', depth < 2 ? words.close : words.closeAll);
  byId('modal-close').textContent = decode(top.close?.text ?? words.close);
  byId('modal-submit').hidden = !top.submit;
  byId('modal-submit').textContent = decode(top.submit?.text ?? '');
}

/** A view that was not on top before: from its start, or from where it was left. */
function begin(top, form, where) {
  byId('modal-body').scrollTop = where?.scrollTop ?? 0;
  restoreFocus(form.root, where?.focus);
  if (!form.root.contains(document.activeElement)) focusStart(top, form);
}

/** The control the app wants, else the first; on a phone that would bring up the keyboard over half the form. */
function focusStart(top, form) {
  const wanted = top.blocks
    .flatMap(elementsOf)
    .find(({ focus_on_load }) => focus_on_load === true)?.action_id;
  const control = wanted && form.root.querySelector(`[data-action-id="${CSS.escape(wanted)}"]`);
  const first = matchMedia('(pointer: fine)').matches ? focusableIn(form.root)[0] : undefined;
  (control || first || byId('modal-title')).focus({ preventScroll: !control });
}

function hide(modal) {
  if (!modal.dialog.open) return;
  modal.dialog.close();
  modal.forms.clear();
  putChildren(byId('modal-body'), []);
  if (document.activeElement === document.body) restoreFocus(document.body, modal.opener);
  if (document.activeElement === document.body) modal.page.focusElsewhere();
}

async function submit(modal) {
  const top = modal.stack.at(-1);
  if (modal.isBusy || !top?.submit) return;
  const { form } = formOf(modal, top);
  const wrong = wrongAnswers(top.blocks, form.stateOf, modal.words);
  if (Object.keys(wrong).length > 0) return refuse(modal, form, wrong);
  const { trouble, errors = {} } = await whileBusy(modal, () =>
    modal.page.submit({ view_id: top.id, values: form.values() }),
  );
  await modal.page.show();
  if (trouble !== undefined) say(trouble);
  else if (Object.keys(errors).length > 0) refuse(modal, form, errors);
}

/** Shows and says what is wrong, and puts the focus where it can be mended. */
function refuse(modal, form, errors) {
  modal.errors = errors;
  form.showErrors(errors);
  // The sentence takes room from the form, so it comes before the scrolling.
  say(summaryOf(modal));
  form.focusFirstError();
}

/** What is changed is not said to be wrong any longer. */
function mend(modal, blockId) {
  if (modal.errors[blockId] === undefined) return;
  const { [blockId]: _mended, ...others } = modal.errors;
  modal.errors = others;
  formOf(modal, modal.stack.at(-1)).form.showErrors(others);
  say(summaryOf(modal));
}

/** How much is wrong, with the sentences that have no input to stand at; nothing where nothing is. */
function summaryOf({ errors, stack, words }) {
  const count = Object.keys(errors).length;
  if (count === 0) return '';
  const shown = stack.at(-1)?.blocks.map(({ block_id }) => block_id) ?? [];
  const homeless = Object.keys(errors).filter((blockId) => !shown.includes(blockId));
  return [words.mend(count), ...homeless.map((blockId) => errors[blockId])].join(' ');
}

async function leave(modal, all) {
  if (modal.isBusy) return;
  const { trouble } = await whileBusy(modal, () => modal.page.close(all && modal.stack.length > 1));
  await modal.page.show();
  if (trouble !== undefined) say(trouble);
}

/** Nothing can be changed or sent again while something is under way; the focus stays in the dialog. */
async function whileBusy(modal, send) {
  const [button, body] = [byId('modal-submit'), byId('modal-body')];
  modal.focus = focusIn(body);
  modal.isBusy = true;
  say('');
  (button.hidden ? byId('modal-close') : button).focus();
  button.setAttribute('aria-busy', 'true');
  body.inert = true;
  try {
    return await send();
  } finally {
    modal.isBusy = false;
    button.removeAttribute('aria-busy');
    body.inert = false;
    restoreFocus(body, modal.focus);
  }
}

function say(sentence) {
  byId('modal-trouble').textContent = sentence;
}
