import { describe, expect, test } from '@jest/globals';
import { colleagueAnswers } from '../../src/demo/colleague-answers.ts';
import { UNTOUCHED } from '../support/check-in-items.ts';

const SENT = new Date('2026-11-25T05:00:00Z');
const HOUR_MS = 3_600_000;
const items = Array.from({ length: 4 }, (_, position) => ({
  ...UNTOUCHED,
  position,
  standardCode: 'IIS3513-005v4',
  indicatorCode: `P1.1.${position + 1}`,
}));
const COLLEAGUES = Array.from({ length: 400 }, (_, index) => `U${index}`);
const answersOf = (who: string) => colleagueAnswers(who, { period: '2026-W48', items }, SENT);

describe('colleagues in the demo', () => {
  test('answer the same way every time', () => {
    expect(COLLEAGUES.map(answersOf)).toEqual(COLLEAGUES.map(answersOf));
  });

  test('mostly answer within the week; one in ten does not, a few are late', () => {
    const delays = COLLEAGUES.flatMap((who) => answersOf(who)[0]?.at ?? []).map(
      (at) => (at.getTime() - SENT.getTime()) / HOUR_MS,
    );
    const silent = COLLEAGUES.length - delays.length;
    expect(silent).toBeGreaterThan(20);
    expect(silent).toBeLessThan(60);
    const late = delays.filter((hours) => hours > 48);
    expect(late.length).toBeGreaterThan(8);
    expect(late.length).toBeLessThan(48);
    expect(Math.min(...delays)).toBeGreaterThan(0);
  });

  test('give their answers one after the other', () => {
    for (const answers of COLLEAGUES.map(answersOf)) {
      const times = answers.map(({ at }) => at.getTime());
      expect(times).toEqual(times.toSorted((one, other) => one - other));
      expect(new Set(times).size).toBe(times.length);
    }
  });
});
