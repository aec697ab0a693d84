import { z } from 'zod';
import { type BLOCK_TYPES, LIMITS, type Surface } from '../../slack/blocks/limits.ts';
import { Chart } from './chart.ts';
import { BlockId, Image } from './composition.ts';
import { Accessory, ActionsElement, InputElement } from './elements.ts';
import { DataTable, Table } from './tables.ts';
import { anyText, markdownText, plainText } from './text.ts';

type BlockType = (typeof BLOCK_TYPES)[Surface][number];

const Section = z
  .strictObject({
    type: z.literal('section'),
    block_id: BlockId,
    text: anyText(LIMITS.section.text).optional(),
    fields: z.array(anyText(LIMITS.section.fieldText)).min(1).max(LIMITS.section.fields).optional(),
    accessory: Accessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine(
    ({ text, fields }) => text !== undefined || fields !== undefined,
    'must define either `text` or `fields`',
  );

const Header = z.strictObject({
  type: z.literal('header'),
  block_id: BlockId,
  text: plainText(LIMITS.header.text),
  level: z.number().int().min(1).max(6).optional(),
});

const Context = z.strictObject({
  type: z.literal('context'),
  block_id: BlockId,
  elements: z
    .array(
      z.discriminatedUnion('type', [
        plainText(LIMITS.context.text),
        markdownText(LIMITS.context.text),
        Image,
      ]),
    )
    .min(1)
    .max(LIMITS.context.elements),
});

const Actions = z.strictObject({
  type: z.literal('actions'),
  block_id: BlockId,
  elements: z.array(ActionsElement).min(1).max(LIMITS.actions.elements),
});

const Input = z.strictObject({
  type: z.literal('input'),
  block_id: BlockId,
  label: plainText(LIMITS.input.label),
  hint: plainText(LIMITS.input.hint).optional(),
  element: InputElement,
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
});

const ImageBlock = Image.extend({ title: plainText(LIMITS.image.altText).optional() }).refine(
  ({ image_url, slack_file }) => (image_url === undefined) !== (slack_file === undefined),
  'must define either `image_url` or `slack_file`',
);

/** Block types whose fields are not looked into. */
const Unchecked = z.looseObject({ type: z.string(), block_id: BlockId });

/** The shape of every block Slack knows: https://docs.slack.dev/reference/block-kit/blocks. */
export const BLOCK_SCHEMAS: Record<BlockType, z.ZodType> = {
  actions: Actions,
  context: Context,
  divider: z.strictObject({ type: z.literal('divider'), block_id: BlockId }),
  header: Header,
  image: ImageBlock,
  input: Input,
  markdown: z.strictObject({
    type: z.literal('markdown'),
    block_id: BlockId,
    text: z.string().min(1).max(LIMITS.markdown.text),
  }),
  section: Section,
  table: Table,
  data_table: DataTable,
  data_visualization: Chart,
  rich_text: z.strictObject({
    type: z.literal('rich_text'),
    block_id: BlockId,
    elements: z.array(z.looseObject({ type: z.string() })).min(1),
  }),
  alert: z.strictObject({
    type: z.literal('alert'),
    block_id: BlockId,
    text: anyText(LIMITS.section.text),
    level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
  }),
  card: Unchecked,
  carousel: Unchecked,
  container: Unchecked,
  context_actions: Unchecked,
  file: Unchecked,
  video: Unchecked,
};
