import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CheckIn } from '../../../../src/domain/check-in/check-in.ts';
import { SCORE_POINTS } from '../../../../src/domain/check-in/rating.ts';
import type { HomeCheckIn, MemberHome, OwnStandards } from '../../../../src/domain/home/home.ts';
import { indicatorId } from '../../../../src/domain/home/reading.ts';
import { strengthsAndGaps, summariseDuties } from '../../../../src/domain/home/summarise-duties.ts';
import { LOCALES } from '../../../../src/domain/people/locale.ts';
import { ownStandingMessage } from '../../../../src/slack/views/messages/own-standing.ts';
import { textsFor } from '../../../../src/texts/texts.ts';
import { IIS, KRM, loadPublishedLibrary } from '../../../domain/standard/published-library.ts';
import { UNTOUCHED } from '../../../support/check-in-items.ts';
import { problemsOf } from './support/shown.ts';

const SEED = 20_261_124;
const ESTABLISHED = ['header', 'section', 'context', 'divider'];
const library = await loadPublishedLibrary();
const TARGET = 4;

const NEXT_AT = new Date('2026-11-25T05:00:00Z');
const NEXT: HomeCheckIn = {
  kind: 'next',
  at: NEXT_AT,
  canStart: false,
  answered: undefined,
  indicators: [],
};

const ANSWERED: CheckIn = {
  workspaceId: 'T0',
  checkInId: '01a00000-0000-7000-8000-000000000000',
  memberId: 'm1',
  period: '2026-W47',
  periodEndsAt: new Date('2026-11-22T16:00:00Z'),
  closesAt: new Date('2026-11-24T16:00:00Z'),
  version: 4,
  items: [{ ...UNTOUCHED, position: 0, standardCode: IIS, indicatorCode: 'P1.1.1', answer: 4 }],
  reopened: false,
  skippedAt: undefined,
  remindAt: undefined,
  remindAsked: false,
};

/** A member of these standards whose nth indicator is rated `ratings[n]`. */
function homeWith(codes: readonly string[], ratings: readonly unknown[], checkIn = NEXT): MemberHome {
  const indicators = codes.flatMap((code) => library.indicatorsOf(code));
  const standings = new Map(
    indicators.flatMap(({ standardCode, code }, index) => {
      const rating = ratings[index];
      const isRating = rating === 'no-opportunity' || SCORE_POINTS.includes(rating as never);
      return isRating
        ? [[indicatorId({ standardCode, indicatorCode: code }), rating as 1 | 'no-opportunity'] as const]
        : [];
    }),
  );
  const duties = summariseDuties(indicators, standings, TARGET);
  const own: OwnStandards = {
    standards: codes.map((code) => ({
      code,
      name: library.standard(code)?.name ?? code,
      covered: standings.size,
      indicators: indicators.length,
    })),
    target: TARGET,
    validWeeks: 26,
    duties,
    told: strengthsAndGaps(duties),
    months: [],
    checkIn,
    notes: { newest: [], total: 0 },
    evidence: { newest: [], total: 0 },
  };
  return {
    kind: 'member',
    locale: 'zh-TW',
    timeZone: 'Asia/Taipei',
    today: '2026-11-18',
    contact: undefined,
    supervisors: [],
    teamSize: 0,
    hasMoreEntries: false,
    nextDigestAt: undefined,
    settings: {
      checkIn: { weekday: 3, time: '13:00' },
      restDays: [],
      worksHolidays: false,
      leaves: [],
      focus: [],
      focusLimit: 1,
      itemsPerCheckIn: 4,
    },
    own,
  };
}

const said = (home: MemberHome) => ownStandingMessage(home, textsFor('zh-TW'), 'command').text.split('\n');

describe('where somebody stands, in short', () => {
  test('without a score: coverage, and that there is nothing to tell strengths from', () => {
    const lines = said(homeWith([IIS], ['no-opportunity']));
    expect(lines).toContain('還沒有分數，所以還看不出強項與差距。答過自評之後就會有。');
    expect(lines.join('')).not.toContain('中間分數 ');
  });

  test('strengths and gaps by duty, with their n; a single reading is a figure of one, and no trend', () => {
    const lines = said(homeWith([IIS], [3])).join('\n');
    expect(lines).toMatch(/離目標 4 分還有成長空間\nT1 .*中間分數 3\.0，差距 1\.0（1 筆分數）/);
    expect(lines).not.toMatch(/進步|退步|趨勢|上升|下降/);
    expect(lines).toContain('職能級別不是分數，沒有納入計算');
  });

  test('of two standards each duty is named with its own', () => {
    const every = library.indicatorsOf(IIS).length;
    const lines = said(homeWith([IIS, KRM], [...Array(every).fill(2), 2, 2])).join('\n');
    expect(lines).toContain('零售電子商務營運人員 T');
  });

  test('three of each at most, and how many there are', () => {
    const lines = said(homeWith([IIS, KRM], Array(400).fill(2)));
    expect(lines.filter((line) => line.includes('差距 2.0（'))).toHaveLength(3);
    expect(lines.join('\n')).toMatch(/還有成長空間（前 3 項，共 \d+ 項）/);
  });

  test.each<[string, HomeCheckIn]>([
    ['下一次自評：11/25（三）13:00。', NEXT],
    [
      '第 47 週的 1 個行為指標你都答完了，謝謝。11/24（二）23:59 前都可以更改。\n下一次自評：11/25（三）13:00。',
      { ...NEXT, answered: ANSWERED },
    ],
    [
      '第 47 週的自評你選了先跳過，11/24（二）23:59 前都還可以作答。\n想作答的話，請到我私訊給你的那則自評，按「還是想作答」。\n下一次自評：11/25（三）13:00。',
      { kind: 'open', checkIn: ANSWERED, isSkipped: true, isThere: true, nextAt: NEXT_AT },
    ],
    ['目前排不出下一次自評', { ...NEXT, at: undefined }],
    ['公司還沒有開始每週自評', { kind: 'not-started' }],
    [
      '請先讀過個人資料告知，按「我已閱讀」。還沒收到的話，想馬上收到就輸入 /competency 自評',
      { kind: 'not-acknowledged' },
    ],
  ])('%s', (sentence, checkIn) => {
    expect(said(homeWith([IIS], [], checkIn)).join('\n')).toContain(sentence);
  });

  test('whoever has not read the notice is not told that it was sent: it may not have been', () => {
    const home = homeWith([IIS], [], { kind: 'not-acknowledged' });
    const english = ownStandingMessage(home, textsFor('en'), 'words').text;
    expect(english).toContain('If you do not have it yet, I send it when you type check-in');
    expect([english, ...said(home)].join('\n')).not.toMatch(/I sent|我私訊給你的/);
  });

  test.each(LOCALES)('in %s Slack takes it, in established blocks, whatever the figures are', (locale) => {
    const rating = fc.constantFrom(...SCORE_POINTS, 'no-opportunity', undefined);
    const codes = fc.constantFrom([IIS], [KRM], [IIS, KRM]);
    fc.assert(
      fc.property(codes, fc.array(rating, { maxLength: 150 }), (standards, ratings) => {
        const message = ownStandingMessage(homeWith(standards, ratings), textsFor(locale), 'command');
        expect([
          ...problemsOf(message),
          ...message.blocks.filter(({ type }) => !ESTABLISHED.includes(type)),
        ]).toEqual([]);
        expect(message.blocks.length).toBeLessThanOrEqual(8);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  test.each(LOCALES)(
    'in %s a stranger, and somebody without a standard, are told in a sentence',
    (locale) => {
      const texts = textsFor(locale);
      const stranger = ownStandingMessage({ kind: 'stranger', contact: undefined }, texts, 'command');
      const without = ownStandingMessage({ ...homeWith([IIS], []), own: undefined }, texts, 'command');
      expect([stranger, without].flatMap(problemsOf)).toEqual([]);
      expect([stranger.text, without.text]).toEqual([
        texts.startedCheckIn.notAMember,
        texts.startedCheckIn.noStandard,
      ]);
    },
  );
});
