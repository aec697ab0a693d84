import { expect, test } from '@jest/globals';
import { lastAsked } from '../../../src/domain/check-in/last-asked.ts';

const early = new Date('2026-09-16T05:00Z');
const late = new Date('2026-11-11T05:00Z');

test.each([
  ['never', 'never-asked', undefined, undefined, undefined],
  ['in a check-in without an answer', 'never-asked', undefined, late, { at: late, wasAnswered: false }],
  ['in one with an answer', 'longest-ago', early, early, { at: early, wasAnswered: true }],
  ['in one with and a later one without', 'longest-ago', early, late, { at: late, wasAnswered: false }],
  ['it is only known of answers', 'focus', early, undefined, { at: early, wasAnswered: true }],
  ['the choice is older than what is kept', 'longest-ago', undefined, late, undefined],
] as const)('when it was asked last: %s', (_, because, lastAskedAt, shownAt, told) => {
  expect(lastAsked({ because, lastAskedAt }, shownAt)).toEqual(told);
});
