import { element, newId } from './dom.js';
import { drawChart } from './draw-chart.js';
import { drawRichText } from './draw-rich-text.js';
import { drawTable } from './draw-table.js';
import { drawText } from './draw-text.js';
import { drawElement, drawImage } from './elements/draw-element.js';
import { decode } from './parse-mrkdwn.js';
import { drawInput } from './views/draw-input.js';

const DRAW = {
  actions: (block, view) =>
    element('div', { class: 'actions' }, ...block.elements.map((given) => drawElement(given, block, view))),
  alert: drawAlert,
  context: (block) =>
    element(
      'div',
      { class: 'context' },
      ...block.elements.map((given) => (given.type === 'image' ? drawImage(given) : drawText(given, 'text'))),
    ),
  data_table: (block, view) => drawTable(block, view.words),
  data_visualization: (block) => drawChart(block),
  divider: () => element('hr'),
  header: (block) => element('h3', {}, decode(block.text.text)),
  image: (block) => element('figure', { class: 'image' }, drawImage(block)),
  input: drawInput,
  markdown: (block) => element('div', { class: 'text plain' }, block.text),
  rich_text: (block) => drawRichText(block),
  section: drawSection,
  table: (block, view) => drawTable(block, view.words),
};

/** A block as Slack would draw it, or a labelled grey box for one this page does not know. */
export function drawBlock(block, view) {
  const draw = DRAW[block.type];
  const drawn = draw
    ? draw(block, view)
    : element('p', { class: 'unknown' }, view.words.unknownBlock(block.type));
  drawn.dataset.blockId = block.block_id;
  drawn.classList.add('block');
  return drawn;
}

const ALERT_MARKS = { info: 'ℹ', warning: '⚠', error: '✕', success: '✓' };

function drawAlert({ level = 'default', text }) {
  return element(
    'div',
    { class: `alert ${level}`, role: 'note' },
    ...(ALERT_MARKS[level] ? [element('span', { 'aria-hidden': 'true' }, ALERT_MARKS[level])] : []),
    drawText(text, 'text'),
  );
}

function drawSection(block, view) {
  const fields = block.fields?.map((field) => drawText(field, 'text')) ?? [];
  const labelId = newId('label');
  return element(
    'div',
    { class: 'section' },
    element(
      'div',
      { class: 'section-body', id: labelId },
      ...(block.text ? [drawText(block.text, 'text')] : []),
      ...(fields.length > 0 ? [element('div', { class: 'fields' }, ...fields)] : []),
    ),
    ...(block.accessory ? [drawElement(block.accessory, block, view, { labelId })] : []),
  );
}
