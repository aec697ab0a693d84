/**
 * Makes an element. Strings become text nodes, so that nothing anybody wrote is ever read as HTML. Attributes
 * that are `undefined` or `false` are left out.
 */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) node.setAttribute(name, value === true ? '' : String(value));
  }
  node.append(...children.flat().filter((child) => child !== undefined));
  return node;
}

export function byId(id) {
  return document.getElementById(id);
}

/** Makes these the children. Those that stay are not moved, so that focus, typing and open lists are left alone. */
export function putChildren(parent, nodes) {
  const wanted = new Set(nodes);
  const gone = Array.from(parent.childNodes).filter((child) => !wanted.has(child));
  for (const child of gone) child.remove();
  for (const [index, node] of nodes.entries()) {
    if (parent.childNodes[index] !== node) parent.insertBefore(node, parent.childNodes[index] ?? null);
  }
}

let ids = 0;

/** An id that no other element of the page has. */
export function newId(kind) {
  ids += 1;
  return `${kind}-${ids}`;
}
