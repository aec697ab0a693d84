/**
 * The list of a field that offers something, as in https://www.w3.org/WAI/ARIA/apg/patterns/combobox/: the focus stays
 * in the field, which says at which option of the list it points.
 */
export function pointedAt({ input, list }) {
  return optionNodes(list).findIndex(({ id }) => id === input.getAttribute('aria-activedescendant'));
}

/** Points at an option by its number; past an end it goes on at the other. */
export function point({ input, list }, wanted) {
  const nodes = optionNodes(list);
  const to = nodes.at(wanted % nodes.length);
  for (const node of nodes) node.classList.toggle('pointed', node === to);
  if (!to) return;
  input.setAttribute('aria-activedescendant', to.id);
  to.scrollIntoView({ block: 'nearest' });
}

export function openList({ input, list }) {
  list.hidden = false;
  input.setAttribute('aria-expanded', 'true');
  point({ input, list }, 0);
}

export function closeList({ input, list }) {
  list.hidden = true;
  input.setAttribute('aria-expanded', 'false');
  input.removeAttribute('aria-activedescendant');
}

function optionNodes(list) {
  return [...list.querySelectorAll('[role="option"]')];
}
