import { describe, expect, test } from '@jest/globals';
import { toCsv } from '../../../src/domain/export/csv.ts';

describe('a CSV that a spreadsheet opens', () => {
  test('begins with a byte order mark, and ends every row with CRLF', () => {
    expect(toCsv([['甲', '乙'], ['1']])).toBe('\uFEFF"甲","乙"\r\n"1"\r\n');
  });

  test.each([
    ['=HYPERLINK("http://evil")', `"'=HYPERLINK(""http://evil"")"`],
    ['+1', `"'+1"`],
    ['-1', `"'-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ['a=1', '"a=1"'],
    ['a,"b"\nc', '"a,""b""\nc"'],
  ])('%j runs as no formula and keeps its cell', (text, cell) => {
    expect(toCsv([[text]])).toBe(`\uFEFF${cell}\r\n`);
  });
});
