import fc from 'fast-check';
import { validateBlocks } from '../../../../../src/simulator/validate-blocks/validate-blocks.ts';
import type { Block, Message } from '../../../../../src/slack/blocks/build.ts';
import { LIMITS } from '../../../../../src/slack/blocks/limits.ts';

/** A text object anywhere in a message, or the label of a button. */
interface Shown {
  readonly type: string;
  readonly text: string;
}

/** Every text that a person sees in these blocks, in their order. */
export function shownTexts(value: unknown): Shown[] {
  if (Array.isArray(value)) return value.flatMap(shownTexts);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && 'text' in value && typeof value.text === 'string') {
    return [{ type: String(value.type), text: value.text }];
  }
  return Object.values(value).flatMap(shownTexts);
}

/** All of it as one text, to look for words in. */
export function words({ blocks }: Message): string {
  return shownTexts(blocks)
    .map(({ text }) => text)
    .join('\n');
}

/** The buttons of rows, each with the id of its row, as a tap brings it. */
export function buttonsOf(blocks: readonly Block[]) {
  return blocks.flatMap((block) =>
    block.type === 'actions'
      ? block.elements.flatMap((each) =>
          each.type === 'button' ? [{ ...each, block_id: block.block_id ?? '' }] : [],
        )
      : [],
  );
}

/** What Slack would refuse about a message, or take for a mention that nobody wrote. */
export function problemsOf({ text, blocks }: Message): unknown[] {
  const unescaped = /[<>]|&(?!amp;|lt;|gt;)/;
  const mrkdwn = shownTexts(blocks).filter(({ type }) => type === 'mrkdwn');
  const labels = buttonsOf(blocks).flatMap((each) => each.accessibility_label ?? []);
  return [
    ...validateBlocks(blocks, 'message'),
    ...(text.trim() === '' ? ['no text'] : []),
    ...(text.length > LIMITS.message.text ? ['the text is too long'] : []),
    ...[text, ...mrkdwn.map((each) => each.text)].filter((each) => unescaped.test(each)),
    ...labels.filter((label) => label === '' || label.length > LIMITS.button.text),
  ];
}

/** Names and contacts as nobody should have them. */
export const nasty = fc
  .tuple(
    fc.array(
      fc.constantFrom(
        '<!channel>',
        '<@U1>',
        '&',
        '&amp;',
        '*',
        '_',
        '`',
        '~',
        '\u202E',
        'שלום',
        '林',
        '😀',
        '\n',
        '"',
      ),
      { minLength: 1, maxLength: 8 },
    ),
    fc.constantFrom(1, 1, 1, 40, 1_500),
  )
  .map(([parts, times]) => parts.join('').repeat(times).slice(0, 3_000));
