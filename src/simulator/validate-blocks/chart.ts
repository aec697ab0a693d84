import { z } from 'zod';
import { LIMITS } from '../../slack/blocks/limits.ts';
import { BlockId } from './composition.ts';

const Label = z.string().min(1).max(LIMITS.chart.label);
const AxisLabel = z.string().min(1).max(LIMITS.chart.axisLabel).optional();

const Pie = z.looseObject({
  type: z.literal('pie'),
  segments: z
    .array(z.looseObject({ label: Label, value: z.number() }))
    .min(1)
    .max(LIMITS.chart.series),
});

const Axes = z.looseObject({
  categories: z.array(Label).min(1),
  x_label: AxisLabel,
  y_label: AxisLabel,
});

function plotted<const Type extends string>(type: Type) {
  return z
    .looseObject({
      type: z.literal(type),
      series: z
        .array(
          z.looseObject({ name: Label, data: z.array(z.looseObject({ label: Label, value: z.number() })) }),
        )
        .min(1)
        .max(LIMITS.chart.series),
      axis_config: Axes,
    })
    .refine(
      ({ series }) => new Set(series.map(({ name }) => name)).size === series.length,
      'series names must be unique',
    )
    .refine(
      ({ series, axis_config }) =>
        series.every(({ data }) => data.every(({ label }) => axis_config.categories.includes(label))),
      'labels must match the categories',
    );
}

/** https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
export const Chart = z.strictObject({
  type: z.literal('data_visualization'),
  block_id: BlockId,
  title: z.string().min(1).max(LIMITS.chart.title),
  chart: z.discriminatedUnion('type', [Pie, plotted('bar'), plotted('area'), plotted('line')]),
});
