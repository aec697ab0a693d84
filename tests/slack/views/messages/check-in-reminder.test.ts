import { describe, expect, test } from '@jest/globals';
import type { CheckIn } from '../../../../src/domain/check-in/check-in.ts';
import { CHECK_IN_ACTIONS, readCheckIn } from '../../../../src/slack/views/messages/check-in-actions.ts';
import {
  checkInReminderMessage,
  endedReminderMessage,
} from '../../../../src/slack/views/messages/check-in-reminder.ts';
import { textsFor } from '../../../../src/texts/texts.ts';
import { UNTOUCHED } from '../../../support/check-in-items.ts';
import { buttonsOf, problemsOf, words } from './support/shown.ts';

const CHECK_IN_ID = '0199a000-0000-7000-8000-000000000001';
const LOCALES = ['zh-TW', 'en'] as const;

/** In its week, and after it. */
const [IN_WEEK, LATE] = [new Date('2026-11-19T05:00Z'), new Date('2026-11-23T01:00Z')];

function checkInOf(items: number, answered: number, skippedAt?: Date): CheckIn {
  return {
    workspaceId: 'T1',
    checkInId: CHECK_IN_ID,
    memberId: 'm1',
    period: '2026-W47',
    periodEndsAt: new Date('2026-11-22T16:00Z'),
    closesAt: new Date('2026-11-24T16:00Z'),
    version: 1,
    reopened: false,
    skippedAt,
    remindAt: undefined,
    remindAsked: false,
    items: Array.from({ length: items }, (_, position) => ({
      ...UNTOUCHED,
      position,
      standardCode: 'IIS3513-005v4',
      indicatorCode: `P1.1.${position + 1}`,
      answer: position < answered ? (4 as const) : undefined,
    })),
  };
}

function reminder(items: number, answered: number, locale: (typeof LOCALES)[number], now = IN_WEEK) {
  const checkIn = checkInOf(items, answered);
  return checkInReminderMessage({ checkIn, timeZone: 'Asia/Taipei', now }, textsFor(locale));
}

describe('a reminder of a check-in', () => {
  test.each([
    ['zh-TW', 0, '提醒你：第 47 週的自評共 4 個行為指標，約 1 分鐘，11/24（二）23:59 前都可以作答。'],
    ['zh-TW', 1, '提醒你：第 47 週的自評還沒答完，11/24（二）23:59 前都可以接著作答。'],
    [
      'en',
      0,
      'A reminder: your check-in of week 47 has 4 indicators and takes about a minute. It is open until Tue 24 Nov, 23:59.',
    ],
    [
      'en',
      1,
      'A reminder: you have begun your check-in of week 47. The rest can be answered until Tue 24 Nov, 23:59.',
    ],
  ] as const)('is one sentence in %s with %i answered, true while more are', (locale, answered, sentence) => {
    const built = reminder(4, answered, locale);
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
    expect(buttonsOf(blocks).map(readCheckIn)).toEqual([CHECK_IN_ID, CHECK_IN_ID]);
  });

  test('that comes after its week has it skip this check-in, not the week that has begun', () => {
    const labels = (now: Date) =>
      LOCALES.map((locale) => buttonsOf(reminder(4, 0, locale, now).blocks).at(-1)?.text.text);
    expect(labels(IN_WEEK)).toEqual(['這週先跳過', 'Skip this week']);
    expect(labels(LATE)).toEqual(['這次先跳過', 'Skip this check-in']);
  });

  test.each(LOCALES)('Slack takes it in %s, of one to ten items', (locale) => {
    const refused = Array.from({ length: 10 }, (_, left) => problemsOf(reminder(left + 1, 0, locale)));
    expect(refused.flat()).toEqual([]);
  });
});

describe('what a reminder ends as', () => {
  const ended = (checkIn: CheckIn, now: Date, locale: (typeof LOCALES)[number]) => {
    const built = endedReminderMessage({ checkIn, now }, textsFor(locale));
    expect(problemsOf(built)).toEqual([]);
    expect(words(built)).toBe(built.text);
    return built.text;
  };

  test.each([
    ['zh-TW', '這則提醒用完了。第 47 週的自評請看原本那則自評訊息。', '第 47 週的自評已經截止。'],
    [
      'en',
      'This reminder is done. Your check-in of week 47 is in its own message.',
      'The check-in of week 47 has closed.',
    ],
  ] as const)(
    'in %s stays true when an answer is taken back, or what was skipped is taken up again',
    (locale, done, closed) => {
      expect(ended(checkInOf(4, 4), IN_WEEK, locale)).toBe(done);
      expect(ended(checkInOf(4, 1, IN_WEEK), IN_WEEK, locale)).toBe(done);
      expect(ended(checkInOf(4, 1), new Date('2026-11-24T16:00Z'), locale)).toBe(closed);
    },
  );
});
