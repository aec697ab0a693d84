import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { validateBlocks } from '../../../src/simulator/validate-blocks/validate-blocks.ts';
import { actions, button, context, header, section, table } from '../../../src/slack/blocks/build.ts';

const SEED = 20_261_118;
const texts = fc
  .tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), fc.constantFrom(1, 5, 20, 200, 700))
  .map(([text, times]) => text.repeat(times));

describe('promise 10: no text makes Slack refuse a block', () => {
  test('whatever its length', () => {
    fc.assert(
      fc.property(texts, fc.array(texts, { minLength: 1, maxLength: 12 }), (text, more) => {
        const blocks = [
          header(text),
          section(text),
          context(...more),
          actions('row', [button({ actionId: 'a', text, accessibilityLabel: text, value: 'v' })]),
        ];
        // How much they may be all together is the message's affair: a view has room.
        expect(validateBlocks(blocks, 'home')).toEqual([]);
      }),
      { seed: SEED },
    );
  });

  test('nor the size of a table: the rows that do not fit are left out from the end', () => {
    const cells = fc.tuple(texts, fc.constant(''));
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 150 }), (rows) => {
        const built = table([['Task', 'Median'], ...rows], ['left', 'right']);
        expect(validateBlocks([built], 'message')).toEqual([]);
        const shown = built.rows
          .slice(1)
          .map(([cell]) => (cell?.type === 'raw_text' ? cell.text : undefined));
        expect(shown).toEqual(rows.slice(0, shown.length).map(([name]) => name));
      }),
      { seed: SEED, numRuns: 50 },
    );
  });

  test('a table that fits keeps every row', () => {
    const rows = Array.from({ length: 99 }, (_, index) => [`T${index}`, '']);
    const built = table([['Task', 'Median'], ...rows], ['left', 'right']);
    expect(built.rows).toHaveLength(100);
    expect(built.rows[99]).toEqual([
      { type: 'raw_text', text: 'T98' },
      { type: 'raw_text', text: '–' },
    ]);
  });
});
