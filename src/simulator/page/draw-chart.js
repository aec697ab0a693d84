import { element } from './dom.js';

/** A `data_visualization` block, drawn as bars whatever its kind: the figures matter here, not the shape. */
export function drawChart({ title, chart }) {
  const series = chart.series ?? [{ name: '', data: chart.segments ?? [] }];
  const greatest = Math.max(1, ...series.flatMap(({ data }) => data.map(({ value }) => Math.abs(value))));
  return element(
    'figure',
    { class: 'chart' },
    element('figcaption', {}, title),
    ...series.map(({ name, data }) =>
      element(
        'div',
        { class: 'series' },
        ...(name ? [element('p', {}, name)] : []),
        element('dl', {}, ...data.map((point) => drawPoint(point, greatest))),
      ),
    ),
  );
}

function drawPoint({ label, value }, greatest) {
  const bar = element('span', { class: 'bar', 'aria-hidden': 'true' });
  bar.style.inlineSize = `${(Math.abs(value) / greatest) * 100}%`;
  return element(
    'div',
    {},
    element('dt', {}, label),
    element('dd', {}, element('span', { class: 'track' }, bar), element('span', {}, String(value))),
  );
}
