import { element } from './dom.js';
import { drawRichText } from './draw-rich-text.js';

/** `table` and `data_table`: the first row is the header. Wide ones scroll on their own, and show that there is more. */
export function drawTable(block, words) {
  const [header = [], ...rows] = block.rows;
  const alignOf = (column) => block.column_settings?.[column]?.align ?? 'left';
  const wraps = (column) => block.column_settings?.[column]?.is_wrapped ?? block.type === 'data_table';
  const cell = (tag) => (content, column) =>
    element(
      tag,
      {
        class: `align-${alignOf(column)}${wraps(column) ? ' wraps' : ''}`,
        scope: tag === 'th' ? 'col' : undefined,
      },
      drawCell(content),
    );
  const table = element(
    'table',
    {},
    ...(block.caption ? [element('caption', {}, block.caption)] : []),
    element('thead', {}, element('tr', {}, ...header.map(cell('th')))),
    element('tbody', {}, ...rows.map((row) => element('tr', {}, ...row.map(cell('td'))))),
  );
  const label = block.caption ?? words.table;
  const scroller = element(
    'div',
    { class: 'table', tabindex: 0, role: 'region', 'aria-label': label },
    table,
  );
  const frame = element('div', { class: 'table-frame' }, scroller);
  const mark = () => {
    const hidden = scroller.scrollWidth - scroller.clientWidth - scroller.scrollLeft;
    frame.classList.toggle('has-more', hidden > 1);
  };
  scroller.addEventListener('scroll', mark, { passive: true });
  new ResizeObserver(mark).observe(scroller);
  return frame;
}

function drawCell(content) {
  if (content.type === 'rich_text') return drawRichText(content);
  return content.type === 'raw_number' ? String(content.text ?? content.value) : content.text;
}
