import { z } from 'zod';
import { LIMITS } from '../../slack/blocks/limits.ts';
import { BlockId } from './composition.ts';

const RawText = z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) });
const RawNumber = z.looseObject({ type: z.literal('raw_number'), value: z.number() });
const RichText = z.looseObject({ type: z.literal('rich_text'), elements: z.array(z.looseObject({})).min(1) });

/** https://docs.slack.dev/reference/block-kit/blocks/table-block */
export const Table = z
  .strictObject({
    type: z.literal('table'),
    block_id: BlockId,
    rows: z
      .array(
        z
          .array(z.discriminatedUnion('type', [RawText, RichText]))
          .min(1)
          .max(LIMITS.table.columns),
      )
      .min(1)
      .max(LIMITS.table.rows),
    column_settings: z
      .array(
        z
          .strictObject({
            align: z.enum(['left', 'center', 'right']).optional(),
            is_wrapped: z.boolean().optional(),
          })
          .nullable(),
      )
      .max(LIMITS.table.columns)
      .optional(),
  })
  .refine(withinCharacters(LIMITS.table.characters), tooManyCharacters(LIMITS.table.characters));

/** https://docs.slack.dev/reference/block-kit/blocks/data-table-block: every row as long as the first. */
export const DataTable = z
  .strictObject({
    type: z.literal('data_table'),
    block_id: BlockId,
    caption: z.string().min(1),
    rows: z
      .array(
        z
          .array(z.discriminatedUnion('type', [RawText, RawNumber, RichText]))
          .min(1)
          .max(LIMITS.dataTable.columns),
      )
      .min(LIMITS.dataTable.rowsAtLeast)
      .max(LIMITS.dataTable.rows),
    page_size: z.number().int().min(1).max(LIMITS.dataTable.pageSize).optional(),
    row_header_column_index: z.number().int().min(0).optional(),
  })
  .refine(({ rows }) => rows.every((row) => row.length === rows[0]?.length), 'rows must be of one length')
  .refine(withinCharacters(LIMITS.dataTable.characters), tooManyCharacters(LIMITS.dataTable.characters));

/** The characters of all cells of a table together. */
export function cellCharacters(rows: readonly (readonly unknown[])[]): number {
  return rows.flat().reduce<number>((sum, cell) => sum + textLength(cell), 0);
}

function textLength(cell: unknown): number {
  if (Array.isArray(cell)) return cell.reduce<number>((sum, item) => sum + textLength(item), 0);
  if (typeof cell !== 'object' || cell === null) return 0;
  return Object.entries(cell).reduce(
    (sum, [key, value]) =>
      sum + (key === 'text' && typeof value === 'string' ? value.length : textLength(value)),
    0,
  );
}

function withinCharacters(limit: number) {
  return ({ rows }: { rows: readonly (readonly unknown[])[] }) => cellCharacters(rows) <= limit;
}

function tooManyCharacters(limit: number): string {
  return `cells must be less than ${limit + 1} characters in total`;
}
