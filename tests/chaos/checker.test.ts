import { describe, expect, test } from '@jest/globals';
import type { CheckIn } from '../../src/domain/check-in/check-in.ts';
import type { Rating } from '../../src/domain/check-in/rating.ts';
import { LOCALES, type Locale } from '../../src/domain/people/locale.ts';
import { createStandardLibrary } from '../../src/domain/standard/standard-library.ts';
import { answerLines } from '../../src/slack/views/messages/check-in/answer-lines.ts';
import { textsFor } from '../../src/texts/texts.ts';
import { UNTOUCHED } from '../support/check-in-items.ts';
import { RETAIL, standards } from '../support/shop.ts';
import { check, type Evidence } from './checker.ts';
import { planMischief } from './monkey.ts';
import { readOptions } from './options.ts';
import { createRandom } from './random.ts';
import type { RecordedEntry } from './slack-control.ts';

const CHECK_IN = 'c1';
const TS = '1783494000.000001';

/** The message as it asks: two items, each with the answer that is chosen. */
function asking(...chosen: (number | undefined)[]) {
  return [0, 1].map((item) => ({
    type: 'actions',
    block_id: `item-${item}:${CHECK_IN}`,
    elements: [1, 2, 3, 4, 5].map((point) => ({
      type: 'button',
      action_id: `rate-${point}`,
      value: String(point),
      ...(chosen[item] === point ? { style: 'primary' } : {}),
    })),
  }));
}

/** The answers as the bot's own view writes them where it asks no more. */
function linesOf(answers: readonly (Rating | undefined)[], locale: Locale): string {
  const items = answers.map((answer, position) => ({
    ...UNTOUCHED,
    position,
    standardCode: RETAIL,
    indicatorCode: `P1.1.${position + 1}`,
    answer,
  }));
  const checkIn: CheckIn = {
    workspaceId: 'T1',
    checkInId: CHECK_IN,
    memberId: 'm1',
    period: '2026-W47',
    periodEndsAt: new Date(0),
    closesAt: new Date(0),
    version: 1,
    reopened: false,
    skippedAt: undefined,
    remindAt: undefined,
    remindAsked: false,
    items,
  };
  const shown = { timeZone: 'Asia/Taipei', supervisors: [], contact: undefined, coverage: undefined };
  const indicators = createStandardLibrary(standards).indicatorsOf(RETAIL).slice(0, items.length);
  return answerLines({ checkIn, indicators, now: new Date(0), ...shown }, textsFor(locale));
}

const thanking = (...lines: string[]) => [
  { type: 'section', text: { type: 'mrkdwn', text: ['*Thank you*', ...lines].join('\n') } },
  {
    type: 'actions',
    block_id: `check-in-answered:${CHECK_IN}`,
    elements: [{ type: 'button', action_id: 'check-in-reopen' }],
  },
];

function message(deliveryId: string, channel: string, ts: string, blocks: unknown[] = []) {
  return {
    kind: 'message',
    channel,
    message: { ts, blocks, metadata: { event_payload: { delivery_id: deliveryId } } },
  };
}
const redrawn = (blocks: unknown[]) => ({
  kind: 'message-changed',
  channel: 'D1',
  message: { ts: TS, blocks },
});
const tapped = (item: number, answer: number, actionTs: string) => ({
  kind: 'tapped',
  status: 200,
  details: {
    channel: 'D1',
    ts: TS,
    action: {
      action_id: `rate-${answer}`,
      block_id: `item-${item}:${CHECK_IN}`,
      action_ts: actionTs,
      value: String(answer),
    },
  },
});

const POSTED = message('d1', 'D1', TS, asking());
const DIGEST = message('d2', 'D2', '1783904400.000001');

function record(...happened: object[]): RecordedEntry[] {
  return happened.map((entry, index) => ({
    kind: '',
    number: index + 1,
    machine_ms: index * 1_000,
    ...entry,
  }));
}

const RATING = {
  check_in_id: CHECK_IN,
  position: 0,
  kind: 'score',
  score: 4,
  action_ts: '1783494100.000100',
};

/** One member with a check-in, one supervisor with a digest, one answer that was seen as saved. */
function evidence(given: {
  happened?: object[];
  ratings?: Evidence['database']['ratings'];
  answer?: number | null;
}): Evidence {
  const { happened = HAPPENED, ratings = [RATING], answer = 4 } = given;
  return {
    expected: { members: ['U1'], periods: ['2026-W28'], supervisors: ['U2'], digestPeriods: ['2026-W28'] },
    record: record(...happened),
    database: {
      checkIns: [
        {
          check_in_id: CHECK_IN,
          slack_user_id: 'U1',
          period: '2026-W28',
          answers: answer === null ? {} : { '0': { answer } },
          items: ['P1.1.1', 'P1.1.2'],
        },
      ],
      digests: [{ digest_id: 'g1', slack_user_id: 'U2', period: '2026-W28' }],
      deliveries: [
        { delivery_id: 'd1', kind: 'check-in', subject_id: CHECK_IN, state: 'sent', reason: null },
        { delivery_id: 'd2', kind: 'weekly-digest', subject_id: 'g1', state: 'sent', reason: null },
      ],
      ratings,
    },
  };
}

const HAPPENED = [POSTED, tapped(0, 4, RATING.action_ts), redrawn(asking(4)), DIGEST];

const NOTHING_WRONG = {
  delivered: 2,
  lost: [],
  doubled: [],
  ratingsConfirmed: 1,
  ratingsLost: [],
  stalePictures: [],
  limitsExceeded: [],
  unfinished: [],
  faults: 0,
};

describe('the checker of the chaos suite', () => {
  test('finds nothing wrong where nothing is', () => {
    expect(check(evidence({}))).toEqual(NOTHING_WRONG);
  });

  test('catches a check-in that nobody got, and one that was deleted', () => {
    expect(check(evidence({ happened: HAPPENED.slice(1) })).lost).toEqual([
      'check-in of 2026-W28 to U1 in D1',
    ]);
    const removed = { kind: 'message-deleted', channel: 'D1', ts: TS };
    expect(check(evidence({ happened: [...HAPPENED, removed] })).lost).toHaveLength(1);
  });

  test('counts what was answered in a form that closed, and catches it where it is not stored', () => {
    const form = (values: object, answered: object = {}) => ({
      kind: 'submitted',
      status: 200,
      details: {
        callback_id: 'check-in-form',
        private_metadata: JSON.stringify({ checkIn: CHECK_IN }),
        values,
        ...answered,
      },
    });
    const choosing = (answer: string) => ({ 'answer-0': { answer: { selected_option: { value: answer } } } });
    const saved = check(evidence({ happened: [...HAPPENED, form(choosing('4'))] }));
    expect(saved).toEqual({ ...NOTHING_WRONG, ratingsConfirmed: 2 });
    expect(check(evidence({ happened: [...HAPPENED, form(choosing('5'))] })).ratingsLost).toHaveLength(1);
    const refused = form(choosing('5'), { response_action: 'errors' });
    expect(check(evidence({ happened: [...HAPPENED, refused] }))).toEqual(NOTHING_WRONG);
  });

  test('a reminder is no check-in, comes at most once, and may be of no use any more', () => {
    const reminded = (state: string, reason: string | null, ...times: string[]) => {
      const given = evidence({
        happened: [...HAPPENED, ...times.map((ts) => message('d3', 'D1', ts, asking()))],
      });
      const delivery = { delivery_id: 'd3', kind: 'check-in-reminder', subject_id: CHECK_IN, state, reason };
      return check({
        ...given,
        database: { ...given.database, deliveries: [...given.database.deliveries, delivery] },
      });
    };
    expect(reminded('sent', null, '1783580400.000001')).toEqual(NOTHING_WRONG);
    expect(reminded('sent', null, '1783580400.000001', '1783580401.000001').doubled).toHaveLength(1);
    expect(reminded('cancelled', 'closed')).toEqual(NOTHING_WRONG);
    expect(reminded('failed', 'user_not_found').unfinished).toHaveLength(1);
  });

  test('catches a digest that nobody got', () => {
    expect(check(evidence({ happened: HAPPENED.slice(0, 3) })).lost).toEqual([
      'digest of 2026-W28 to U2 in D2',
    ]);
  });

  test('catches a message that came twice, under the same delivery or another', () => {
    const again = message('d1', 'D1', '1783494005.000001', asking());
    expect(check(evidence({ happened: [...HAPPENED, again] })).doubled).toEqual([
      'check-in of 2026-W28 to U1 in D1, 2 times',
    ]);
  });

  test('catches a message that went to somebody else, or that nobody was due', () => {
    const elsewhere = message('d1', 'D9', '1783494005.000001');
    const unknown = message('d9', 'D1', '1783494005.000001');
    expect(check(evidence({ happened: [...HAPPENED, elsewhere, unknown] })).doubled).toHaveLength(2);
  });

  test('catches an answer that was seen as saved and is not stored', () => {
    const verdict = check(evidence({ ratings: [], answer: null }));
    expect(verdict).toMatchObject({ ratingsConfirmed: 1, ratingsLost: [expect.stringContaining('4 at')] });
  });

  test('catches one that is stored as another answer', () => {
    expect(check(evidence({ ratings: [{ ...RATING, score: 2 }] })).ratingsLost).not.toEqual([]);
  });

  test('catches one that is stored twice', () => {
    expect(check(evidence({ ratings: [RATING, RATING] })).ratingsLost).toHaveLength(1);
  });

  test('catches an answer that the check-in carries and its history does not', () => {
    expect(check(evidence({ answer: 5 })).ratingsLost).toHaveLength(1);
  });

  test('does not count an answer as confirmed that nobody saw saved', () => {
    const happened = [POSTED, tapped(0, 4, RATING.action_ts), DIGEST];
    const verdict = check(evidence({ happened, ratings: [], answer: null }));
    expect(verdict).toEqual({ ...NOTHING_WRONG, ratingsConfirmed: 0 });
  });

  test.each(LOCALES)('reads the thank-you and the closed message as well, in %s', (locale) => {
    const lines = linesOf([4, 'no-opportunity'], locale);
    const noOpportunity = { ...RATING, position: 1, kind: 'no-opportunity', score: null };
    const given = evidence({
      happened: [POSTED, tapped(0, 4, RATING.action_ts), redrawn(thanking(lines)), DIGEST],
      ratings: [RATING, noOpportunity],
    });
    Object.assign(given.database.checkIns[0]?.answers ?? {}, { '1': { answer: 'no-opportunity' } });
    expect(check(given)).toEqual(NOTHING_WRONG);
    const closed = [
      {
        type: 'section',
        text: { type: 'mrkdwn', text: linesOf([4, undefined], locale) },
      },
    ];
    expect(check(evidence({ happened: [...HAPPENED, redrawn(closed)] }))).toEqual(NOTHING_WRONG);
  });

  test('catches a message that ends as something else than what is saved', () => {
    const verdict = check(evidence({ happened: [...HAPPENED, redrawn(asking(3))] }));
    expect(verdict.stalePictures).toEqual([`${CHECK_IN} 0: shows 3, saved is 4`]);
  });

  test('catches a delivery that is left in doubt, though its message is there', () => {
    const given = evidence({});
    Object.assign(given.database.deliveries[0] ?? {}, { state: 'uncertain', reason: 'sender-died' });
    expect(check(given)).toMatchObject({ lost: [], unfinished: ['check-in d1: uncertain, sender-died'] });
  });

  test('catches a message sent while Slack wants none, and lets what was on its way pass', () => {
    const refused = {
      kind: 'fault',
      method: 'chat.postMessage',
      fault: '429',
      asked: { has_metadata: true },
    };
    const at = (ms: number, first: boolean) => ({ ...refused, first, machine_ms: 100_000 + ms });
    const burst = (...calls: object[]) => check(evidence({ happened: [...HAPPENED, ...calls] }));
    expect(burst(at(0, true), at(40, false))).toMatchObject({ limitsExceeded: [], faults: 1 });
    expect(burst(at(0, true), at(600, false)).limitsExceeded).toHaveLength(1);
    expect(burst(at(0, true), at(1_500, true)).limitsExceeded).toEqual([]);
    const byRate = {
      kind: 'refused',
      method: 'chat.postMessage',
      error: 'ratelimited',
      asked: { has_metadata: true },
    };
    expect(burst(at(0, true), { ...byRate, machine_ms: 100_700 }).limitsExceeded).toHaveLength(1);
  });
});

describe('a run of the chaos suite', () => {
  test('has as many kills as asked, spread over its weeks', () => {
    const kills = planMischief(20, 6).map((mischief) => mischief.kills);
    expect(kills).toEqual([3, 3, 4, 3, 3, 4]);
  });

  test('makes the same choices for the same seed', () => {
    const choices = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 20 }, () => random.whole(1, 6));
    };
    expect(choices(7)).toEqual(choices(7));
    expect(choices(7)).not.toEqual(choices(8));
    expect(Math.min(...choices(7))).toBeGreaterThanOrEqual(1);
    expect(Math.max(...choices(7))).toBeLessThanOrEqual(6);
  });

  test('refuses options that are not right with a sentence', () => {
    expect(() => readOptions(['--kills', 'many'])).toThrow('--kills must be a whole number');
    expect(() => readOptions(['--members', '1'])).toThrow('--members must be at least 4');
    expect(readOptions(['--seed', '9', '--json'])).toMatchObject({ seed: 9, json: true, kills: 20 });
  });
});
