import { describe, expect, test } from '@jest/globals';
import { answeredCount, type CheckIn, stageOf } from '../../../src/domain/check-in/check-in.ts';
import { type Rating, rating } from '../../../src/domain/check-in/rating.ts';
import { UNTOUCHED } from '../../support/check-in-items.ts';

const CLOSES_AT = new Date('2026-11-24T16:00Z');
const BEFORE = new Date(CLOSES_AT.getTime() - 1);

function checkIn(answers: readonly (Rating | undefined)[], reopened = false): CheckIn {
  return {
    workspaceId: 'T1',
    checkInId: 'c1',
    memberId: 'm1',
    period: '2026-W47',
    periodEndsAt: new Date('2026-11-22T16:00Z'),
    closesAt: CLOSES_AT,
    version: 1,
    reopened,
    skippedAt: undefined,
    remindAt: undefined,
    remindAsked: false,
    items: answers.map((answer, position) => ({
      ...UNTOUCHED,
      position,
      standardCode: 'IIS3513-005v4',
      indicatorCode: `P1.1.${position + 1}`,
      answer,
    })),
  };
}

describe('the stage of a check-in', () => {
  test.each([
    ['asks while nothing is answered', checkIn([undefined, undefined]), BEFORE, 'open', 0],
    ['asks while something is not answered', checkIn([4, undefined]), BEFORE, 'open', 1],
    ['thanks when all are answered', checkIn([4, 1]), BEFORE, 'answered', 2],
    ['takes no opportunity for an answer', checkIn(['no-opportunity', 2]), BEFORE, 'answered', 2],
    ['shows the answers again to who asked for it', checkIn([4, 1], true), BEFORE, 'open', 2],
    ['still asks after being reopened and taken back', checkIn([4, undefined], true), BEFORE, 'open', 1],
    ['closes at the instant it said', checkIn([undefined, 3]), CLOSES_AT, 'closed', 1],
    ['closes although it was complete', checkIn([4, 1]), CLOSES_AT, 'closed', 2],
    ['closes although it was reopened', checkIn([4, 1], true), CLOSES_AT, 'closed', 2],
  ])('%s', (_what, state, now, stage, answered) => {
    expect(stageOf(state, now)).toBe(stage);
    expect(answeredCount(state)).toBe(answered);
  });
});

describe('a check-in of which something was taken away', () => {
  const closing = (answers: readonly (Rating | undefined)[], ...positions: number[]): CheckIn => {
    const whole = checkIn(answers);
    return {
      ...whole,
      items: whole.items.map((item) => ({ ...item, closed: positions.includes(item.position) })),
    };
  };

  test.each([
    ['asks for what is left', closing([4, undefined, undefined], 2), 'open', 1],
    ['thanks when what is left is answered', closing([4, 2, undefined], 2), 'answered', 2],
    ['counts an answer that was given before', closing([4, undefined], 0), 'open', 1],
    ['thanks for what was answered when nothing is left', closing([4, undefined], 0, 1), 'answered', 1],
    ['is closed when nothing is left', closing([undefined, undefined], 0, 1), 'closed', 0],
  ])('%s', (_what, state, stage, answered) => {
    expect(stageOf(state, BEFORE)).toBe(stage);
    expect(answeredCount(state)).toBe(answered);
  });
});

describe('an answer', () => {
  test.each([1, 2, 3, 4, 5, 'no-opportunity'])('may be %s', (value) => {
    expect(rating.parse(value)).toBe(value);
  });

  test.each([0, 6, 2.5, -1, Number.NaN, '3', '', null, undefined, 'take-back', [3]])(
    'is never %p',
    (value) => {
      expect(rating.safeParse(value).success).toBe(false);
    },
  );
});
