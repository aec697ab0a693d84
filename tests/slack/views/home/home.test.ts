import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CheckIn } from '../../../../src/domain/check-in/check-in.ts';
import { CHOICE_REASONS } from '../../../../src/domain/check-in/choose-indicators.ts';
import { periodOf } from '../../../../src/domain/check-in/period.ts';
import type { HomeCheckIn, MemberHome } from '../../../../src/domain/home/home.ts';
import { standingsOf } from '../../../../src/domain/home/reading.ts';
import { readingsByMonth } from '../../../../src/domain/home/readings-by-month.ts';
import { strengthsAndGaps, summariseDuties } from '../../../../src/domain/home/summarise-duties.ts';
import { validateBlocks } from '../../../../src/simulator/validate-blocks/validate-blocks.ts';
import type { Block } from '../../../../src/slack/blocks/build.ts';
import { LIMITS } from '../../../../src/slack/blocks/limits.ts';
import { homeView } from '../../../../src/slack/views/home/home.ts';
import type { HomePlace } from '../../../../src/slack/views/home/home-model.ts';
import { leaveRange } from '../../../../src/slack/views/home/settings.ts';
import { focusModal } from '../../../../src/slack/views/modals/focus.ts';
import { leaveModal } from '../../../../src/slack/views/modals/leave.ts';
import { ownEntriesModal, readEntriesPage } from '../../../../src/slack/views/modals/own-entries.ts';
import { settingsModal } from '../../../../src/slack/views/modals/settings.ts';
import { textsFor } from '../../../../src/texts/texts.ts';
import { IIS, KRM, loadPublishedLibrary } from '../../../domain/standard/published-library.ts';
import { UNTOUCHED } from '../../../support/check-in-items.ts';
import { nasty, shownTexts } from '../messages/support/shown.ts';
import { RATINGS } from './support/ratings.ts';

const SEED = 20_261_118;
const NOW = new Date('2026-11-18T05:00:00Z');
const library = await loadPublishedLibrary();
const LOCALES = ['zh-TW', 'en'] as const;

interface Scene {
  readonly standards: readonly string[];
  readonly ratings: readonly (typeof RATINGS)[number][];
  readonly months: number;
  readonly name: string;
  readonly note: string;
  readonly url: string;
  readonly title: string | undefined;
  readonly notes: number;
  readonly leaves: number;
  readonly items: number;
  readonly kind: HomeCheckIn['kind'];
}

const scene: fc.Arbitrary<Scene> = fc.record({
  standards: fc.constantFrom([IIS], [KRM], [IIS, KRM]),
  ratings: fc.array(fc.constantFrom(...RATINGS), { minLength: 1, maxLength: 60 }),
  months: fc.integer({ min: 1, max: 30 }),
  name: nasty,
  note: nasty.map((text) => text.slice(0, 300)),
  url: fc.oneof(
    fc.constant('https://example.com/a?b=1&c=2'),
    nasty.map((text) => `https://example.com/${text}`),
    nasty,
    fc.constant(`https://example.com/${'a'.repeat(2_900)}`),
  ),
  title: fc.option(nasty, { nil: undefined }),
  notes: fc.integer({ min: 0, max: 10 }),
  leaves: fc.integer({ min: 0, max: 100 }),
  items: fc.integer({ min: 1, max: 10 }),
  kind: fc.constantFrom('not-started', 'not-acknowledged', 'open', 'next'),
});

/** The member with the longest of everything. */
function memberHome(given: Scene, locale: (typeof LOCALES)[number]): MemberHome {
  const indicators = given.standards.flatMap((code) => library.indicatorsOf(code));
  const longest = indicators.toSorted((one, other) => other.text.length - one.text.length);
  const keyOf = (index: number) => {
    const found = longest[index % longest.length];
    return { standardCode: found?.standardCode ?? '', indicatorCode: found?.code ?? '' };
  };
  const readings = given.ratings.map((rating, index) => ({
    ...keyOf(index),
    rating,
    answeredAt: new Date(
      NOW.getTime() - (given.ratings.length - index) * ((given.months * 30) / 60) * 86_400_000,
    ),
  }));
  const duties = summariseDuties(indicators, standingsOf(readings, new Date('2026-06-01T00:00:00Z')), 4);
  const items = Array.from({ length: given.items }, (_, index) => keyOf(index));
  const held: CheckIn = {
    workspaceId: 'T0',
    checkInId: '00000000-0000-7000-8000-000000000000',
    memberId: 'm',
    period: '2026-W47',
    periodEndsAt: NOW,
    closesAt: NOW,
    version: 1,
    reopened: false,
    skippedAt: undefined,
    remindAt: undefined,
    remindAsked: false,
    items: items.map((key, position) => ({ ...UNTOUCHED, ...key, position })),
  };
  const many = <Item>(make: (index: number) => Item) => ({
    newest: Array.from({ length: given.notes }, (_, index) => make(index)),
    total: given.notes * 2,
  });
  const entry = (index: number) => ({
    ...keyOf(index),
    visibility: index % 2 === 0 ? ('only-me' as const) : ('supervisor' as const),
  });
  return {
    kind: 'member',
    locale,
    timeZone: 'Asia/Taipei',
    today: '2026-11-18',
    contact: given.name,
    supervisors: [given.name, given.name],
    teamSize: 3,
    nextDigestAt: NOW,
    hasMoreEntries: given.notes > 0,
    settings: {
      checkIn: { weekday: 3, time: '13:00' },
      restDays: [1, 6, 7],
      worksHolidays: true,
      leaves: Array.from({ length: given.leaves }, (_, index) => ({
        leaveId: `leave-${index}`,
        from: '2026-12-24',
        lastDay: '2026-12-31',
      })),
      focus: items.slice(0, 4).map((key, index) => ({ ...key, text: longest[index]?.text ?? '' })),
      focusLimit: Math.ceil(given.items / 2) - 1,
      itemsPerCheckIn: given.items,
    },
    own: {
      standards: given.standards.map((code) => ({
        code,
        name: library.standard(code)?.name ?? '',
        covered: 3,
        indicators: 30,
      })),
      target: 4,
      validWeeks: 26,
      duties,
      told: strengthsAndGaps(duties),
      months: readingsByMonth(readings, 'Asia/Taipei'),
      checkIn:
        given.kind === 'open'
          ? {
              kind: 'open',
              isSkipped: given.leaves === 1,
              isThere: given.leaves !== 3,
              checkIn: held,
              nextAt: given.leaves === 2 ? undefined : NOW,
            }
          : given.kind === 'next'
            ? {
                kind: 'next',
                at: given.leaves === 2 ? undefined : NOW,
                canStart: given.leaves !== 3 && given.leaves !== 4,
                answered: given.leaves === 4 ? held : undefined,
                indicators: items.map((key, index) => ({
                  ...key,
                  text: longest[index]?.text ?? '',
                  chosen: {
                    because: CHOICE_REASONS[index % CHOICE_REASONS.length] ?? 'focus',
                    lastAskedAt: new Date('2026-09-01T00:00:00Z'),
                  },
                  shownAt: undefined,
                })),
              }
            : { kind: given.kind },
      notes: many((index) => ({ ...entry(index), noteId: `n${index}`, text: given.note, changedAt: NOW })),
      evidence: many((index) => ({
        ...entry(index),
        evidenceId: `e${index}`,
        kind: index % 2 === 0 ? ('message' as const) : ('link' as const),
        url: given.url,
        title: given.title,
        createdAt: NOW,
      })),
    },
  };
}

/** A link of ours is `<https://…|words>`; anything else between angle brackets is somebody's. */
const FOREIGN = /<(?!https?:\/\/[^|<>]+\|[^|<>]+>)/;

function problemsOf(blocks: readonly Block[], surface: 'home' | 'modal'): unknown[] {
  const mrkdwn = shownTexts(blocks).filter(({ type }) => type === 'mrkdwn');
  return [
    ...validateBlocks(blocks, surface),
    ...mrkdwn.map(({ text }) => text).filter((text) => FOREIGN.test(text)),
  ];
}

describe.each(LOCALES)('promise 10: Slack takes what is shown in %s', (locale) => {
  const texts = textsFor(locale);

  test('every Home, with the newest blocks and with established ones only', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const { view, established } = homeView(
          { home: memberHome(given, locale), now: NOW, said: given.name },
          texts,
        );
        expect(view.blocks.length).toBeLessThanOrEqual(LIMITS.home.blocks);
        expect(problemsOf(view.blocks as Block[], 'home')).toEqual([]);
        expect(problemsOf(established.blocks as Block[], 'home')).toEqual([]);
        expect(established.blocks.map(({ type }) => type)).not.toContain('table');
        expect(established.blocks.map(({ type }) => type)).not.toContain('data_table');
        // The last thing of Home is how to take one's data away: nothing was cut off.
        expect(JSON.stringify(view.blocks.at(-1))).toContain('home-download-csv');
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  test('the Home of a stranger, and of somebody without a standard', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const stranger = homeView({ home: { kind: 'stranger', contact: given.name }, now: NOW }, texts);
        const supervisor = homeView(
          { home: { ...memberHome(given, locale), own: undefined }, now: NOW },
          texts,
        );
        for (const { view } of [stranger, supervisor]) {
          expect(problemsOf(view.blocks as Block[], 'home')).toEqual([]);
        }
      }),
      { seed: SEED, numRuns: 50 },
    );
  });

  test('every page of all notes and evidence, the fullest too', () => {
    fc.assert(
      fc.property(scene, fc.integer({ min: 0, max: 2 }), (given, page) => {
        const { own, timeZone, today } = memberHome(
          { ...given, notes: 10, note: given.note.repeat(300).slice(0, 300) },
          locale,
        );
        if (own === undefined) throw new Error('works to no standard');
        const { notes, evidence, standards } = own;
        const entries = [...notes.newest, ...evidence.newest];
        const shown = { entries, notes: 2_000, evidence: 3_000, page, pages: 3, timeZone, today, standards };
        const modal = ownEntriesModal(shown, texts);
        expect(modal.blocks.length).toBeLessThanOrEqual(LIMITS.modal.blocks);
        expect(JSON.stringify(modal).length).toBeLessThan(LIMITS.view.bytes / 2);
        expect(modal.title.text).toBe(texts.ownEntries.title);
        expect(problemsOf(modal.blocks as Block[], 'modal')).toEqual([]);
        expect(readEntriesPage(modal.private_metadata)).toBe(page);
        const buttons = JSON.stringify(modal.blocks.at(-1));
        expect([buttons.includes('entries-newer'), buttons.includes('entries-older')]).toEqual([
          page > 0,
          page < 2,
        ]);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  test('the forms of settings, leave and focus', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const home = memberHome(given, locale);
        const focus = focusModal(
          {
            standards: home.own?.standards ?? [],
            settings: home.settings,
            indicators: given.standards.flatMap((code) => library.indicatorsOf(code)),
          },
          texts,
        );
        const forms = [
          settingsModal(home, texts),
          settingsModal({ ...home, own: undefined }, texts),
          leaveModal(home, texts),
          focus,
        ];
        for (const { blocks, private_metadata: metadata = '' } of forms) {
          expect(metadata.length).toBeLessThanOrEqual(LIMITS.view.privateMetadata);
          expect(blocks.length).toBeLessThanOrEqual(LIMITS.modal.blocks);
          expect(problemsOf(blocks as Block[], 'modal')).toEqual([]);
        }
      }),
      { seed: SEED, numRuns: 50 },
    );
  });
});

const SCENE: Scene = {
  standards: [IIS],
  ratings: [4],
  months: 1,
  name: '王主管',
  note: 'x',
  url: 'https://example.com',
  title: undefined,
  notes: 0,
  leaves: 0,
  items: 1,
  kind: 'next',
};

describe('leave says its year where it is not this one', () => {
  test.each([
    ['2026-12-24', '2026-12-31', '12/24–12/31', '24–31 Dec'],
    ['2026-12-24', '2026-12-24', '12/24（四）', 'Thu 24 Dec'],
    ['2027-11-24', '2027-11-24', '2027/11/24（三）', 'Wed 24 Nov 2027'],
    ['2027-11-24', '2027-11-30', '2027/11/24–11/30', '24–30 Nov 2027'],
    ['2027-11-24', '2027-12-03', '2027/11/24–12/3', '24 Nov – 3 Dec 2027'],
    ['2026-12-28', '2027-01-04', '2026/12/28–2027/1/4', '28 Dec 2026 – 4 Jan 2027'],
  ])('%s to %s', (from, lastDay, chinese, english) => {
    const said = LOCALES.map((locale) => leaveRange({ from, lastDay }, '2026-11-18', textsFor(locale)));
    expect(said).toEqual([chinese, english]);
  });
});

test.each([
  [4, '約 1 分鐘', 'about a minute'],
  [10, '約 3 分鐘', 'about 3 minutes'],
])('*start now* with %i indicators says how long they take', (items, chinese, english) => {
  const shown = LOCALES.map((locale) => {
    const home = memberHome({ ...SCENE, items }, locale);
    return JSON.stringify(homeView({ home, now: NOW }, textsFor(locale)).view.blocks);
  });
  expect(shown[0]).toContain(chinese);
  expect(shown[1]).toContain(english);
});

test('while one is open or skipped, Home says when the one after it comes', () => {
  for (const leaves of [0, 1]) {
    const home = memberHome({ ...SCENE, kind: 'open', leaves }, 'zh-TW');
    const shown = JSON.stringify(homeView({ home, now: NOW }, textsFor('zh-TW')).view.blocks);
    expect(shown).toContain(leaves === 1 ? '先跳過了' : '還沒答完');
    expect(shown).toMatch(/\*下一次自評\*：\d+\/\d+（.）/);
  }
});

test('a week without a check-in is not one whose check-in was missed', () => {
  const shown = LOCALES.map((locale) => {
    const home = memberHome({ ...SCENE, leaves: 3 }, locale);
    return JSON.stringify(homeView({ home, now: NOW }, textsFor(locale)).view.blocks);
  });
  expect(shown[0]).toContain('這一週沒有自評。\\n*下一次自評*');
  expect(shown[1]).toContain('There is no check-in this week.\\n*Next check-in*');
});

test('a check-in whose message has not come yet is answered here', () => {
  const shown = (isThere: boolean) => {
    const { own, ...home } = memberHome({ ...SCENE, kind: 'open', leaves: 0 }, 'en');
    if (own?.checkIn.kind !== 'open') throw new Error('no check-in is open');
    const changed = { ...home, own: { ...own, checkIn: { ...own.checkIn, isThere } } };
    return JSON.stringify(homeView({ home: changed, now: NOW }, textsFor('en')).view.blocks);
  };
  expect(shown(true)).toContain('Tap your answers under Messages');
  expect(shown(false)).toContain('answer it in one form here; its message comes later');
});

test('last week’s answered check-in is called by its week, and this week’s by itself', () => {
  const shown = (period: string) => {
    const { own, ...home } = memberHome({ ...SCENE, kind: 'next', leaves: 4 }, 'en');
    if (own?.checkIn.kind !== 'next' || own.checkIn.answered === undefined)
      throw new Error('none is answered');
    const answered = { ...own.checkIn.answered, period };
    const changed = { ...home, own: { ...own, checkIn: { ...own.checkIn, answered } } };
    return JSON.stringify(homeView({ home: changed, now: NOW }, textsFor('en')).view.blocks);
  };
  expect(shown(periodOf(NOW, 'Asia/Taipei'))).toContain('You have answered this check-in');
  expect(shown('2026-W46')).toContain('You have answered the check-in of week 46');
});

test('a supervisor’s name is shown as it is: nothing in it is mrkdwn or an emoji', () => {
  const home = { ...memberHome(SCENE, 'zh-TW'), supervisors: ['*王*', ':smile:'] };
  const shown = JSON.stringify(homeView({ home, now: NOW }, textsFor('zh-TW')).view.blocks);
  expect(shown).not.toMatch(/\*王\*|:smile:/);
  expect(shown.replaceAll('\u2060', '')).toContain('你的主管（*王*、:smile:）');
});

test('Home does not say that the notice was sent: its button sends it', () => {
  for (const locale of LOCALES) {
    const home = memberHome({ ...SCENE, kind: 'not-acknowledged' }, locale);
    const shown = JSON.stringify(homeView({ home, now: NOW }, textsFor(locale)).view.blocks);
    expect(shown).toContain(textsFor(locale).home.sendNotice);
    expect(shown).not.toMatch(/私訊給你的個人資料告知|in our direct messages/);
  }
});

describe('what was done is said where it was done', () => {
  const blocksOf = (saidAt: HomePlace) => {
    const home = memberHome({ ...SCENE, notes: 1 }, 'zh-TW');
    const { view } = homeView({ home, now: NOW, said: '✅ 好了', saidAt }, textsFor('zh-TW'));
    return view.blocks.map((block) => JSON.stringify(block));
  };
  test.each([
    ['settings', -1, 'home-focus'],
    ['notes', 1, '我的筆記'],
    ['evidence', 1, '我的佐證'],
    ['download', -1, 'home-download-csv'],
    ['top', -1, '我的職能'],
  ] as const)('%s', (place, beside, text) => {
    const blocks = blocksOf(place);
    const said = blocks.flatMap((block, at) => (block.includes('✅ 好了') ? [at] : []));
    expect(said).toHaveLength(1);
    expect(blocks[(said[0] ?? 0) + beside]).toContain(text);
  });

  test('or at the top where there is no such place', () => {
    const home = { ...memberHome(SCENE, 'zh-TW'), own: undefined };
    const { view } = homeView({ home, now: NOW, said: '✅ 好了', saidAt: 'evidence' }, textsFor('zh-TW'));
    expect(JSON.stringify(view.blocks[1])).toContain('✅ 好了');
  });
});

test('an old note says its year; without notes and evidence the page says so', () => {
  const page = { notes: 1, evidence: 0, page: 0, pages: 1, timeZone: 'Asia/Taipei', today: '2027-02-01' };
  const note = {
    standardCode: IIS,
    indicatorCode: 'P1.1.1',
    noteId: 'n',
    text: '退貨',
    visibility: 'only-me' as const,
    changedAt: NOW,
  };
  const shown = LOCALES.map((locale) =>
    JSON.stringify(ownEntriesModal({ ...page, entries: [note], standards: [] }, textsFor(locale))),
  );
  expect(shown[0]).toContain('2026/11/18（三）｜只有你看得到');
  expect(shown[1]).toContain('Wed 18 Nov 2026 · only you see it');
  const none = ownEntriesModal({ ...page, notes: 0, entries: [], standards: [] }, textsFor('zh-TW'));
  expect(JSON.stringify(none.blocks)).toContain('目前沒有筆記，也沒有佐證。');
});

test('what is in focus is named by its code and how it begins', () => {
  const home = memberHome({ ...SCENE, items: 1 }, 'zh-TW');
  const [key] = home.settings.focus;
  if (key === undefined) throw new Error('nothing is in focus');
  for (const locale of LOCALES) {
    const shown = JSON.stringify(homeView({ home, now: NOW }, textsFor(locale)).view.blocks);
    expect(shown).toContain(key.indicatorCode);
    expect(shown).toContain(`${key.text.slice(0, 23)}…`);
  }
});

describe('when the next indicators were asked before', () => {
  test.each([
    ['2026-11-15T15:00:00Z', '上次是 1 週前'],
    ['2026-11-02T00:00:00Z', '上次是 2 週前'],
    ['2026-11-15T16:00:00Z', '（輪到了）'],
    ['2026-09-30T00:00:00Z', '（1 週前問過，那次沒有作答，所以再問一次）', '2026-11-11T00:00:00Z'],
  ])(
    'asked at %s: %s, in weeks of the calendar as in its details',
    (lastAskedAt, text, shownAt = lastAskedAt) => {
      const home = memberHome(SCENE, 'zh-TW');
      const { own } = home;
      if (own?.checkIn.kind !== 'next') throw new Error('none comes');
      const chosen = { because: 'longest-ago' as const, lastAskedAt: new Date(lastAskedAt) };
      const indicators = own.checkIn.indicators.map((each) => ({
        ...each,
        chosen,
        shownAt: new Date(shownAt),
      }));
      const shown = homeView(
        {
          home: { ...home, own: { ...own, checkIn: { ...own.checkIn, indicators } } },
          now: new Date('2026-11-16T00:00:00Z'),
        },
        textsFor('zh-TW'),
      );
      expect(JSON.stringify(shown.view.blocks)).toContain(text);
    },
  );
});
