import { expect, test } from '@jest/globals';
import { LIMITS, RESPONSE_URL } from '../../../src/slack/blocks/limits.ts';

/**
 * Slack's numbers, copied once more from its pages: both what the bot builds and what the local Slack refuses take
 * them from one table, so that a wrong number there would be wrong everywhere and show nowhere.
 */
test('the table of limits says what Slack says', () => {
  expect(LIMITS).toMatchObject({
    message: { blocks: 50, text: 40_000, updateText: 4_000, tables: 1 },
    modal: { blocks: 100, title: 24, submit: 24, close: 24 },
    home: { blocks: 100 },
    view: { privateMetadata: 3_000, externalId: 255, stack: 3 },
    blockId: 255,
    actionId: 255,
    callbackId: 255,
    section: { text: 3_000, fields: 10, fieldText: 2_000 },
    header: { text: 150 },
    context: { elements: 10 },
    actions: { elements: 25 },
    button: { text: 75, value: 2_000, url: 3_000 },
    // Sources differ on the value, 75 or 150: the smaller is safe.
    option: { text: 75, value: 75, description: 75 },
    select: { options: 100, placeholder: 150 },
    overflow: { options: 5 },
    choices: { options: 10 },
    input: { label: 2_000, hint: 2_000, textLength: 3_000 },
    confirm: { title: 100, text: 300, confirm: 30, deny: 30 },
    image: { altText: 2_000 },
    table: { rows: 100, columns: 20, characters: 10_000 },
    markdown: { text: 12_000 },
    dataTable: { rowsAtLeast: 2, rows: 101, columns: 20, characters: 10_000, pageSize: 100 },
    chart: { title: 50, charts: 2, series: 6, label: 20, axisLabel: 50 },
  });
  expect(RESPONSE_URL).toEqual({ uses: 5, minutes: 30 });
});
