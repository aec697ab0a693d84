import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  decodePublishedText,
  parsePublishedText,
} from '../../../src/domain/standard/parse-published-text.ts';
import { PublishedTextError } from '../../../src/domain/standard/published-text/published-text-error.ts';
import { standard } from '../../../src/domain/standard/standard.ts';
import { formatStandard } from '../../../src/storage/standards.ts';
import { sourceBytes } from './sample-text.ts';

/** What leaves no gap when it is lost: an earlier version, a field that may be absent, the last of a list. */
const STANDARDS = [
  {
    code: 'IIS3513-005v4',
    untold: ['V3', 'V2', 'V1', '基準級別', 'T1.3', 'T2.2', 'T3.2', 'A07'],
  },
  { code: 'KRM4224-002v2', untold: ['V1', '基準級別', 'T1.3', 'T3.4', 'T4.3', 'A04'] },
];
const SEED = 20_261_118;

function readable(bytes: Uint8Array): boolean {
  try {
    parsePublishedText(decodePublishedText(bytes));
    return true;
  } catch (error) {
    if (error instanceof PublishedTextError && error.line >= 1) return false;
    throw error;
  }
}

describe.each(STANDARDS)(
  'a file of $code that is cut off is never taken for a smaller standard',
  ({ code, untold }) => {
    const bytes = sourceBytes(code);
    const text = bytes.toString('utf8');

    test('at every line', () => {
      const lines = text.split('\n');
      const accepted = lines
        .map((_line, count) => count)
        .filter((count) => readable(Buffer.from(lines.slice(0, count).join('\n'))));
      expect(accepted).toEqual([]);
    });

    test('with blank lines after its end it is still whole', () => {
      expect(readable(Buffer.from(`${text}\n\n`))).toBe(true);
    });

    test('at every byte', () => {
      const lengths = Array.from({ length: bytes.length }, (_unused, length) => length);
      expect(lengths.filter((length) => readable(bytes.subarray(0, length)))).toEqual([]);
    });

    test('when a line in the middle is lost, it is an error wherever the document shows a gap', () => {
      const lines = text.split('\n');
      const whole = formatStandard(parsePublishedText(text));
      const lost = lines.flatMap((line, index) => {
        const rest = lines.filter((_line, at) => at !== index).join('\n');
        if (!readable(Buffer.from(rest))) return [];
        return formatStandard(parsePublishedText(rest)) === whole ? [] : [line.trim().split(/\s/)[0]];
      });
      expect(lost).toEqual(untold);
    });

    test('its JSON cut at any byte is not a standard', () => {
      const json = formatStandard(parsePublishedText(text));
      fc.assert(
        fc.property(fc.integer({ min: 0, max: json.trimEnd().length - 1 }), (length) => {
          expect(() => standard.parse(JSON.parse(json.slice(0, length)))).toThrow();
        }),
        { seed: SEED, numRuns: 200 },
      );
    });
  },
);
