import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CheckIn, CheckInItem } from '../../../src/domain/check-in/check-in.ts';
import { CHOICE_REASONS } from '../../../src/domain/check-in/choose-indicators.ts';
import { readLink } from '../../../src/domain/check-in/evidence-link.ts';
import { NOTE_LIMIT, readTypedText } from '../../../src/domain/check-in/note-text.ts';
import type { Rating } from '../../../src/domain/check-in/rating.ts';
import { VISIBILITIES, type Visibility } from '../../../src/domain/check-in/visibility.ts';
import type { LocalEntry } from '../../../src/domain/standard/entry.ts';
import { LEVEL_WORDING } from '../../../src/domain/standard/level.ts';
import { readLocalCode } from '../../../src/domain/standard/local-code.ts';
import { validateBlocks } from '../../../src/simulator/validate-blocks/validate-blocks.ts';
import { LIMITS } from '../../../src/slack/blocks/limits.ts';
import type { ModalView } from '../../../src/slack/blocks/view.ts';
import { checkInFormModal } from '../../../src/slack/views/modals/check-in-form.ts';
import { formNotSavedModal } from '../../../src/slack/views/modals/check-in-form-not-saved.ts';
import { formSavedModal, savedWithoutModal } from '../../../src/slack/views/modals/check-in-form-saved.ts';
import { checkInSkipModal, checkInSkipOutcome } from '../../../src/slack/views/modals/check-in-skip.ts';
import { evidenceModal, evidenceSavedModal } from '../../../src/slack/views/modals/evidence.ts';
import {
  type IndicatorDetailsModel,
  indicatorDetailsModal,
} from '../../../src/slack/views/modals/indicator-details.ts';
import { noteAgainModal, noteModal, noteNotSavedModal } from '../../../src/slack/views/modals/note.ts';
import { indicatorOptions, useAsEvidenceModal } from '../../../src/slack/views/modals/use-as-evidence.ts';
import { textsFor } from '../../../src/texts/texts.ts';
import { IIS, KRM, loadPublishedLibrary } from '../../domain/standard/published-library.ts';
import { UNTOUCHED } from '../../support/check-in-items.ts';
import { nasty, shownTexts } from './messages/support/shown.ts';

const ON_TIME = { isLate: false, timeZone: 'Asia/Taipei' };
const SEED = 20_261_203;
const LOCALES = ['zh-TW', 'en'] as const;
const ID = '0199a000-0000-7000-8000-000000000001';
const library = await loadPublishedLibrary();
const both = [IIS, KRM].flatMap((code) => library.indicatorsOf(code));
const [first, second] = both;
if (first === undefined || second === undefined) throw new Error('No indicators are published');
const longest = [...both].sort((a, b) => lengthOf(b) - lengthOf(a)).slice(0, 10);

function lengthOf({ text, notes }: (typeof both)[number]): number {
  return text.length + notes.reduce((sum, note) => sum + note.text.length, 0);
}

function entryOf({ standardCode, code }: (typeof both)[number]) {
  const local = readLocalCode(code);
  const entry = local && library.find(standardCode, local);
  if (entry?.kind !== 'indicator') throw new Error(code);
  return entry;
}

function itemOf(
  indicator: (typeof both)[number],
  position = 0,
  more: Partial<CheckInItem> = {},
): CheckInItem {
  const { standardCode, code } = indicator;
  return { ...UNTOUCHED, position, standardCode, indicatorCode: code, ...more };
}

function checkInOf(items: readonly CheckInItem[]): CheckIn {
  return {
    workspaceId: 'T1',
    checkInId: ID,
    memberId: 'm1',
    period: '2026-W47',
    periodEndsAt: new Date('2026-11-22T16:00Z'),
    closesAt: new Date('2026-11-24T16:00Z'),
    version: 3,
    reopened: false,
    skippedAt: undefined,
    remindAt: undefined,
    remindAsked: false,
    items,
  };
}

/** A check-in in its week, and after it. */
const IN_WEEK = { checkIn: checkInOf([itemOf(first)]), now: new Date('2026-11-20T01:00Z') };
const LATE = { ...IN_WEEK, now: new Date('2026-11-23T01:00Z') };
const CLOSED = { ...IN_WEEK, now: IN_WEEK.checkIn.closesAt };

/** What Slack would refuse about a modal, or take for something that nobody wrote. */
function problemsOf(view: ModalView): unknown[] {
  const { blocks, title, submit, close, private_metadata: metadata = '' } = view;
  const mrkdwn = shownTexts(blocks).filter(({ type }) => type === 'mrkdwn');
  const withoutLinks = mrkdwn.map(({ text }) => text.replaceAll(/<https?:[^<>|\s]+\|[^<>]+>/g, ''));
  return [
    ...validateBlocks(blocks, 'modal'),
    ...[title, submit, close].filter((each) => each !== undefined && each.text.length > LIMITS.modal.title),
    ...(metadata.length > LIMITS.view.privateMetadata ? ['the metadata are too long'] : []),
    ...withoutLinks.filter((text) => /[<>]|&(?!amp;|lt;|gt;)/.test(text)),
    ...(blocks.some(({ type }) => type === 'input') && submit === undefined ? ['inputs without submit'] : []),
  ];
}

const said = (view: ModalView) =>
  shownTexts(view.blocks)
    .map(({ text }) => text)
    .join('\n');

/** Notes as they are kept, of up to 300 characters. */
const noteText = nasty.map((text) => {
  const read = readTypedText(text.repeat(20).slice(0, NOTE_LIMIT), NOTE_LIMIT);
  return 'text' in read && read.text !== '' ? read.text : '筆'.repeat(NOTE_LIMIT);
});
const note = fc.option(fc.record({ text: noteText, visibility: fc.constantFrom(...VISIBILITIES) }), {
  nil: undefined,
});
const answer = fc.constantFrom<Rating | undefined>(1, 5, 'no-opportunity', undefined);
const url = fc
  .constantFrom('a', '&', '|', '"', '字', '?', '#')
  .chain((part) =>
    fc.integer({ min: 1, max: 1_900 }).map((times) => `https://example.com/${part.repeat(times)}`),
  )
  .map((typed) => {
    const read = readLink(typed);
    return 'url' in read ? read.url : `https://example.com/?${'&'.repeat(1_900)}`;
  });

describe.each(LOCALES)('promise 10: Slack takes every modal in %s', (locale) => {
  const texts = textsFor(locale);

  test('a form that cannot be saved, with ten answers and notes of 300 characters, each as it was typed', () => {
    const sent = fc.array(
      fc.record({ answer: fc.option(answer, { nil: null }), typed: fc.option(noteText, { nil: undefined }) }),
      { minLength: 10, maxLength: 10 },
    );
    const codes = fc.constantFrom(
      [],
      longest.map(({ code }) => code),
    );
    fc.assert(
      fc.property(sent, codes, nasty, (rows, indicatorCodes, more) => {
        const why = texts.submission.closed;
        const worst = { answer: 5 as const, typed: '&'.repeat(NOTE_LIMIT) };
        const filled = [...rows.slice(0, 8), { answer: null, typed: more }, worst];
        const view = formNotSavedModal(
          why,
          filled.map((row, position) => ({ ...row, position })),
          indicatorCodes,
          texts,
        );
        expect(problemsOf(view)).toEqual([]);
        expect(view.submit).toBeUndefined();
        expect(said(view).split('\n')[0]).toBe(why);
        const copied = shownTexts(view.blocks).map(({ text }) => text);
        const typed = filled.flatMap((row) => (row.typed?.trim() ? [row.typed] : []));
        expect(typed.filter((text) => !copied.includes(text))).toEqual([]);
      }),
      { seed: SEED, numRuns: 100 },
    );
    const nothing = formNotSavedModal(texts.submission.notFound, [], [], texts);
    expect(said(nothing)).toBe(texts.submission.notFound);
  });

  test('the form, with ten of the longest indicators and notes of 300 characters', () => {
    const rows = fc.array(fc.record({ answer, note, closed: fc.boolean() }), {
      minLength: 10,
      maxLength: 10,
    });
    const wording = fc.option(nasty, { nil: undefined });
    fc.assert(
      fc.property(rows, wording, fc.boolean(), fc.boolean(), (given, text, isOpen, isInstalled) => {
        const indicators = longest.map((each) =>
          text === undefined ? each : { ...each, text, taskName: text },
        );
        const checkIn = checkInOf(
          given.map((row, position) => itemOf(indicators[position] ?? first, position, row)),
        );
        const shown = indicators.map((each) => (isInstalled ? each : undefined));
        const view = checkInFormModal(
          { checkIn, indicators: shown, isOpen, ...ON_TIME, openedOn: 'elsewhere' },
          texts,
        );
        expect(problemsOf(view)).toEqual([]);
        expect(view.blocks.filter(({ type }) => type === 'input')).toHaveLength(
          isOpen ? 11 + given.filter(({ closed }) => !closed).length : 0,
        );
      }),
      { seed: SEED, numRuns: 100 },
    );
    expect(
      problemsOf(
        savedWithoutModal(
          {
            closed: longest.map(({ code }) => code),
            newer: longest.map((indicator, position) => ({
              item: itemOf(indicator, position, {
                note: { text: 'x'.repeat(300), visibility: 'supervisor' },
              }),
              written: 'y'.repeat(300),
            })),
          },
          texts,
        ),
      ),
    ).toEqual([]);
  });

  test('what became of a skip, with the reason that was not kept, as it was typed', () => {
    fc.assert(
      fc.property(noteText, (reason) => {
        const view = checkInSkipOutcome('closed', { ...CLOSED, notKept: reason }, texts);
        expect(problemsOf(view)).toEqual([]);
        expect(shownTexts(view.blocks).map(({ text }) => text)).toContain(reason);
      }),
      { seed: SEED, numRuns: 100 },
    );
    const without = checkInSkipOutcome('closed', { ...CLOSED, notKept: ' \n' }, texts);
    expect(said(without)).toBe(texts.checkInSkip.closed);
  });

  test('what closed because nothing is left to ask is not said to be answered, nor to be too late', () => {
    const view = checkInSkipOutcome('closed', { ...IN_WEEK, notKept: '忙' }, texts);
    expect(problemsOf(view)).toEqual([]);
    expect(said(view)).toContain(texts.checkIn.nothingToAsk(texts.dates.week('2026-W47')));
    expect(said(view)).toContain('忙');
    expect(said(view)).not.toContain(texts.checkInSkip.closed);
  });

  test('a skip is called by its week while that lasts, and what became of it always names the week', () => {
    const { skip, skipLate } = texts.checkIn;
    for (const [model, title] of [
      [IN_WEEK, skip],
      [LATE, skipLate],
    ] as const) {
      const form = checkInSkipModal({ ...model, onReminder: true }, texts);
      const outcome = checkInSkipOutcome('skipped', model, texts);
      expect([form, outcome].flatMap(problemsOf)).toEqual([]);
      expect([form.title.text, outcome.title.text]).toEqual([title, title]);
      expect(said(outcome)).toContain(texts.dates.week('2026-W47'));
    }
  });

  test.each(LOCALES)(
    'a skip after the week says in %s what the digest of that week may have told',
    (locale) => {
      const texts = textsFor(locale);
      const { explanation, explanationLate } = texts.checkInSkip;
      const formAt = (model: typeof LATE) => said(checkInSkipModal({ ...model, onReminder: false }, texts));
      expect(
        [formAt(IN_WEEK), formAt(LATE)].map((form) => [
          form.includes(explanation),
          form.includes(explanationLate),
        ]),
      ).toEqual([
        [true, false],
        [false, true],
      ]);
    },
  );

  test('note and evidence, whatever the indicator and the note say', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...both),
        note,
        fc.boolean(),
        fc.option(nasty, { nil: undefined }),
        (indicator, current, isOpen, text) => {
          const shown = text === undefined ? indicator : { ...indicator, text };
          const item = itemOf(indicator, 9, { note: current });
          const model = { checkInId: ID, item, indicator: shown, isOpen };
          expect(problemsOf(noteModal(model, texts))).toEqual([]);
          expect(problemsOf(evidenceModal(model, texts))).toEqual([]);
          expect(problemsOf(noteModal({ ...model, indicator: undefined }, texts))).toEqual([]);
          const sent = { text: current?.text ?? '', visibility: current?.visibility };
          expect(problemsOf(noteAgainModal(model, sent, texts))).toEqual([]);
          const typed = current?.text ?? '';
          expect(problemsOf(noteNotSavedModal(texts.submission.closed, typed, texts))).toEqual([]);
        },
      ),
      { seed: SEED, numRuns: 200 },
    );
    for (const visibility of VISIBILITIES) {
      expect(problemsOf(evidenceSavedModal({ indicatorCode: 'P1.1.1', visibility }, texts))).toEqual([]);
    }
    expect(problemsOf(useAsEvidenceModal(undefined, texts))).toEqual([]);
    expect(problemsOf(useAsEvidenceModal(`https://shop.slack.com/${'p'.repeat(1_900)}`, texts))).toEqual([]);
  });

  test('details of every indicator, with readings, a note and ten pieces of evidence', () => {
    const readings = fc.array(
      fc.record({ rating: fc.constantFrom<Rating>(1, 3, 'no-opportunity'), at: fc.constant(new Date(0)) }),
      { maxLength: 5 },
    );
    const evidence = fc.array(
      fc.record({
        url,
        title: fc.option(
          nasty.map((text) => text.slice(0, 100)),
          { nil: undefined },
        ),
        visibility: fc.constantFrom(...VISIBILITIES),
      }),
      { maxLength: 10 },
    );
    const chosen = fc.record({
      because: fc.constantFrom(...CHOICE_REASONS),
      lastAskedAt: fc.option(fc.constant(new Date('2026-09-16T05:00Z')), { nil: undefined }),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...both),
        readings,
        evidence,
        chosen,
        note,
        (indicator, given, links, why, current) => {
          const item = itemOf(indicator, 0, { chosen: why, note: current });
          const model = {
            checkIn: checkInOf([item]),
            item,
            timeZone: 'Asia/Taipei',
            entry: entryOf(indicator),
            readings: given,
            evidence: links,
            shownBeforeAt: undefined,
          };
          expect(problemsOf(indicatorDetailsModal(model, texts))).toEqual([]);
          expect(problemsOf(indicatorDetailsModal({ ...model, entry: undefined }, texts))).toEqual([]);
        },
      ),
      { seed: SEED, numRuns: 200 },
    );
  });

  test('the choices of a select: at most a hundred, each in Slack’s lengths, of one value each', () => {
    const offered = indicatorOptions([...both, ...both, ...longest]);
    expect(offered).toHaveLength(LIMITS.select.options);
    const select = {
      type: 'input',
      label: { type: 'plain_text', text: 'x' },
      element: { type: 'static_select', action_id: 'a', options: offered },
    };
    expect(validateBlocks([select], 'modal')).toEqual([]);
    expect(new Set(indicatorOptions(both).map(({ value }) => value)).size).toBe(both.length);
  });
});

describe('details', () => {
  const texts = textsFor('zh-TW');
  const indicator = library.indicatorsOf(KRM).find(({ notes }) => notes.length > 0) ?? first;
  const entry: Extract<LocalEntry, { kind: 'indicator' }> = entryOf(indicator);
  const details = (more: Partial<IndicatorDetailsModel> = {}, item = itemOf(indicator)) =>
    said(
      indicatorDetailsModal(
        {
          checkIn: checkInOf([item]),
          item,
          timeZone: 'Asia/Taipei',
          entry,
          readings: [],
          evidence: [],
          shownBeforeAt: undefined,
          ...more,
        },
        texts,
      ),
    );

  test('have the official text with its note, task, level in its own words, outputs, K and S by name', () => {
    const text = details();
    const { part, task, standard } = entry;
    expect(text).toContain(`*${indicator.code}*　${indicator.text}\n【${indicator.notes[0]?.mark}】`);
    expect(text).toContain(`${task.code} ${task.name}`);
    expect(text).toContain(part.level && LEVEL_WORDING[part.level]);
    expect(text).toContain(`*職能級別 ${part.level}（共 6 級）*`);
    const codes = [...part.knowledge, ...part.skills];
    const names = [...standard.knowledge, ...standard.skills].filter(({ code }) => codes.includes(code));
    expect(names.length).toBeGreaterThan(0);
    for (const { code, name } of names) expect(text).toContain(`${code} ${name}`);
    for (const { name } of part.outputs) expect(text).toContain(name);
  });

  const nineWeeksAgo = new Date('2026-09-16T05:00Z');
  test.each([
    ['never-asked', undefined, '這一項還沒有問過你。'],
    ['longest-ago', nineWeeksAgo, '距離上次問這一項，已經 9 週。'],
    ['focus', nineWeeksAgo, '你把這一項設為重點。\n距離上次問這一項，已經 9 週。'],
    ['same-task', nineWeeksAgo, '同一個工作任務，放在一起答比較快。\n距離上次問這一項，已經 9 週。'],
  ] as const)('say why it is asked now: %s', (because, lastAskedAt, words) => {
    expect(details({}, itemOf(indicator, 0, { chosen: { because, lastAskedAt } }))).toContain(words);
  });

  const aWeekAgo = new Date('2026-11-11T05:00Z');
  test.each([
    ['never-asked', undefined, '*為什麼這次問*\n1 週前問過這一項，那次自評沒有作答，所以再問一次。'],
    ['longest-ago', nineWeeksAgo, '*為什麼這次問*\n1 週前問過這一項，那次自評沒有作答，所以再問一次。'],
    ['focus', nineWeeksAgo, '你把這一項設為重點。\n1 週前問過這一項，那次自評沒有作答，所以再問一次。'],
  ] as const)(
    'never say that it was not asked, where it was and nothing was answered: %s',
    (because, lastAskedAt, words) => {
      const item = itemOf(indicator, 0, { chosen: { because, lastAskedAt } });
      expect(details({ shownBeforeAt: aWeekAgo }, item)).toContain(words);
    },
  );

  test('have the member’s own readings with their local days, and say where there are none', () => {
    expect(details()).toContain('這一項還沒有答案。');
    const readings = [
      { rating: 4, at: new Date('2026-11-18T17:00Z') },
      { rating: 'no-opportunity', at: new Date('2026-09-16T05:00Z') },
    ] as const;
    expect(details({ readings })).toContain('11/19（四）　4 經常\n9/16（三）　本期無機會');
  });

  test('promise 6: a level never stands beside a score', () => {
    const readings = [{ rating: 4, at: new Date('2026-11-18T05:00Z') }] as const;
    const view = details({ readings }).split('\n');
    for (const line of view.filter((each) => each.includes('職能級別'))) expect(line).not.toMatch(/經常|4 /);
  });

  test('have note and evidence with who sees them', () => {
    const item = itemOf(indicator, 0, { note: { text: '很順 <!here>', visibility: 'only-me' } });
    const evidence = [
      { url: 'https://example.com/a|b?x=1&y', title: '週報', visibility: 'supervisor' },
    ] as const;
    const text = details({ evidence }, item);
    expect(text).toContain('很順 &lt;!here&gt;\n只有你看得到');
    expect(text).toContain('<https://example.com/a%7Cb?x=1&amp;y|週報>\n已分享給主管');
  });
});

describe('who sees a note is chosen, never presumed', () => {
  const texts = textsFor('zh-TW');
  const indicator = first;
  const chosenIn = (view: ModalView) =>
    JSON.stringify(view.blocks.find((each) => each.block_id === 'visibility'));
  const model = { checkInId: ID, indicator, isOpen: true };

  test('nothing is chosen for a new note, and what holds is chosen for one that is there', () => {
    const fresh = noteModal({ ...model, item: itemOf(indicator) }, texts);
    expect(chosenIn(fresh)).not.toContain('initial_option');
    expect(said(fresh)).toContain('這一項還沒有筆記。');
    expect(said(fresh)).not.toContain('刪除這則筆記');
    const current = { text: '很順', visibility: 'only-me' } as const;
    const edited = noteModal({ ...model, item: itemOf(indicator, 0, { note: current }) }, texts);
    expect(chosenIn(edited)).toMatch(/initial_option.*"value":"only-me"/);
    expect(said(edited)).toContain('現在的筆記：只有你看得到。');
    expect(said(edited)).toContain('清空再儲存，就會刪除這則筆記。');
  });

  test('of one that was changed meanwhile, it is chosen anew unless it is what holds', () => {
    const current = { text: '很順', visibility: 'only-me' } as const;
    const again = (visibility: Visibility, note: CheckInItem['note'] = current) =>
      noteAgainModal({ ...model, item: itemOf(indicator, 0, { note }) }, { text: '桌機', visibility }, texts);
    const choice = (view: ModalView) => JSON.stringify(view.blocks.at(-1));
    expect(choice(again('only-me'))).toMatch(/initial_option.*"value":"only-me"/);
    expect(choice(again('supervisor'))).not.toContain('initial_option');
    // Slack keeps what was chosen in a block of the same name.
    const names = [again('supervisor'), again('supervisor', { ...current, visibility: 'supervisor' })];
    expect(new Set(names.map(({ blocks }) => blocks.at(-1)?.block_id)).add('visibility').size).toBe(3);
    expect(said(again('supervisor'))).toContain('這則筆記在別的地方改過');
  });

  test('a closed check-in’s note can be read, not written', () => {
    const current = { text: '很順', visibility: 'supervisor' } as const;
    const item = itemOf(indicator, 0, { note: current });
    const view = noteModal({ ...model, item, isOpen: false }, texts);
    expect(view.submit).toBeUndefined();
    expect(said(view)).toContain('這次自評已經截止');
    expect(said(view)).toContain('很順');
  });
});

describe('the form says how much there is to do', () => {
  const five = both.slice(0, 5);
  const form = (closedFrom: number, locale: (typeof LOCALES)[number] = 'zh-TW', when = ON_TIME) => {
    const items = five.map((each, position) => itemOf(each, position, { closed: position >= closedFrom }));
    return said(
      checkInFormModal(
        { checkIn: checkInOf(items), indicators: five, isOpen: true, ...when, openedOn: 'check-in' },
        textsFor(locale),
      ),
    );
  };

  test('how many indicators, and how long they take', () => {
    expect(form(5)).toContain('請為 5 個行為指標選一個最接近的答案，約 2 分鐘，再按「儲存」。');
    expect(form(5, 'en')).toContain('for 5 indicators, then press Save. It takes about 2 minutes.');
  });

  test('until when, and that it is late once the week is over, as the message does', () => {
    const late = (locale: (typeof LOCALES)[number]) => form(5, locale, { ...ON_TIME, isLate: true });
    expect(form(5)).toContain('11/24（二）23:59 前都可以作答或更改。');
    expect(late('zh-TW')).toContain('這一期已經結束，現在作答會記為逾期，11/24（二）23:59 前仍歡迎。');
    expect(form(5, 'en')).toContain('until Tue 24 Nov, 23:59.');
    expect(late('en')).toContain('answers count as late now, and are welcome until Tue 24 Nov, 23:59.');
  });

  test('as the message does, without those that nobody answers any more', () => {
    expect(form(4)).toContain('請為 4 個行為指標選一個最接近的答案，約 1 分鐘');
    expect(form(4)).toContain('這個指標的職能基準已經不再指派給你，這一項不用再答。');
  });

  test('what was not saved because it is not theirs any more, one or several', () => {
    const without = (codes: string[], locale: (typeof LOCALES)[number]) =>
      said(savedWithoutModal({ closed: codes, newer: [] }, textsFor(locale)));
    expect(without(['P1.1.1'], 'zh-TW')).toBe(
      '✅ 其他的都存好了。沒有存的：P1.1.1，它的職能基準已經不再指派給你。',
    );
    expect(without(['P1.1.1', 'P1.1.2'], 'zh-TW')).toBe(
      '✅ 其他的都存好了。沒有存的：P1.1.1、P1.1.2，它們的職能基準已經不再指派給你。',
    );
    expect(without(['P1.1.1', 'P1.1.2'], 'en')).toBe(
      '✅ The rest is saved. Not saved, because the standard is no longer assigned to you: P1.1.1, P1.1.2.',
    );
  });
});

test('of a note that was changed elsewhere both are shown, as they were written, and who sees the one that is there', () => {
  const texts = textsFor('zh-TW');
  const note = { text: '手機 *寫的*', visibility: 'only-me' } as const;
  const of = (written: string, current: CheckInItem['note']) =>
    said(
      savedWithoutModal(
        { closed: [], newer: [{ item: itemOf(first, 0, { note: current }), written }] },
        texts,
      ),
    );
  const both = of('桌機 *寫的*', note);
  for (const text of ['✅ 其他的都存好了。', '只有你看得到', note.text, '桌機 *寫的*'])
    expect(both).toContain(text);
  expect(of('', note)).toContain('你在這裡把它清空了。');
  expect(of('桌機', undefined)).toContain('這一項還沒有筆記。');
});

describe('a form that is saved where nothing shows it', () => {
  const saved = (answers: readonly (Rating | undefined)[], locale: (typeof LOCALES)[number]) => {
    const items = answers.map((answer, position) => itemOf(first, position, { answer }));
    const model = { checkIn: checkInOf(items), timeZone: 'Asia/Taipei' };
    const view = formSavedModal(model, textsFor(locale));
    expect(problemsOf(view)).toEqual([]);
    return said(view);
  };

  test.each([
    ['zh-TW', [4, 5], '✅ 存好了，已答 2/2，謝謝。\n11/24（二）23:59 前都可以更改。'],
    ['zh-TW', [4, undefined], '✅ 存好了，已答 1/2。\n11/24（二）23:59 前都可以接著作答或更改。'],
    ['en', [4, 5], '✅ Saved: 2 of 2 answered. Thank you.\nYou can change them until Tue 24 Nov, 23:59.'],
    [
      'en',
      [4, undefined],
      '✅ Saved: 1 of 2 answered.\nYou can answer the rest or change your answers until Tue 24 Nov, 23:59.',
    ],
  ] as const)(
    'says in %s how much is answered, and until when it can be changed',
    (locale, answers, text) => {
      expect(saved(answers, locale)).toBe(text);
    },
  );
});

describe('the form shows what was answered in this check-in, and nothing earlier', () => {
  test('initial answers are the current ones, whatever was answered before', () => {
    const previous = { score: 2, at: new Date(0) } as const;
    const items = [itemOf(first, 0, { answer: 4, previous }), itemOf(second, 1, { previous })];
    const view = checkInFormModal(
      {
        checkIn: checkInOf(items),
        indicators: both.slice(0, 2),
        isOpen: true,
        ...ON_TIME,
        openedOn: 'check-in',
      },
      textsFor('en'),
    );
    const fields = view.blocks.filter((each) => each.block_id?.startsWith('answer-') === true);
    expect(fields.map((each) => JSON.stringify(each).includes('initial_option'))).toEqual([true, false]);
    expect(JSON.stringify(fields[0])).toMatch(/initial_option.*"value":"4"/);
  });
});
