import { describe, expect, test } from '@jest/globals';
import type { CheckIn } from '../../../../src/domain/check-in/check-in.ts';
import { LOCALES } from '../../../../src/domain/people/locale.ts';
import { validateBlocks } from '../../../../src/simulator/validate-blocks/validate-blocks.ts';
import { CHECK_IN_ACTIONS, readCheckIn } from '../../../../src/slack/views/messages/check-in-actions.ts';
import {
  type StartedCheckInModel,
  startedCheckInMessage,
} from '../../../../src/slack/views/messages/started-check-in.ts';
import { startedCheckInModal } from '../../../../src/slack/views/modals/started-check-in.ts';
import { textsFor } from '../../../../src/texts/texts.ts';
import { UNTOUCHED } from '../../../support/check-in-items.ts';
import { buttonsOf, problemsOf } from './support/shown.ts';

const CHECK_IN_ID = '01a00000-0000-7000-8000-000000000000';
const INDICATOR = { standardCode: 'IIS3513-005v4', indicatorCode: 'P1.1.1' };
const nextAt = new Date('2026-11-25T05:00:00Z');
const checkIn: CheckIn = {
  workspaceId: 'T0',
  checkInId: CHECK_IN_ID,
  memberId: CHECK_IN_ID,
  period: '2026-W47',
  periodEndsAt: new Date('2026-11-22T16:00:00Z'),
  closesAt: new Date('2026-11-24T16:00:00Z'),
  version: 2,
  items: [
    { ...UNTOUCHED, ...INDICATOR, position: 0, answer: 4 },
    { ...UNTOUCHED, ...INDICATOR, position: 1 },
  ],
  reopened: false,
  skippedAt: undefined,
  remindAt: undefined,
  remindAsked: false,
};
const state = { checkIn, message: { channel: 'D1', ts: '1795053600.000001' } };

const TABLE: readonly [said: string, model: StartedCheckInModel][] = [
  ['共 4 個行為指標，約 1 分鐘。\n下一次自評：11/25（三）13:00。', { outcome: 'made', items: 4, nextAt }],
  ['第 47 週的自評已經在你的私訊裡，11/24（二）23:59 前都可作答。', { outcome: 'open', state, nextAt }],
  [
    '第 47 週的自評這就送到你的私訊，11/24（二）23:59 前都可作答。',
    { outcome: 'open', state: { checkIn, message: undefined }, nextAt },
  ],
  [
    '第 47 週的 2 個行為指標你都答完了，謝謝。11/24（二）23:59 前都可以更改。\n下一次自評：11/25（三）13:00。',
    { outcome: 'answered', state, nextAt },
  ],
  ['第 47 週的自評你選了先跳過，11/24（二）23:59 前都還可以作答。', { outcome: 'skipped', state, nextAt }],
  ['這一週沒有自評。', { outcome: 'closed-for-this-period', nextAt: undefined }],
  ['「我已閱讀」', { outcome: 'not-acknowledged' }],
  ['請管理員替你設定', { outcome: 'no-standard' }],
  ['你目前不在名單上', { outcome: 'not-a-member' }],
  ['公司還沒有開始每週自評', { outcome: 'not-started' }],
];

describe('what became of a wish for a check-in', () => {
  test.each(TABLE)('%s', (said, model) => {
    expect(startedCheckInMessage(model, 'Asia/Taipei', textsFor('zh-TW')).text).toContain(said);
  });

  test.each(LOCALES)('in %s one that waits says nothing that an answer would make untrue', (locale) => {
    const waiting = (items: CheckIn['items']) =>
      startedCheckInMessage(
        { outcome: 'open', state: { ...state, checkIn: { ...checkIn, items } }, nextAt },
        'Asia/Taipei',
        textsFor(locale),
      ).text;
    const items = checkIn.items.map((item) => ({ ...item, answer: undefined }));
    expect(waiting(items)).toBe(waiting(checkIn.items));
  });

  test('what can be done about it is a button under it; nothing else has one', () => {
    const buttons = TABLE.flatMap(([, model]) =>
      buttonsOf(startedCheckInMessage(model, 'Asia/Taipei', textsFor('zh-TW')).blocks).map((button) => [
        model.outcome,
        button.action_id,
        button.text.text,
        readCheckIn(button),
      ]),
    );
    expect(buttons).toEqual([
      ['open', CHECK_IN_ACTIONS.form, '用一張表單作答', CHECK_IN_ID],
      ['open', CHECK_IN_ACTIONS.form, '用一張表單作答', CHECK_IN_ID],
      ['answered', CHECK_IN_ACTIONS.form, '更改答案', CHECK_IN_ID],
      ['skipped', CHECK_IN_ACTIONS.unskip, '還是想作答', CHECK_IN_ID],
    ]);
  });

  test('a modal has none, and says where they are', () => {
    const said = (outcome: 'answered' | 'skipped') =>
      JSON.stringify(
        startedCheckInModal({ outcome, state, nextAt }, 'Asia/Taipei', textsFor('zh-TW')).blocks,
      );
    expect(said('answered')).toContain('按「更改答案」');
    expect(said('skipped')).toContain('按「還是想作答」');
    const inEnglish = (outcome: 'answered' | 'skipped') =>
      JSON.stringify(startedCheckInModal({ outcome, state, nextAt }, 'Asia/Taipei', textsFor('en')).blocks);
    expect(inEnglish('answered')).toContain('To change them, press “Change answers”');
    expect(inEnglish('skipped')).toContain('To answer it, press “Answer after all”');
  });

  test.each(LOCALES)('in %s Slack takes every one of them, as a message and as a modal', (locale) => {
    const texts = textsFor(locale);
    expect(
      TABLE.flatMap(([, model]) => problemsOf(startedCheckInMessage(model, 'Asia/Taipei', texts))),
    ).toEqual([]);
    expect(
      TABLE.flatMap(([, model]) =>
        validateBlocks(startedCheckInModal(model, 'Asia/Taipei', texts).blocks, 'modal'),
      ),
    ).toEqual([]);
  });
});
