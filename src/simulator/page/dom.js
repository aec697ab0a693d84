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
