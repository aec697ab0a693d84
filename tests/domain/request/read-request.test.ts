import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readRequest } from '../../../src/domain/request/read-request.ts';
import { entriesOf, entryTitle } from '../../../src/domain/standard/entry.ts';
import { loadPublishedLibrary } from '../standard/published-library.ts';

const SEED = 20_261_124;

describe('what people type is a wish, in either language', () => {
  test.each([
    [
      'check-in',
      ['check-in', 'checkin', 'Check in', 'CHECK-IN!', 'ｃｈｅｃｋ－ｉｎ', 'start check-in', '`check-in`'],
    ],
    [
      'check-in',
      ['自評', '開始自評', '「自評」', '自評。', ' 開始 自評 ！', '我要自評', '自\u200b評', '自評 :pray:'],
    ],
    ['me', ['me', 'Me.', 'ＭＥ', 'my standing', '我', '我的現況', '我的現況？', '＊我＊']],
    ['me', ['下次什麼時候？', '下次自評', 'When is my next check-in?', 'next check-in']],
    ['help', ['help', 'HELP!!', 'ｈｅｌｐ', '?', '？？', '說明', '使用說明', '怎麼用？']],
    ['how-to-look-up', ['look up', 'Look-up', 'search', '查詢', '查職能基準']],
    ['greeting', ['hi', 'Hello :wave:', 'good morning', '你好', '您好！', '早安～', '嗨👋']],
    ['thanks', ['thanks', 'Thank you!', 'thx :)', '謝謝', '謝謝你🙏', '感謝～']],
    ['all-right', ['ok', 'OK.', '好的', '收到！', '了解']],
  ] as const)('%s: %j', (kind, typed) => {
    expect(typed.map((each) => readRequest(each))).toEqual(typed.map(() => ({ kind })));
  });

  test.each([
    ['leave', ['請假', '我要請假', 'leave', 'Day off']],
    ['skip', ['跳過', '這週先跳過', 'skip', 'Skip this week!']],
    ['remind', ['提醒我', '提醒我…', 'remind me']],
    ['focus', ['重點指標', 'Focus']],
    ['language', ['語言', 'language?']],
    ['settings', ['設定', '「設定」', 'settings']],
    ['rest-days', ['休息日', 'rest days']],
    ['notes', ['筆記', 'my notes']],
    ['evidence', ['佐證', 'evidence']],
    ['download', ['下載', '我的資料', 'my data', 'Download my data']],
  ] as const)('what is done elsewhere, %s: %j', (topic, typed) => {
    expect(typed.map((each) => readRequest(each))).toEqual(
      typed.map((asked) => ({ kind: 'where-is', topic, asked })),
    );
  });

  test.each([
    ['nothing', ''],
    ['spaces and line breaks', ' \n\t　'],
    ['emoji', '👍🏽🎉1️⃣'],
    ['emoji as Slack writes them', ':+1::skin-tone-2: :tada:'],
    ['punctuation', '…。、!!—「」'],
    ['mrkdwn', '*_~`'],
    ['bidirectional and invisible characters', '\u202e\u2066\u200f\ufeff'],
    ['half a surrogate pair', '\ud83d'],
  ])('%s is nothing that can be read', (_what, typed) => {
    expect(readRequest(typed)).toEqual({ kind: 'no-words' });
  });
});

describe('everything else is looked up', () => {
  test.each([
    ['T2.2', 'T2.2'],
    [' t2-2 ', 't2-2'],
    ['KRM:T1.1', 'KRM:T1.1'],
    ['退貨 :pray:', '退貨'],
    ['check-in 的退貨', 'check-in 的退貨'],
    ['me T1.1', 'me T1.1'],
    ['現況', '現況'],
    ['KRM 設定', 'KRM 設定'],
    ['設定目標', '設定目標'],
    ['自評'.repeat(101), '自評'.repeat(101)],
  ])('%s', (typed, asked) => {
    expect(readRequest(typed)).toEqual({ kind: 'look-up', asked });
  });

  test('so is every code and every name of both standards', async () => {
    const library = await loadPublishedLibrary();
    const typed = library.standards
      .flatMap(entriesOf)
      .flatMap((entry) => Object.values(entryTitle(entry)))
      .filter((each) => each !== undefined);
    expect(typed.filter((each) => readRequest(each).kind !== 'look-up')).toEqual([]);
  });

  test('and whatever is typed is read as something', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
        const read = readRequest(typed);
        expect(read.kind === 'look-up' ? read.asked.trim() : read.kind).not.toBe('');
      }),
      { seed: SEED, numRuns: 1_000 },
    );
  });
});
