import { element } from './dom.js';
import { drawRichText } from './draw-rich-text.js';

/** Slack's own default of a `data_table`. */
const PAGE_SIZE = 5;

/**
 * `table` and `data_table`: the first row is the header. Wide ones scroll on their own, and show that there is more.
 * A `data_table` has pages, and a column that names its rows.
 */
export function drawTable(block, words) {
  const [header = [], ...rows] = block.rows;
  const isData = block.type === 'data_table';
  const rowHeader = isData ? (block.row_header_column_index ?? 0) : -1;
  const body = element(
    'tbody',
    {},
    ...rows.map((row) =>
      element(
        'tr',
        {},
        ...row.map((content, column) =>
          column === rowHeader
            ? drawCell('th', content, column, block, 'row')
            : drawCell('td', content, column, block),
        ),
      ),
    ),
  );
  const table = element(
    'table',
    {},
    ...(block.caption ? [element('caption', {}, block.caption)] : []),
    element(
      'thead',
      {},
      element('tr', {}, ...header.map((content, column) => drawCell('th', content, column, block, 'col'))),
    ),
    body,
  );
  const frame = drawFrame(table, block.caption ?? words.table);
  const pageSize = isData ? (block.page_size ?? PAGE_SIZE) : rows.length;
  if (rows.length <= pageSize) return frame;
  return element('div', { class: 'paged-table' }, frame, drawPager([...body.children], pageSize, words));
}

function drawCell(tag, content, column, block, scope) {
  const align = block.column_settings?.[column]?.align ?? (isNumeric(block, column) ? 'right' : 'left');
  const wraps = block.column_settings?.[column]?.is_wrapped ?? isWordy(block, column);
  return element(
    tag,
    { class: `align-${align}${wraps ? ' wraps' : ''}`, scope },
    content.type === 'rich_text' ? drawRichText(content) : contentOf(content),
  );
}

/** A `data_table` says nothing of its columns: numbers stand right, also those written as texts (`11/12`, `−1.0`, `–`). */
function isNumeric({ type, rows }, column) {
  const cells = rows.slice(1).map((row) => row[column]);
  return (
    type === 'data_table' &&
    cells.some((cell) => isNumber(cell)) &&
    cells.every((cell) => isNumber(cell) || (cell.type === 'raw_text' && /^[-–—]$/.test(cell.text)))
  );
}

function isNumber({ type, text }) {
  return type === 'raw_number' || (type === 'raw_text' && /^[-−+]?\d[\d.,/]*\s?%?$/.test(text));
}

/** A `data_table` breaks lines, in columns that have something to break. */
function isWordy({ type, rows }, column) {
  return (
    type === 'data_table' &&
    rows.some((row) => row[column].type === 'rich_text' || contentOf(row[column]).length > SHORT)
  );
}

/** As many characters as any column has room for. */
const SHORT = 8;

function contentOf(content) {
  return content.type === 'raw_number' ? String(content.text ?? content.value) : content.text;
}

function drawFrame(table, label) {
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

/** So many rows at a time, and two buttons to the others. */
function drawPager(rows, pageSize, words) {
  let from = 0;
  const status = element('span', { role: 'status' });
  const previous = element(
    'button',
    { type: 'button', class: 'icon', 'aria-label': words.previousRows },
    '‹',
  );
  const next = element('button', { type: 'button', class: 'icon', 'aria-label': words.nextRows }, '›');
  const turnTo = (start) => {
    from = start;
    const to = Math.min(from + pageSize, rows.length);
    for (const [index, row] of rows.entries()) row.hidden = index < from || index >= to;
    status.textContent = words.rows(from + 1, to, rows.length);
    // They keep the focus at the ends, so that a keyboard does not lose its place.
    previous.setAttribute('aria-disabled', String(from === 0));
    next.setAttribute('aria-disabled', String(to === rows.length));
  };
  previous.addEventListener('click', () => from > 0 && turnTo(from - pageSize));
  next.addEventListener('click', () => from + pageSize < rows.length && turnTo(from + pageSize));
  turnTo(0);
  return element('div', { class: 'pager' }, previous, status, next);
}
