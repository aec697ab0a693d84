import { describe, expect, test } from '@jest/globals';
import type { CheckIn } from '../../../../src/domain/check-in/check-in.ts';
import { CHECK_IN_ACTIONS, readCheckInValue } from '../../../../src/slack/views/messages/check-in-actions.ts';
import { checkInReminderMessage } from '../../../../src/slack/views/messages/check-in-reminder.ts';
import { textsFor } from '../../../../src/texts/texts.ts';
import { UNTOUCHED } from '../../../support/check-in-items.ts';
import { buttonsOf, problemsOf, words } from './support/shown.ts';

const CHECK_IN_ID = '0199a000-0000-7000-8000-000000000001';
const LOCALES = ['zh-TW', 'en'] as const;

function reminder(
  items: number,
  answered: number,
  locale: (typeof LOCALES)[number],
  now = '2026-11-19T05:00Z',
) {
  const checkIn: CheckIn = {
    workspaceId: 'T1',
    checkInId: CHECK_IN_ID,
    memberId: 'm1',
    period: '2026-W47',
    periodEndsAt: new Date('2026-11-22T16:00Z'),
    closesAt: new Date('2026-11-24T16:00Z'),
    version: 1,
    reopened: false,
    skippedAt: undefined,
    remindAt: undefined,
    items: Array.from({ length: items }, (_, position) => ({
      ...UNTOUCHED,
      position,
      standardCode: 'IIS3513-005v4',
      indicatorCode: `P1.1.${position + 1}`,
      answer: position < answered ? (4 as const) : undefined,
    })),
  };
  return checkInReminderMessage({ checkIn, timeZone: 'Asia/Taipei', now: new Date(now) }, textsFor(locale));
}

describe('a reminder of a check-in', () => {
  test.each([
    ['zh-TW', '第 47 週的自評還有 3 項可以作答，11/24（二）23:59 前都行。'],
    ['en', 'The check-in of week 47 has 3 more indicators to answer, until Tue 24 Nov, 23:59.'],
  ] as const)('is one sentence in %s: how many are left, and until when', (locale, sentence) => {
    const built = reminder(4, 1, locale);
    expect(built.text).toBe(sentence);
    expect(words(built)).toContain(sentence);
    expect(problemsOf(built)).toEqual([]);
  });

  test('has the way to answer, to be reminded again, and to skip', () => {
    const { blocks } = reminder(4, 1, 'zh-TW');
    const row = blocks.at(-1);
    const ids =
      row?.type === 'actions' ? row.elements.map((each) => 'action_id' in each && each.action_id) : [];
    expect(ids).toEqual([CHECK_IN_ACTIONS.form, CHECK_IN_ACTIONS.remind, CHECK_IN_ACTIONS.skip]);
    expect(buttonsOf(blocks).map(({ value }) => readCheckInValue(value))).toEqual([CHECK_IN_ID, CHECK_IN_ID]);
  });

  test.each(LOCALES)('Slack takes it in %s, of one to ten items, at any hour', (locale) => {
    const hours = ['2026-11-19T01:00Z', '2026-11-23T12:00Z', '2026-11-24T15:59Z'];
    const refused = hours.flatMap((now) =>
      Array.from({ length: 10 }, (_, left) => problemsOf(reminder(left + 1, 0, locale, now))),
    );
    expect(refused.flat()).toEqual([]);
  });
});
