import { areTooLong, ELEMENT_SURFACES, LIMITS, type Surface } from '../../slack/blocks/limits.ts';
import type { Problem } from './problem.ts';
import { cellCharacters } from './tables.ts';

/** What is read of a block to compare it with the others of its message. */
export interface BlockOutline {
  readonly type?: unknown;
  readonly block_id?: unknown;
  readonly elements?: unknown;
  readonly element?: unknown;
  readonly accessory?: unknown;
  readonly rows?: unknown;
  readonly text?: unknown;
}

/** Slack has a code of its own for this one, instead of `invalid_blocks`. */
export const TOO_LONG: Problem = { path: '/blocks', message: 'msg_blocks_too_long' };

/** Rules that no single block can break: unique ids, what may appear only so often in one message, its size. */
export function problemsAcross(blocks: readonly BlockOutline[], surface: Surface): Problem[] {
  return [
    ...repeated(blocks.map((block) => block.block_id)).map(({ index, id }) => ({
      path: `/blocks/${index}/block_id`,
      message: `\`block_id\` "${id}" already exists for another block`,
    })),
    ...blocks.flatMap(repeatedActions),
    ...blocks.flatMap((block, index) => elsewhere(block, index, surface)),
    ...focusedTwice(blocks),
    ...(surface === 'message' ? tooMany(blocks) : []),
  ];
}

function repeatedActions(block: BlockOutline, blockIndex: number): Problem[] {
  if (!Array.isArray(block.elements)) return [];
  const ids = block.elements.map((element: unknown) =>
    typeof element === 'object' && element !== null && 'action_id' in element ? element.action_id : undefined,
  );
  return repeated(ids).map(({ index, id }) => ({
    path: `/blocks/${blockIndex}/elements/${index}/action_id`,
    message: `\`action_id\` "${id}" already exists for another element in this block`,
  }));
}

/** Elements that their block takes, but not on this surface. */
function elsewhere(block: BlockOutline, blockIndex: number, surface: Surface): Problem[] {
  return placedElements(block).flatMap(({ at, element }) =>
    typeof element.type === 'string' && ELEMENT_SURFACES[element.type]?.includes(surface) === false
      ? [{ path: `/blocks/${blockIndex}/${at}/type`, message: `unsupported type: ${element.type}` }]
      : [],
  );
}

/** "Only one element can be set to true": https://docs.slack.dev/reference/block-kit/block-elements. */
function focusedTwice(blocks: readonly BlockOutline[]): Problem[] {
  const focused = blocks.flatMap(placedElements).filter(({ element }) => element.focus_on_load === true);
  return focused.length > 1
    ? [{ path: '/blocks', message: 'only one element can have `focus_on_load` set to true' }]
    : [];
}

interface PlacedElement {
  /** Below its block. */
  readonly at: string;
  readonly element: { readonly type?: unknown; readonly focus_on_load?: unknown };
}

function placedElements({ elements, element, accessory }: BlockOutline): PlacedElement[] {
  const several = Array.isArray(elements) ? elements.map((item, index) => [`elements/${index}`, item]) : [];
  return [...several, ['element', element], ['accessory', accessory]].flatMap(([at, item]) =>
    typeof item === 'object' && item !== null ? [{ at: String(at), element: item }] : [],
  );
}

function repeated(ids: readonly unknown[]): { index: number; id: string }[] {
  return ids.flatMap((id, index) =>
    typeof id === 'string' && ids.indexOf(id) < index ? [{ index, id }] : [],
  );
}

function tooMany(blocks: readonly BlockOutline[]): Problem[] {
  const count = (type: string) => blocks.filter((block) => block.type === type).length;
  const problems: Problem[] = [];
  if (count('table') > LIMITS.message.tables) {
    problems.push({ path: '/blocks', message: 'only_one_table_allowed' });
  }
  if (count('data_visualization') > LIMITS.chart.charts) {
    problems.push({ path: '/blocks', message: `no more than ${LIMITS.chart.charts} charts allowed` });
  }
  if (markdownCharacters(blocks) > LIMITS.markdown.text) {
    problems.push({
      path: '/blocks',
      message: `markdown must be less than ${LIMITS.markdown.text + 1} characters in total`,
    });
  }
  if (tableCharacters(blocks) > LIMITS.dataTable.characters) {
    problems.push({
      path: '/blocks',
      message: `cells must be less than ${LIMITS.dataTable.characters + 1} characters in total`,
    });
  }
  if (areTooLong(blocks)) problems.push(TOO_LONG);
  return problems;
}

/** The limit of a markdown block holds for all of them in one payload. */
function markdownCharacters(blocks: readonly BlockOutline[]): number {
  return blocks.reduce(
    (sum, { type, text }) => sum + (type === 'markdown' && typeof text === 'string' ? text.length : 0),
    0,
  );
}

/** Undocumented, seen by others: the characters of several tables in one message are added up. */
function tableCharacters(blocks: readonly BlockOutline[]): number {
  return blocks.reduce(
    (sum, { type, rows }) =>
      sum +
      ((type === 'table' || type === 'data_table') && Array.isArray(rows)
        ? cellCharacters(rows.filter(Array.isArray))
        : 0),
    0,
  );
}
