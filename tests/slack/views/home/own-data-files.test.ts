import { describe, expect, test } from '@jest/globals';
import { ownDataCsv } from '../../../../src/slack/views/home/own-data-files.ts';
import { textsFor } from '../../../../src/texts/texts.ts';

const answer = {
  check_in_id: 'c1',
  position: 0,
  period: '2026-W47',
  standard_code: 'IIS3513-005v4',
  indicator_code: 'P1.1.1',
  kind: 'score',
  score: 2,
  answered_at: '2026-11-18T05:00:00Z',
  late: false,
  edited: false,
} as const;

describe('answers as CSV', () => {
  test('say which of an item’s revisions stands; one that was taken back has none', () => {
    const answers = [
      answer,
      { ...answer, position: 1, score: 5 },
      { ...answer, score: 4, edited: true },
      { ...answer, check_in_id: 'c2', score: 3 },
      { ...answer, position: 1, kind: 'taken-back', score: null, edited: true },
    ] as const;
    const model = { exportedAt: new Date(0), timeZone: 'Asia/Taipei', data: { answers }, indicators: [] };
    const rows = ownDataCsv(model, textsFor('en')).content.split('\r\n');
    const columns = rows.map((row) => row.split('","').map((cell) => cell.replaceAll('"', '')));
    expect(columns[0]?.slice(5)).toEqual(['Answer (1–5)', 'Late', 'Changed', 'Current']);
    expect(columns.slice(1, 6).map((cells) => [cells[5], cells[8]])).toEqual([
      ['2', ''],
      ['5', ''],
      ['4', 'yes'],
      ['3', 'yes'],
      ['taken back', ''],
    ]);
    expect(rows[6]).toBe('');
    expect(rows[7]).toContain('©');
  });
});
