import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  answeredCount,
  type CheckIn,
  countedItems,
  stageOf,
} from '../../../../src/domain/check-in/check-in.ts';
import type { Period } from '../../../../src/domain/check-in/period.ts';
import { type Rating, SCORE_POINTS, type ScorePoint } from '../../../../src/domain/check-in/rating.ts';
import type { Coverage } from '../../../../src/domain/check-in/standing.ts';
import { VISIBILITIES, type Visibility } from '../../../../src/domain/check-in/visibility.ts';
import type { IndicatorInContext } from '../../../../src/domain/standard/indicator-in-context.ts';
import type { Block } from '../../../../src/slack/blocks/build.ts';
import { LIMITS } from '../../../../src/slack/blocks/limits.ts';
import type { CheckInModel } from '../../../../src/slack/views/messages/check-in/model.ts';
import { checkInMessage } from '../../../../src/slack/views/messages/check-in.ts';
import {
  answersId,
  CHECK_IN_ACTIONS,
  readCheckIn,
  readItemChoice,
  readRating,
  readRemindChoice,
} from '../../../../src/slack/views/messages/check-in-actions.ts';
import { textsFor } from '../../../../src/texts/texts.ts';
import { IIS, KRM, loadPublishedLibrary } from '../../../domain/standard/published-library.ts';
import { UNTOUCHED } from '../../../support/check-in-items.ts';
import { buttonsOf, nasty, problemsOf, words } from './support/shown.ts';

const SEED = 20_261_118;
const CHECK_IN_ID = '0199a000-0000-7000-8000-000000000001';
const CLOSES_AT = new Date('2026-11-24T16:00Z');
const OPEN = new Date('2026-11-18T05:00Z');
/** The period is over, the check-in takes late answers. */
const LATE = new Date('2026-11-23T01:00Z');
const LOCALES = ['zh-TW', 'en'] as const;
const ANSWERS: readonly (Rating | undefined)[] = [...SCORE_POINTS, 'no-opportunity', undefined];

const library = await loadPublishedLibrary();
const indicatorsOfBoth = [IIS, KRM].flatMap((code) => library.indicatorsOf(code));
const byLength = (one: IndicatorInContext, other: IndicatorInContext) => lengthOf(other) - lengthOf(one);
const longest = indicatorsOfBoth.toSorted(byLength).slice(0, 10);

function lengthOf({ text, notes }: IndicatorInContext): number {
  return text.length + notes.reduce((sum, note) => sum + note.text.length, 0);
}

const isAnswerRow = ({ block_id: id }: Block) => id?.startsWith('item-');

interface Scene {
  readonly answers: readonly (Rating | undefined)[];
  readonly indicators?: readonly IndicatorInContext[];
  readonly reopened?: boolean;
  readonly now?: Date;
  readonly supervisors?: readonly string[];
  readonly contact?: string | undefined;
  /** The standards are no longer installed. */
  readonly unknown?: boolean;
  readonly period?: Period;
  readonly skipped?: boolean;
  /** In its week unless told. */
  readonly skippedAt?: Date;
  readonly remindAt?: Date | undefined;
  /** It comes by itself; those of a scene are asked for unless told. */
  readonly remindUnasked?: boolean;
  /** Their scores of before, by item. */
  readonly previous?: readonly (ScorePoint | undefined)[];
  /** Who sees the note of each item that has one. */
  readonly notes?: readonly (Visibility | undefined)[];
  /** How many pieces of evidence each item has. */
  readonly evidence?: readonly number[];
  readonly closed?: readonly boolean[];
  readonly coverage?: Coverage | undefined;
}

function modelOf({ answers, indicators = library.indicatorsOf(IIS), ...scene }: Scene): CheckInModel {
  const shown = indicators.slice(0, answers.length);
  const checkIn: CheckIn = {
    workspaceId: 'T1',
    checkInId: CHECK_IN_ID,
    memberId: 'm1',
    period: scene.period ?? '2026-W47',
    periodEndsAt: new Date('2026-11-22T16:00Z'),
    closesAt: CLOSES_AT,
    version: 3,
    reopened: scene.reopened ?? false,
    skippedAt: scene.skipped === true ? (scene.skippedAt ?? OPEN) : undefined,
    remindAt: scene.remindAt,
    remindAsked: scene.remindAt !== undefined && scene.remindUnasked !== true,
    items: shown.map(({ standardCode, code }, position) => ({
      ...UNTOUCHED,
      position,
      standardCode,
      indicatorCode: code,
      answer: answers[position],
      closed: scene.closed?.[position] ?? false,
      evidence: scene.evidence?.[position] ?? 0,
      note: noteOf(scene.notes?.[position]),
      previous: previousOf(scene.previous?.[position]),
    })),
  };
  return {
    checkIn,
    timeZone: 'Asia/Taipei',
    supervisors: scene.supervisors ?? ['王主管'],
    contact: scene.contact,
    coverage: scene.coverage,
    indicators: shown.map((indicator) => (scene.unknown === true ? undefined : indicator)),
    now: scene.now ?? OPEN,
  };
}

const SECRET = '這是只寫給自己看的筆記';
const noteOf = (visibility: Visibility | undefined) =>
  visibility === undefined ? undefined : { text: `${SECRET}${'字'.repeat(280)}`, visibility };
const previousOf = (score: ScorePoint | undefined) =>
  score === undefined ? undefined : { score, at: new Date('2026-09-02T05:00Z') };

function message(scene: Scene, locale: (typeof LOCALES)[number] = 'zh-TW') {
  return checkInMessage(modelOf(scene), textsFor(locale));
}

const stage = (scene: Scene) => stageOf(modelOf(scene).checkIn, scene.now ?? OPEN);

/** As it reads: what stays on one line has spaces too. */
const unbroken = (text: string) => text.replaceAll('\u00a0', ' ');

/** How many answers a message lists whole: code, beginning of the text, and what was answered. */
function answersListed(built: ReturnType<typeof message>): number {
  const said = [...LOCALES].flatMap((locale) => {
    const { ratingScale, checkIn } = textsFor(locale);
    return [...Object.values(ratingScale.wording), ratingScale.noOpportunity, checkIn.notAnswered];
  });
  return words(built)
    .split('\n')
    .filter((line) => {
      const [code = '', answer = ''] = line.split('　');
      return /^\*P[\d.]+\*$/.test(code) && said.some((each) => unbroken(answer).endsWith(`${each}*`));
    }).length;
}

/** The buttons under the item at this position. */
function rowOf(built: ReturnType<typeof message>, position: number) {
  return buttonsOf(built.blocks.filter((block) => block.block_id === answersId(CHECK_IN_ID, position)));
}

describe.each(LOCALES)('promise 10: Slack takes every check-in in %s', (locale) => {
  test('with the longest indicators of both standards, one to ten of them, in every stage', () => {
    const refused = Array.from({ length: 10 }, (_, count) =>
      ANSWERS.flatMap((answer) =>
        [false, true].flatMap((yes) =>
          [OPEN, LATE, CLOSES_AT].flatMap((now) => {
            const each = <T>(value: T) => Array.from({ length: count + 1 }, () => value);
            const full = {
              notes: each('supervisor' as const),
              evidence: each(12),
              previous: each(2 as const),
              remindAt: CLOSES_AT,
            };
            const scene = {
              indicators: longest,
              answers: each(answer),
              now,
              coverage: { covered: 17, indicators: 25 },
            };
            return [
              { reopened: yes, skipped: !yes },
              { ...full, reopened: yes },
              { ...full, skipped: yes },
              { ...full, closed: [yes, ...each(yes).slice(1).fill(true)] },
            ].flatMap((more) => problemsOf(message({ ...scene, ...more }, locale)));
          }),
        ),
      ),
    );
    expect(refused.flat()).toEqual([]);
  });

  test('whatever is asked and answered, and whatever the supervisors and the contact are called', () => {
    const scenes = fc.record({
      indicators: fc.shuffledSubarray(indicatorsOfBoth, { minLength: 10, maxLength: 10 }),
      answers: fc.array(fc.constantFrom(...ANSWERS), { minLength: 1, maxLength: 10 }),
      reopened: fc.boolean(),
      now: fc.constantFrom(OPEN, LATE, CLOSES_AT),
      skipped: fc.boolean(),
      remindAt: fc.option(fc.constantFrom(OPEN, LATE), { nil: undefined }),
      previous: fc.array(fc.option(fc.constantFrom(...SCORE_POINTS), { nil: undefined }), { maxLength: 10 }),
      notes: fc.array(fc.option(fc.constantFrom(...VISIBILITIES), { nil: undefined }), { maxLength: 10 }),
      evidence: fc.array(fc.nat({ max: 120 }), { maxLength: 10 }),
      closed: fc.array(fc.boolean(), { maxLength: 10 }),
      coverage: fc.option(fc.constant({ covered: 17, indicators: 50 }), { nil: undefined }),
      supervisors: fc.array(nasty, { maxLength: 4 }),
      contact: fc.option(nasty, { nil: undefined }),
      unknown: fc.boolean(),
    });
    // No standard that is published has such an indicator; one that is written in a company may.
    const wording = fc.option(nasty, { nil: undefined });
    fc.assert(
      fc.property(scenes, wording, ({ indicators, ...scene }, text) => {
        const asked = text === undefined ? indicators : indicators.map((each) => ({ ...each, text }));
        const built = message({ ...scene, indicators: asked }, locale);
        expect(problemsOf(built)).toEqual([]);
        const { checkIn } = modelOf({ ...scene, indicators: asked });
        const lists = {
          open: 0,
          skipped: 0,
          answered: countedItems(checkIn).length,
          closed: countedItems(checkIn).length,
        };
        const isSilent = stage(scene) === 'closed' && scene.skipped && answeredCount(checkIn) === 0;
        const listed = isSilent ? 0 : lists[stage(scene)];
        // Nothing but the answers has room where every indicator is as long as a page.
        expect([listed, ...(stage(scene) === 'open' ? [countedItems(checkIn).length] : [])]).toContain(
          answersListed(built),
        );
        expect(JSON.stringify(built)).not.toContain(SECRET);
        // A redraw may go through chat.update, which refuses a longer one.
        expect(built.text.length).toBeLessThanOrEqual(LIMITS.message.updateText);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  test.each([4, 5, 6])('%i of the longest indicators have a button an answer, always', (count) => {
    const each = <T>(value: T) => Array.from({ length: count }, () => value);
    for (const indicators of [longest, library.indicatorsOf(IIS).toSorted(byLength)]) {
      for (const now of [OPEN, LATE]) {
        for (const notes of [[], each('supervisor' as const)]) {
          for (const answer of ANSWERS) {
            const scene = { indicators, now, notes, evidence: each(12), remindAt: CLOSES_AT };
            const built = message({ ...scene, answers: each(answer), reopened: true }, locale);
            expect(built.blocks.filter(isAnswerRow)).toHaveLength(count);
            expect(problemsOf(built)).toEqual([]);
          }
        }
      }
    }
  });

  test('ten of the longest are a line each, and *answer in one form* is the button', () => {
    const indicators = longest;
    const scene = { indicators, remindAt: CLOSES_AT };
    const blank = Array.from({ length: 10 }, () => undefined);
    const built = message({ ...scene, answers: [4, ...blank.slice(1)] }, locale);
    const { checkIn, ratingScale } = textsFor(locale);
    expect(built.blocks.filter(isAnswerRow)).toEqual([]);
    for (const { code, text } of indicators) expect(words(built)).toContain(`*${code}*　${text}`);
    expect(words(built)).toContain(checkIn.saved(`4 ${ratingScale.wording[4]}`));
    expect(words(built)).toContain(checkIn.inFormOnly(checkIn.form));
    const row = buttonsOf(built.blocks);
    expect(row.map(({ action_id, style }) => [action_id, style])).toEqual([
      [CHECK_IN_ACTIONS.form, 'primary'],
      [CHECK_IN_ACTIONS.skip, undefined],
    ]);
    expect(message({ ...scene, answers: blank.slice(4) }, locale).blocks.some(isAnswerRow)).toBe(true);
  });

  test('no button goes while somebody is answering', () => {
    const answers: (Rating | undefined)[] = Array.from({ length: 10 }, () => undefined);
    for (let count = 1; count <= 10; count += 1) {
      const rows = (scene: Omit<Scene, 'answers'>, given: number) =>
        message(
          {
            ...scene,
            indicators: longest,
            reopened: true,
            answers: answers.slice(0, count).fill(5, 0, given),
          },
          locale,
        ).blocks.filter(isAnswerRow).length;
      const full = { notes: answers.map(() => 'supervisor' as const), evidence: answers.map(() => 12) };
      const shown = [0, 1, count].flatMap((given) => [rows({}, given), rows(full, given)]);
      expect(new Set(shown).size).toBe(1);
    }
  });

  test('every button has words for a screen reader, of one meaning each', () => {
    const built = message({ answers: [3, undefined, 'no-opportunity', 5] }, locale);
    const rating = buttonsOf(built.blocks).filter(({ action_id: id }) => id?.startsWith('rate-'));
    expect(rating).toHaveLength(6 * 4 + 3);
    const labels = rating.map((each) => each.accessibility_label);
    expect(labels.filter((label) => label === undefined || label === '')).toEqual([]);
    expect(new Set(labels).size).toBe(labels.length);
    const { ratingScale } = textsFor(locale);
    expect(labels[3]).toContain(`${library.indicatorsOf(IIS)[0]?.code}`);
    expect(labels[3]).toContain(ratingScale.wording[4]);
  });

  test('the scale is explained in the message', () => {
    const text = words(message({ answers: [undefined] }, locale));
    const { wording, noOpportunity } = textsFor(locale).ratingScale;
    for (const each of [...Object.values(wording), noOpportunity]) expect(text).toContain(each);
  });
});

describe('a check-in that asks', () => {
  test('shows the official wording of each indicator under its task, verbatim', () => {
    const text = words(message({ answers: [undefined, undefined, undefined, undefined] }));
    for (const { code, text: official, taskCode, taskName } of library.indicatorsOf(IIS).slice(0, 4)) {
      expect(text).toContain(`*${code}*　${official}`);
      expect(text).toContain(`${taskCode} ${taskName}`);
    }
  });

  test('shows the note that an indicator is anchored to', () => {
    const noted = library.indicatorsOf(KRM).filter(({ notes }) => notes.length > 0);
    expect(words(message({ answers: [undefined], indicators: noted }))).toContain(
      '【註1】退貨：包含商品退貨',
    );
  });

  test.each([
    [[undefined, undefined, undefined, undefined], '已答 0/4', '0 of 4 answered'],
    [[4, undefined, 'no-opportunity', undefined], '已答 2/4', '2 of 4 answered'],
  ] satisfies [(Rating | undefined)[], string, string][])('says how far it is: %j', (answers, zh, en) => {
    expect(words(message({ answers }))).toContain(zh);
    expect(words(message({ answers }, 'en'))).toContain(en);
  });

  test('marks the chosen answer, and only it, and says that it is saved', () => {
    const built = message({ answers: [4, 'no-opportunity', undefined] });
    const marked = [0, 1, 2].map((position) =>
      rowOf(built, position)
        .filter(({ style }) => style !== undefined)
        .map(({ action_id: id, style }) => [id, style]),
    );
    expect(marked).toEqual([[['rate-4', 'primary']], [['rate-no-opportunity', 'primary']], []]);
    expect(words(built)).toContain('✅ 已儲存：4 經常');
    expect(words(built)).toContain('✅ 已儲存：本期無機會');
  });

  test('an answer can be taken back once there is one', () => {
    const built = message({ answers: [4, undefined] });
    const ids = (position: number) => rowOf(built, position).map(({ action_id: id }) => id);
    const choices = ['rate-1', 'rate-2', 'rate-3', 'rate-4', 'rate-5', 'rate-no-opportunity'];
    expect(ids(0)).toEqual([...choices, 'rate-take-back']);
    expect(ids(1)).toEqual(choices);
  });

  test('each button carries where its tap belongs', () => {
    const built = message({ answers: [4, undefined] });
    const taps = [0, 1].map((position) => rowOf(built, position).map(readRating));
    const tap = (item: number) => (answer: Rating | 'take-back') => ({ checkIn: CHECK_IN_ID, item, answer });
    expect(taps).toEqual([
      ([1, 2, 3, 4, 5, 'no-opportunity', 'take-back'] as const).map(tap(0)),
      ([1, 2, 3, 4, 5, 'no-opportunity'] as const).map(tap(1)),
    ]);
  });

  test('names the standards only where there are two of them', () => {
    const mixed = [library.indicatorsOf(IIS)[0], library.indicatorsOf(KRM)[0]].flatMap((each) => each ?? []);
    const answers = [undefined, undefined];
    for (const { standardName } of mixed) {
      expect(words(message({ answers, indicators: mixed }))).toContain(`${standardName}｜`);
    }
    expect(words(message({ answers }))).not.toContain('｜T');
  });

  test('still shows the code where the standard is no longer installed', () => {
    const text = words(message({ answers: [undefined], unknown: true }));
    expect(text).toContain(library.indicatorsOf(IIS)[0]?.code);
    expect(text).toContain(IIS);
  });
});

test.each(LOCALES)(
  'a phone shows a question at once: what is wanted, the scale, then the first item, in %s',
  (locale) => {
    const texts = textsFor(locale).checkIn;
    for (const now of [OPEN, LATE]) {
      const { blocks } = message({ answers: [undefined, undefined], now }, locale);
      const at = (text: string) =>
        blocks.findIndex((block) => words({ text: '', blocks: [block] }).includes(text));
      expect(at(texts.question)).toBe(0);
      expect(blocks[1]?.type).toBe('context');
      expect(blocks.slice(2, 6).map(({ type }) => type)).toEqual([
        'divider',
        'context',
        'section',
        'actions',
      ]);
      const lastItem = blocks.findIndex((block) => block.block_id === answersId(CHECK_IN_ID, 1));
      for (const below of ['11/16', '16–22 Nov', '誰看得到', 'Who sees', texts.quoted]) {
        expect(at(below) === -1 || at(below) > lastItem).toBe(true);
      }
      expect(at(texts.quoted)).toBeGreaterThan(lastItem);
    }
    const [late] = message({ answers: [undefined], now: LATE }, locale).blocks;
    expect(JSON.stringify(late)).toMatch(/現在作答會記為逾期。|Answers count as late now./);
  },
);

describe('who sees the answers is said in the message itself', () => {
  test('with the supervisors by name, the purpose, and whom to ask', () => {
    const scene = { answers: [undefined], supervisors: ['王大明', 'R&D <!here>'], contact: '#hr & co' };
    expect(words(message(scene))).toContain(
      '誰看得到：你本人、你的主管（王大明、R&amp;D &lt;!here&gt;），以及人資與管理員。只用於個人發展，不作為考績或薪資的依據。有疑問請洽 #hr &amp; co。',
    );
    expect(words(message(scene, 'en'))).toContain(
      'Who sees your answers: you, your supervisor (王大明, R&amp;D &lt;!here&gt;), HR and administrators. They are for your development, never for pay or appraisal. Questions: #hr &amp; co.',
    );
  });

  test('names are shown as they are, here and in the thank-you: nothing in them is mrkdwn or an emoji', () => {
    const supervisors = ['*王*', ':smile: <林>'];
    for (const answer of [undefined, 4] as const) {
      const shown = words(message({ answers: [answer], supervisors }));
      expect(shown).not.toMatch(/\*王\*|:smile:/);
      expect(shown.replaceAll('\u2060', '')).toContain('主管（*王*、:smile: &lt;林&gt;）');
    }
  });

  test('also without a supervisor or a contact', () => {
    const text = words(message({ answers: [undefined], supervisors: [] }));
    expect(text).toContain('誰看得到：你本人，以及人資與管理員；有了主管之後，主管也看得到。');
    expect(words(message({ answers: [undefined], supervisors: [] }, 'en'))).toContain(
      'Who sees your answers: you, HR and administrators, and your supervisor once you have one.',
    );
    expect(text).toContain('有疑問請洽公司的管理員');
  });
});

describe('the notification stands alone', () => {
  test.each([
    ['open', { answers: [undefined, 3] }, '本週自評：2 個行為指標，約 1 分鐘，11/24（二）23:59 前作答。'],
    [
      'open once its week is over',
      { answers: [undefined, 3], now: LATE },
      '第 47 週的自評：2 個行為指標，約 1 分鐘，現在作答會記為逾期，11/24（二）23:59 前仍歡迎。',
    ],
    ['answered', { answers: [4, 3] }, '✅ 謝謝，2 個行為指標的答案都存好了。'],
    [
      'closed',
      { answers: [4, undefined], now: CLOSES_AT },
      '第 47 週的自評已於 11/24（二）23:59 截止，答案不再變更。',
    ],
  ] satisfies [string, Scene, string][])('%s', (_stage, scene, text) => {
    expect(message(scene).text).toBe(text);
  });

  test('in English', () => {
    expect(message({ answers: Array.from({ length: 5 }, () => undefined) }, 'en').text).toBe(
      'This week’s check-in: 5 indicators, about 2 minutes. Open until Tue 24 Nov, 23:59.',
    );
    expect(message({ answers: [undefined], now: LATE }, 'en').text).toBe(
      'Your check-in of week 47: 1 indicator, about a minute. Answers count as late now, and are welcome until Tue 24 Nov, 23:59.',
    );
  });
});

describe('when all are answered', () => {
  test('it becomes a short thank-you with every answer and one button to change them', () => {
    const built = message({ answers: [4, 'no-opportunity'] });
    expect(buttonsOf(built.blocks).map(({ action_id: id }) => id)).toEqual([CHECK_IN_ACTIONS.reopen]);
    expect(buttonsOf(built.blocks).map(readCheckIn)).toEqual([CHECK_IN_ID]);
    expect(built.blocks.length).toBeLessThanOrEqual(3);
    const text = words(built);
    expect(text).toContain('✅ 謝謝，2 個行為指標的答案都存好了。');
    expect(text).toMatch(/\*P1\.1\.1\*　\*4\u00a0經常\*　.*\n\*P1\.1\.2\*　\*本期無機會\*　/);
    expect(text).toContain('11/24（二）23:59 前都可以更改。');
  });

  test.each(LOCALES)('three answers of one task are told apart by their indicators, in %s', (locale) => {
    const indicators = library
      .indicatorsOf(IIS)
      .filter(({ taskCode }) => taskCode === 'T1.2')
      .slice(0, 3);
    const lines = words(message({ answers: [4, 3, 5], indicators }, locale))
      .split('\n')
      .filter((line) => line.startsWith('*P'));
    expect(lines.map((line) => line.split('　')[2])).toEqual(
      indicators.map(({ text }) => (text.length > 32 ? `${text.slice(0, 31)}…` : text)),
    );
    expect(new Set(lines.map((line) => line.split('　')[2])).size).toBe(3);
    expect(words(message({ answers: [4, 3, undefined], indicators, now: CLOSES_AT }, locale))).toContain(
      indicators[2]?.text.slice(0, 30),
    );
  });

  test('and asks again on request, with a button that puts it away', () => {
    const built = message({ answers: [4, 2], reopened: true });
    const ids = buttonsOf(built.blocks).map(({ action_id: id }) => id);
    expect(ids.filter((id) => id?.startsWith('rate-'))).toHaveLength(14);
    expect(ids.at(-1)).toBe(CHECK_IN_ACTIONS.putAway);
    expect(words(built)).toContain('已答 2/2　都存好了，看完按「完成」就結束。');
    expect(words(message({ answers: [4, undefined], reopened: true }))).not.toContain('都存好了');
    expect(buttonsOf(message({ answers: [4, undefined], reopened: true }).blocks).at(-1)?.action_id).not.toBe(
      CHECK_IN_ACTIONS.putAway,
    );
  });
});

describe('the task of an indicator', () => {
  test('is named once above all its indicators that follow each other', () => {
    const [first, second] = library.indicatorsOf(IIS);
    const other = library.indicatorsOf(IIS).find(({ taskCode }) => taskCode !== first?.taskCode);
    if (first === undefined || second === undefined || other === undefined) throw new Error('no indicators');
    const shown = words(
      message({ answers: [undefined, undefined, undefined], indicators: [first, second, other] }),
    );
    expect(shown.split(`${first.taskCode} ${first.taskName}`)).toHaveLength(2);
    expect(shown).toContain(`${other.taskCode} ${other.taskName}`);
    const apart = words(
      message({ answers: [undefined, undefined, undefined], indicators: [first, other, second] }),
    );
    expect(apart.split(`${first.taskCode} ${first.taskName}`)).toHaveLength(3);
  });
});

describe('the thank-you shows a result', () => {
  const answers = [4, 3, 5, 'no-opportunity'] as const;
  const previous = [3, 3, undefined, 2] as const;
  const coverage = { covered: 17, indicators: 25 };

  test('what changed since the last reading, where there is one that can be compared', () => {
    const zh = words(message({ answers, previous, coverage }));
    expect(zh).toContain('*和上次比*\n*P1.1.1*　3 → 4｜上次 9/2（三）\n1 項和上次一樣。');
    const en = words(message({ answers, previous, coverage }, 'en'));
    expect(en).toContain(
      '*Since last time*\n*P1.1.1*　3 → 4 (last time: Wed 2 Sep)\n1 the same as last time.',
    );
    expect(words(message({ answers, coverage }))).not.toContain('和上次');
  });

  test('how much is covered, and whose digest it goes into; honest where there is no supervisor', () => {
    const text = words(message({ answers, coverage, supervisors: ['R&D 林'] }));
    expect(text).toContain('你的 25 個行為指標裡，有 17 個在最近 26 週內答過。');
    expect(text).toContain('這些答案會放進下週給主管（R&amp;D 林）的週報。');
  });

  test('without a supervisor it promises no more than holds should there be one by the end of the week', () => {
    const said = (now: Date, locale: (typeof LOCALES)[number]) =>
      words(message({ answers, coverage, supervisors: [], now }, locale));
    expect(said(OPEN, 'zh-TW')).toContain(
      '目前名單上沒有你的主管；第 47 週結束前有了主管，這些答案就會放進給主管的週報。',
    );
    expect(said(LATE, 'en')).toContain(
      'You have no active supervisor at the moment. If you have one by the end of week 48, these answers go into their digest.',
    );
  });

  test('after its week it tells the digest of that week from the one that late answers go into', () => {
    const scene: Scene = { answers, coverage, supervisors: ['R&D 林'], now: LATE };
    expect(words(message(scene))).toContain(
      '第 47 週結束前的答案在給主管（R&amp;D 林）的那一週週報；之後才答的標為逾期，放進第 48 週的週報。',
    );
    expect(words(message(scene, 'en'))).toContain(
      'Answers given by the end of week 47 are in its digest for your supervisor (R&amp;D 林). Later ones count as late and go into the digest of week 48.',
    );
  });

  test('none of it beside a question: what was answered before does not anchor what is asked', () => {
    const built = message({ answers: [4, undefined], previous: [3, 5], coverage });
    expect(words(built)).not.toMatch(/上次|→|最近/);
    expect(words(message({ answers: [4, 2], previous: [3, 5], reopened: true }))).not.toMatch(/上次|→/);
  });
});

describe('around the prompt', () => {
  /** The last row of a message: action ids, and what its menu offers. */
  const around = (scene: Scene) => {
    const row = message(scene).blocks.findLast((block) => block.type === 'actions');
    if (row?.type !== 'actions') throw new Error('no actions');
    const menu = row.elements.find((element) => element.type === 'static_select');
    return {
      blockId: row.block_id,
      ids: row.elements.map((element) => ('action_id' in element ? element.action_id : undefined)),
      offered: menu?.options?.map(({ text }) => text.text),
      values: menu?.options?.map((chosen) =>
        readRemindChoice({ block_id: row.block_id ?? '', selected_option: chosen }),
      ),
    };
  };

  test('one row, at any hour: a form, remind me with every time, skip', () => {
    // The message stands for days: what makes no sense now does tomorrow.
    for (const now of [OPEN, new Date('2026-11-19T01:00Z'), new Date('2026-11-24T15:30Z')]) {
      const { ids, offered, values } = around({ answers: [undefined], now });
      expect(ids).toEqual([CHECK_IN_ACTIONS.form, CHECK_IN_ACTIONS.remind, CHECK_IN_ACTIONS.skip]);
      expect(offered).toEqual(['一小時後', '今天下午', '明天早上']);
      expect(values).toContainEqual({ checkIn: CHECK_IN_ID, answer: 'tomorrow-morning' });
    }
  });

  test('in its week it skips the week; after it, this check-in', () => {
    const labels = (now: Date) =>
      LOCALES.map(
        (locale) =>
          buttonsOf(message({ answers: [undefined], now }, locale).blocks).find(
            ({ action_id: id }) => id === CHECK_IN_ACTIONS.skip,
          )?.text.text,
      );
    expect(labels(OPEN)).toEqual(['這週先跳過', 'Skip this week']);
    expect(labels(LATE)).toEqual(['這次先跳過', 'Skip this check-in']);
  });

  test('says when it reminds, and lets the menu be chosen from anew', () => {
    const scene = { answers: [undefined], remindAt: new Date('2026-11-19T01:00Z') };
    expect(words(message(scene))).toContain('⏰ 會在 11/19（四）09:00 私下提醒你。');
    expect(around(scene).blockId).not.toBe(around({ answers: [undefined] }).blockId);
    expect(words(message({ ...scene, now: new Date('2026-11-19T02:00Z') }))).not.toContain('⏰');
    expect(words(message({ ...scene, remindUnasked: true }))).not.toContain('⏰');
  });

  test.each(LOCALES)('each item has its ⋯ menu, and a mark that says who sees its note, in %s', (locale) => {
    const built = message({ answers: [4, undefined, 3], notes: ['supervisor', 'only-me'] }, locale);
    const sections = built.blocks.filter((block) => block.type === 'section').slice(1);
    const menus = sections.map((block) => ('accessory' in block ? block.accessory : undefined));
    expect(menus.map((menu) => menu?.type)).toEqual(['overflow', 'overflow', 'overflow']);
    const choices = sections.flatMap(({ block_id = '' }, index) => {
      const menu = menus[index];
      const options = menu?.type === 'overflow' ? menu.options : [];
      return options.map((chosen) => readItemChoice({ block_id, selected_option: chosen }));
    });
    expect(choices).toEqual(
      [0, 1, 2].flatMap((item) =>
        ['details', 'note', 'evidence'].map((answer) => ({ checkIn: CHECK_IN_ID, item, answer })),
      ),
    );
    const { noted } = textsFor(locale).checkIn;
    const texts = sections.map((block) => words({ text: '', blocks: [block] }));
    expect(texts.map((text) => VISIBILITIES.filter((each) => text.includes(noted[each])))).toEqual([
      ['supervisor'],
      ['only-me'],
      [],
    ]);
  });

  test('evidence has its mark too, here and in the thank-you', () => {
    const scene = { notes: ['only-me'], evidence: [2, 0] } as const;
    const asked = message({ ...scene, answers: [4, undefined] });
    expect(words(asked).match(/🔗.*/g)).toEqual(['🔗 有 2 份佐證']);
    const thanked = words(message({ ...scene, answers: [4, 3] }));
    expect(thanked).toMatch(/^\*P1\.1\.1\*.*\n📝 有筆記，只有你看得到\n🔗 有 2 份佐證\n\*P1\.1\.2\*/m);
    expect(words(message({ answers: [4], evidence: [1] }, 'en'))).toContain('🔗 1 piece of evidence');
  });

  test('an item whose standard is gone takes no answer, and is not waited for', () => {
    const scene: Scene = { answers: [4, undefined], closed: [false, true] };
    expect(stage(scene)).toBe('answered');
    const reopened = message({ ...scene, reopened: true });
    expect(rowOf(reopened, 1)).toEqual([]);
    expect(words(reopened)).toContain('不必作答');
    expect(words(reopened)).toContain('已答 1/1');
    expect(stage({ ...scene, answers: [undefined, undefined], closed: [true, true] })).toBe('closed');
  });

  test('once the week is over it says that answers are late, and welcome until it closes', () => {
    expect(words(message({ answers: [undefined], now: LATE }))).toContain(
      '第 47 週（11/16–11/22）已經結束｜現在作答會記為逾期，11/24（二）23:59 前仍歡迎',
    );
    expect(words(message({ answers: [undefined], now: OPEN }))).not.toContain('逾期');
  });
});

describe('a check-in that is skipped', () => {
  test.each([
    ['zh-TW', '第 47 週的自評已跳過，不會當成沒作答；想作答的話，11/24（二）23:59 前都可以。'],
    [
      'en',
      'You skipped the check-in of week 47. It does not count as unanswered; you can still answer until Tue 24 Nov, 23:59.',
    ],
  ] as const)('is one line and the way back, in %s', (locale, text) => {
    const built = message({ answers: [undefined, undefined], skipped: true }, locale);
    expect(built.text).toBe(text);
    expect(built.blocks).toHaveLength(1);
    const [only] = built.blocks;
    const accessory = only !== undefined && 'accessory' in only ? only.accessory : undefined;
    expect(accessory).toMatchObject({ type: 'button', action_id: CHECK_IN_ACTIONS.unskip });
  });

  test('says that the answers which were given stay', () => {
    const scene: Scene = { answers: [4, undefined], skipped: true };
    expect(message(scene).text).toBe(
      '第 47 週的自評已跳過，你答過的 1 項都會保留，其他的不會當成沒作答；想作答的話，11/24（二）23:59 前都可以。',
    );
    expect(message({ ...scene, answers: [4, 2, undefined] }, 'en').text).toBe(
      'You skipped the rest of the check-in of week 47. The 2 answers you gave stay; you can still answer the others until Tue 24 Nov, 23:59.',
    );
  });

  test('after its week does not say that nobody read of it: the digest may have gone out', () => {
    const scene: Scene = { answers: [undefined], skipped: true, skippedAt: LATE, now: LATE };
    expect(message(scene).text).toBe(
      '第 47 週的自評已跳過，之後的統計不再算這一次；那一週的週報可能更早就送出了。想作答的話，11/24（二）23:59 前都可以。',
    );
    expect(message({ ...scene, answers: [4, undefined] }, 'en').text).toContain(
      'The answer you gave stays; the others are left out of the figures from now on, though the digest of that week may have gone out before.',
    );
    expect(message({ ...scene, skippedAt: OPEN }).text).toContain('不會當成沒作答');
  });

  test('is thanked for all the same once it is answered whole, and closes without a reproach', () => {
    expect(stage({ answers: [4, 3], skipped: true })).toBe('answered');
    const closed = words(message({ answers: [undefined], skipped: true, now: CLOSES_AT }));
    expect(closed).not.toContain('未作答');
    expect(closed).toContain('截止');
  });
});

describe('a check-in that has closed', () => {
  test.each(LOCALES)('has no buttons in %s, however it was answered', (locale) => {
    for (const answers of [
      [4, undefined],
      [undefined, undefined],
      [4, 2],
    ]) {
      for (const reopened of [false, true]) {
        const built = message({ answers, reopened, now: CLOSES_AT } as Scene, locale);
        expect(buttonsOf(built.blocks)).toEqual([]);
      }
    }
  });

  test('says when, how many were answered, and what', () => {
    const text = words(message({ answers: [4, undefined], now: CLOSES_AT }));
    expect(text).toContain('第 47 週的自評已於 11/24（二）23:59 截止');
    expect(text).toContain('截止時已答 1/2。');
    expect(text).toMatch(/\*P1\.1\.1\*　\*4\u00a0經常\*　.*\n\*P1\.1\.2\*　\*未作答\*　/);
  });
});

describe('what a tap brings is checked before it is believed', () => {
  const row = answersId(CHECK_IN_ID, 0);

  test.each([
    ['an answer', row, '3', true],
    ['no opportunity', row, 'no-opportunity', true],
    ['taken back', row, 'take-back', true],
    ['the last item', answersId(CHECK_IN_ID, 9), '3', true],
    ['a score outside 1–5', row, '6', false],
    ['no score', row, '0', false],
    ['half a score', row, '2.5', false],
    ['another word', row, 'five', false],
    ['no answer', row, undefined, false],
    ['an item that cannot be', answersId(CHECK_IN_ID, 10), '3', false],
    ['a row without an item', `check-in-done:${CHECK_IN_ID}`, '3', false],
    ['no id', answersId('x', 0), '3', false],
    ['a row of something else', 'b7Qx', '3', false],
    ['nothing', '', '', false],
  ])('%s', (_what, block_id, value, isRead) => {
    expect(readRating({ block_id, value }) !== undefined).toBe(isRead);
  });

  test.each(['', '{', 'x'.repeat(2_000), '[]', '"x"', 'null'])('not even readable: %p', (value) => {
    const tapped = { block_id: 'invented', value, selected_option: { value } };
    for (const read of [readRating, readCheckIn, readItemChoice, readRemindChoice]) {
      expect(read(tapped)).toBeUndefined();
    }
    expect(readItemChoice({ block_id: row, selected_option: null })).toBeUndefined();
  });

  test('a message that an earlier version has posted can be answered still', () => {
    const said = { checkIn: CHECK_IN_ID, item: 2 };
    const value = (answer?: unknown) => JSON.stringify({ ...said, answer });
    const old = (given: string) => ({ block_id: 'item-2', value: given });
    const chosen = (given: string) => ({ block_id: 'b7Qx', selected_option: { value: given } });
    expect(readRating(old(value(3)))).toEqual({ ...said, answer: 3 });
    expect(readRating(old(value('take-back')))).toEqual({ ...said, answer: 'take-back' });
    expect([6, 0, 2.5, '3', undefined].map((answer) => readRating(old(value(answer))))).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
    expect(readRating(old(JSON.stringify({ ...said, item: 10, answer: 3 })))).toBeUndefined();
    expect(readCheckIn(old(JSON.stringify({ checkIn: CHECK_IN_ID })))).toBe(CHECK_IN_ID);
    expect(readItemChoice(chosen(`note ${CHECK_IN_ID} 2`))).toEqual({ ...said, answer: 'note' });
    expect(readRemindChoice(chosen(`in-an-hour ${CHECK_IN_ID}`))).toEqual({
      checkIn: CHECK_IN_ID,
      answer: 'in-an-hour',
    });
  });
});
