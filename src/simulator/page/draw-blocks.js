import { element } from './dom.js';
import { drawChart } from './draw-chart.js';
import { drawElement, drawImage } from './draw-elements.js';
import { drawRichText } from './draw-rich-text.js';
import { drawTable } from './draw-table.js';
import { drawText } from './draw-text.js';
import { decode } from './parse-mrkdwn.js';

const DRAW = {
  actions: (block, view) =>
    element('div', { class: 'actions' }, ...block.elements.map((given) => drawElement(given, block, view))),
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

function drawSection(block, view) {
  const fields = block.fields?.map((field) => drawText(field, 'text')) ?? [];
  return element(
    'div',
    { class: 'section' },
    element(
      'div',
      { class: 'section-body' },
      ...(block.text ? [drawText(block.text, 'text')] : []),
      ...(fields.length > 0 ? [element('div', { class: 'fields' }, ...fields)] : []),
    ),
    ...(block.accessory ? [drawElement(block.accessory, block, view)] : []),
  );
}
