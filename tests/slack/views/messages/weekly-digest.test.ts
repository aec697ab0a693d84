import { describe, expect, test } from '@jest/globals';
import type { TableBlock } from '@slack/types';
import fc from 'fast-check';
import { type Rating, SCORE_POINTS } from '../../../../src/domain/check-in/rating.ts';
import {
  type Participation,
  type PartlyAnswered,
  SHARED_SHOWN,
  type SharedEntry,
  type Standing,
  summariseWeek,
  type TeamIndicator,
} from '../../../../src/domain/digest/weekly-digest.ts';
import { validateBlocks } from '../../../../src/simulator/validate-blocks/validate-blocks.ts';
import type { Message } from '../../../../src/slack/blocks/build.ts';
import { escapeMrkdwn } from '../../../../src/slack/blocks/escape.ts';
import { LIMITS } from '../../../../src/slack/blocks/limits.ts';
import {
  type WeeklyDigestModel,
  weeklyDigestMessage,
} from '../../../../src/slack/views/messages/weekly-digest.ts';
import { textsFor } from '../../../../src/texts/texts.ts';
import { IIS, KRM, loadPublishedLibrary } from '../../../domain/standard/published-library.ts';
import { nasty, problemsOf, words } from './support/shown.ts';

const SEED = 20_261_118;
const LOCALES = ['zh-TW', 'en'] as const;
type Locale = (typeof LOCALES)[number];
const library = await loadPublishedLibrary();

const participation: Participation = {
  period: '2026-W47',
  membersAsked: 3,
  membersAnswered: 2,
  membersSkipped: 0,
  itemsAsked: 12,
  itemsAnswered: 6,
  itemsLate: 0,
};

interface Scene {
  readonly indicators?: readonly TeamIndicator[];
  readonly standings?: readonly Standing[];
  readonly participation?: Partial<Participation>;
  readonly before?: readonly Participation[];
  readonly notAnswered?: readonly string[];
  readonly answeredInPart?: readonly PartlyAnswered[];
  readonly shared?: readonly SharedEntry[];
  readonly target?: number;
  readonly taskName?: WeeklyDigestModel['taskName'];
}

/** Everything that these members work to, in these standards. */
function team(memberIds: readonly string[], standardCodes: readonly string[]): TeamIndicator[] {
  return memberIds.flatMap((memberId) =>
    standardCodes.flatMap((standardCode) =>
      library
        .indicatorsOf(standardCode)
        .map(({ taskCode, code }) => ({ memberId, standardCode, taskCode, indicatorCode: code })),
    ),
  );
}

function rated(indicators: readonly TeamIndicator[], rating: Rating): Standing[] {
  return indicators.map((indicator) => ({ ...indicator, rating }));
}

const nameOfTask = (standardCode: string, taskCode: string) =>
  library.indicatorsOf(standardCode).find((indicator) => indicator.taskCode === taskCode)?.taskName ?? '';

function message(scene: Scene, locale: Locale = 'zh-TW'): Message {
  const digest = summariseWeek({
    period: '2026-W47',
    target: scene.target ?? 4,
    teamSize: 3,
    participation: { ...participation, ...scene.participation },
    before: scene.before ?? [],
    indicators: scene.indicators ?? [],
    standings: scene.standings ?? [],
    notAnswered: scene.notAnswered ?? [],
    answeredInPart: scene.answeredInPart ?? [],
    shared: {
      newest: (scene.shared ?? []).slice(0, SHARED_SHOWN),
      total: (scene.shared ?? []).length,
    },
  });
  return weeklyDigestMessage(
    {
      digest,
      cutoffAt: new Date('2026-11-22T16:00Z'),
      timeZone: 'Asia/Taipei',
      validWeeks: 26,
      taskName: scene.taskName ?? nameOfTask,
      indicatorText: (standardCode, code) => library.findIndicator(standardCode, code)?.text ?? '',
      standardName: (code) => library.standard(code)?.name ?? code,
    },
    textsFor(locale),
  );
}

/** The cells of the table, without its header; empty when there is no table. */
function tableRows({ blocks }: Message): string[][] {
  return blocks
    .filter((block): block is TableBlock => block.type === 'table')
    .flatMap(({ rows }) => rows.slice(1))
    .map((row) => row.map((cell) => (cell.type === 'raw_text' ? cell.text : '')));
}

/** The rows of the table that the plain text does not have, figure by figure in their order. */
function missingFromText(built: Message): string[][] {
  const lines = built.text.split('\n');
  return tableRows(built).filter((cells) => !lines.some((line) => holdsInOrder(line, cells.map(plain))));
}

const LINK = /<([^<>|]*)\|([^<>]*)>/g;

/** The links of a message as Slack reads them; whoever writes one by hand has it escaped. */
function linksOf(built: Message): { address: string; name: string }[] {
  return [...words(built).matchAll(LINK)].map(([, address = '', name = '']) => ({ address, name }));
}

/** The message with the names of its links alone, as `problemsOf` takes none. */
function withoutLinks(built: Message): Message {
  return {
    ...built,
    blocks: built.blocks.map((block) =>
      block.type === 'section' && block.text !== undefined
        ? { ...block, text: { ...block.text, text: block.text.text.replaceAll(LINK, '$2') } }
        : block,
    ),
  };
}

const plain = (cell: string) => escapeMrkdwn(cell.replaceAll('*', ''));

function holdsInOrder(line: string, cells: readonly string[]): boolean {
  let from = 0;
  return cells.every((cell) => {
    const at = line.indexOf(cell, from);
    from = at + cell.length;
    return at !== -1;
  });
}

describe.each(LOCALES)('promise 10: Slack takes every digest in %s', (locale) => {
  test('whoever the team is, whatever they answered, and however the people are called', () => {
    const indicators = team(['m1', 'm2', 'm3'], [IIS, KRM]);
    const indicator = fc.constantFrom(...indicators);
    const written: fc.Arbitrary<SharedEntry['shared']> = fc.oneof(
      fc.record({ kind: fc.constant('note' as const), text: nasty }),
      fc.record({
        kind: fc.constantFrom('link', 'message'),
        url: fc.constantFrom(
          'https://shop.example/a|b?c=<!channel>&d="*"',
          `http://shop.example/#${'&'.repeat(1_900)}`,
          'javascript:alert(1)',
          'mailto:<@U1>',
          'https://',
        ),
        title: fc.option(
          nasty.map((title) => title.slice(0, 100)),
          { nil: undefined },
        ),
      }),
    );
    const scenes = fc.record({
      shared: fc.array(
        fc.tuple(indicator, nasty, written).map(([{ standardCode, indicatorCode }, name, shared]) => ({
          standardCode,
          indicatorCode,
          name,
          shared,
        })),
        { maxLength: 14 },
      ),
      indicators: fc.subarray(indicators),
      standings: fc
        .array(fc.tuple(indicator, fc.constantFrom<Rating>(...SCORE_POINTS, 'no-opportunity')), {
          maxLength: 80,
        })
        .map((pairs) => pairs.map(([pair, rating]) => ({ ...pair, rating }))),
      notAnswered: fc.array(nasty, { maxLength: 8 }),
      answeredInPart: fc.array(
        nasty.map((name) => ({ name, answered: 1, asked: 4 })),
        { maxLength: 8 },
      ),
      participation: fc.constantFrom(
        {},
        { itemsAnswered: 0, membersAnswered: 0 },
        { itemsLate: 3, membersSkipped: 2 },
      ),
      before: fc.constantFrom([], [participation], [participation, { ...participation, itemsAsked: 0 }]),
      target: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(scenes, (scene) => {
        const built = message(scene, locale);
        for (const said of [built, built.established ?? built]) {
          expect(problemsOf(withoutLinks(said))).toEqual([]);
          expect(validateBlocks(said.blocks, 'message')).toEqual([]);
        }
        expect(linksOf(built).filter(({ address }) => !/^https?:/.test(address))).toEqual([]);
        expect(missingFromText(built)).toEqual([]);
        expect(words(built) + built.text).not.toMatch(/NaN|undefined|Infinity|null/);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  test('also of a team that works to hundreds of tasks with long names', () => {
    const many = Array.from({ length: 120 }, (_, index) => ({
      memberId: 'm1',
      standardCode: IIS,
      taskCode: `T${index}`,
      indicatorCode: `P${index}.1`,
    }));
    const taskName = (_: string, code: string) => `${code} <名稱> & ${'很長'.repeat(75)}`;
    const built = message({ indicators: many, standings: rated(many, 3), taskName }, locale);
    expect(problemsOf(built)).toEqual([]);
    const shown = tableRows(built).length;
    expect(shown).toBeGreaterThan(15);
    const { weeklyDigest } = textsFor(locale);
    expect(words(built)).toContain(weeklyDigest.tasksMore(120 - shown));
    const { established } = built;
    expect(established && words(established)).toMatch(/還有 \d+ 項工作任務|And \d+ more tasks/);
    expect(established && problemsOf(established)).toEqual([]);
    const lines = built.text.split('\n');
    expect(many.filter(({ taskCode }) => !lines.some((line) => line.startsWith(`${taskCode} `)))).toEqual([]);
  });

  test('of a team to all tasks of both standards, with the longest notes and addresses', () => {
    const indicators = team(['m1', 'm2', 'm3'], [IIS, KRM]);
    const tasks = new Set(indicators.map(({ standardCode, taskCode }) => standardCode + taskCode)).size;
    const names = Array.from({ length: 40 }, (_, index) => `${index}號`.padEnd(80, '名'));
    const base = { indicators, standings: rated(indicators, 3), notAnswered: names };
    const [first] = indicators;
    if (first === undefined) throw new Error('no indicators');
    const entry = (shared: SharedEntry['shared']): SharedEntry => ({
      standardCode: first.standardCode,
      indicatorCode: first.indicatorCode,
      name: '名'.repeat(80),
      shared,
    });
    const note = entry({ kind: 'note', text: '字'.repeat(300) });
    const url = `https://shop.example/${'a'.repeat(2_400)}`;
    const evidence = entry({ kind: 'link', url, title: '字'.repeat(100) });
    for (const each of [note, evidence]) {
      const built = message({ ...base, shared: Array.from({ length: 14 }, () => each) }, locale);
      for (const said of [built, built.established ?? built]) {
        expect(problemsOf(withoutLinks(said))).toEqual([]);
        expect(validateBlocks(said.blocks, 'message')).toEqual([]);
      }
      const { weeklyDigest } = textsFor(locale);
      const shown = words(built).match(/^名+…[：:]/gm)?.length ?? 0;
      const rows = tableRows(built).length;
      expect(rows).toBeGreaterThanOrEqual(Math.min(tasks, 20));
      expect(shown).toBeGreaterThan(0);
      expect(words(built)).toContain(weeklyDigest.sharedMore(14 - shown));
      if (rows < tasks) expect(words(built)).toContain(weeklyDigest.tasksMore(tasks - rows));
    }
  });

  test('and cuts the names of a thousand silent people, not the message', () => {
    const notAnswered = Array.from({ length: 1_000 }, (_, index) => `Somebody & <${index}>`.padEnd(80, '名'));
    const built = message({ notAnswered }, locale);
    expect(problemsOf(built)).toEqual([]);
    expect(built.text.length).toBeLessThanOrEqual(LIMITS.message.text);
  });
});

describe('promise 8: no claim without evidence', () => {
  const indicators = team(['m1', 'm2'], [IIS]);
  const [first] = indicators;
  const built = message({
    indicators,
    standings: indicators
      .filter(({ taskCode }) => taskCode === first?.taskCode)
      .map((pair) => ({ ...pair, rating: pair.memberId === 'm1' ? 2 : 3 })),
  });

  test('each row of the table has its median, its gap, its n and its coverage', () => {
    const ofTask = indicators.filter(({ taskCode }) => taskCode === first?.taskCode).length;
    const [rated, unrated] = tableRows(built);
    expect(rated).toEqual([
      `${first?.taskCode} ${nameOfTask(IIS, first?.taskCode ?? '')}`,
      '2.5',
      '1.5',
      String(ofTask),
      `${ofTask}/${ofTask}`,
    ]);
    // A task without a rating is there too: that nobody was covered is a fact, and no figure is made up for it.
    expect(unrated?.slice(1)).toEqual(['–', '–', '0', '0/14']);
  });

  test('the largest gaps quote their indicator with median, gap and n', () => {
    const official = library.findIndicator(IIS, 'P1.1.1')?.text;
    expect(words(built)).toContain(`*P1.1.1*　${official}\n中位數 2.5，差距 1.5（n=2）`);
  });

  test('how to read it and as of when is said, and that levels are no scores', () => {
    expect(words(built)).toContain('目標 4 − 中位數');
    expect(words(built)).toContain('職能級別不是分數，沒有納入計算');
    expect(words(built)).toContain('統計到 11/22（日）23:59 為止');
  });

  test('a gap above the target has a minus sign, not a hyphen', () => {
    expect(tableRows(message({ indicators, standings: rated(indicators, 5) }))[0]?.[2]).toBe('−1.0');
  });

  test('without any standing there is no table, and that is said', () => {
    const empty = message({ indicators });
    expect(tableRows(empty)).toEqual([]);
    expect(words(empty)).toContain('團隊目前還沒有可以計算的分數');
  });

  test('where all are on target that is said, and nothing is called a gap', () => {
    const text = words(message({ indicators, standings: rated(indicators, 4) }));
    expect(text).toContain('中位數都達到目標 4 分');
    expect(text).not.toContain('離目標');
  });
});

describe('participation', () => {
  const before = (itemsAnswered: number, itemsLate: number): Participation => ({
    ...participation,
    itemsAnswered,
    itemsLate,
  });

  test('of the period and of those before that had check-ins', () => {
    const scene = {
      before: [before(12, 2), before(6, 1), { ...before(0, 0), itemsAsked: 0, membersAsked: 0 }],
      participation: { itemsLate: 2 },
    };
    expect(words(message(scene))).toContain(
      '問了 3 人，2 人至少答了一項；12 項中答了 6 項（50%）。其中 2 項逾期。',
    );
    expect(words(message(scene))).toContain('前 2 期合計：24 項中答了 18 項（75%），其中 3 項逾期。');
    expect(words(message(scene, 'en'))).toContain(
      '3 people asked, 2 answered at least one item; 6 of 12 items answered (50%). 2 of them late.',
    );
    expect(words(message(scene, 'en'))).toContain(
      'The 2 periods before: 18 of 24 items answered (75%), 3 of them late.',
    );
  });

  test('says so when there is nothing to compare with', () => {
    expect(words(message({}))).toContain('之前四期沒有自評可以比較');
  });

  test('a name with marks of mrkdwn in it is shown as it is', () => {
    const answeredInPart = [{ name: '_許_', answered: 1, asked: 4 }];
    const shown = JSON.stringify(message({ notAnswered: ['*志*'], answeredInPart }).blocks);
    expect(shown).toContain('\u2060*\u2060志\u2060*\u2060');
    expect(shown).toContain('\u2060_\u2060許\u2060_\u2060');
  });

  test('names who has not answered, as only their supervisor sees it', () => {
    const built = message({ notAnswered: ['林小姐', '<!channel> & co'] });
    const line = '還沒作答*（只有你看得到）：林小姐、&lt;!channel&gt; &amp; co';
    expect(words(built)).toContain(line);
    expect(built.text).toContain(line.replaceAll('*', ''));
  });

  test('says how many skipped, without a name, and nothing where nobody did', () => {
    const skipped = (membersSkipped: number) => ({ participation: { membersSkipped } });
    expect(words(message(skipped(1)))).toContain('（50%）。另有 1 人這一期先跳過，不列入統計。');
    expect(message(skipped(1)).text).toContain('另有 1 人這一期先跳過，不列入統計。');
    expect(words(message(skipped(1), 'en'))).toContain('(50%). 1 more skipped this one and is not counted.');
    expect(words(message(skipped(2), 'en'))).toContain('2 more skipped this one and are not counted.');
    const quiet = { participation: { membersAnswered: 0, itemsAnswered: 0, membersSkipped: 1 } };
    expect(words(message(quiet))).toContain('一項都沒有收到。另有 1 人這一期先跳過');
    expect(words(message(skipped(0)))).not.toContain('跳過');
  });

  test('names who answered a part, with how much of it', () => {
    const scene = {
      answeredInPart: [
        { name: '林小姐', answered: 1, asked: 4 },
        { name: 'Grace & co', answered: 3, asked: 4 },
      ],
    };
    const built = message(scene);
    expect(words(built)).toContain('*只答了一部分*（只有你看得到）：林小姐（1/4）、Grace &amp; co（3/4）');
    expect(built.text).toContain('只答了一部分（只有你看得到）：林小姐（1/4）');
    expect(words(message(scene, 'en'))).toContain(
      '*Answered in part* (only you see this): 林小姐 (1 of 4), Grace',
    );
  });

  test('says that everything was answered only where it was', () => {
    const all = { membersAnswered: 3, itemsAnswered: 12 };
    expect(words(message({ participation: all }))).toContain('問到的人每一項都答了');
    expect(words(message({ participation: all }, 'en'))).toContain(
      'Everybody who was asked answered every item.',
    );
    const almost = { participation: { membersAnswered: 3, itemsAnswered: 11 } };
    expect(words(message(almost))).not.toContain('每一項都答了');
    expect(words(message(almost, 'en'))).not.toContain('Everybody');
  });
});

describe('what the team shared with its supervisor', () => {
  const about = { name: '林小姐', standardCode: IIS, indicatorCode: 'P1.1.1' };
  const note = (text: string): SharedEntry => ({ ...about, shared: { kind: 'note', text } });
  const evidence = (url: string, title?: string): SharedEntry => ({
    ...about,
    shared: { kind: 'link', url, title },
  });

  /** How an indicator begins, as it is shown beside its code. */
  const begins = (standardCode: string) => {
    const text = library.findIndicator(standardCode, 'P1.1.1')?.text ?? '';
    return text.length > 40 ? `${text.slice(0, 39)}…` : text;
  };

  test('has each note on a line of its own, as it was typed, with what it is about and who wrote it', () => {
    const built = message({ shared: [note('退貨少了一半\n<!channel> & co')] });
    const line = '林小姐：退貨少了一半 &lt;!channel&gt; &amp; co';
    expect(words(built)).toContain(`*同仁分享給你的筆記與佐證*\n*P1.1.1*　${begins(IIS)}\n${line}`);
    expect(built.text).toContain(`同仁分享給你的筆記與佐證\nP1.1.1　${begins(IIS)}\n${line}`);
    expect(words(built.established ?? built)).toContain(line);
    const english = message({ shared: [note('Half the returns')] }, 'en');
    expect(words(english)).toContain(
      `*Shared with you by your team*\n*P1.1.1*  ${begins(IIS)}\n林小姐: Half the returns`,
    );
  });

  test('has evidence as a link with its title, and the address in plain text', () => {
    const built = message({ shared: [evidence('https://shop.example/報表?a=1&b=|', '十一月報表 <b>')] });
    expect(linksOf(built)).toEqual([
      { address: 'https://shop.example/%E5%A0%B1%E8%A1%A8?a=1&amp;b=%7C', name: '十一月報表 &lt;b&gt;' },
    ]);
    expect(built.text).toContain('十一月報表 &lt;b&gt; https://shop.example/');
  });

  test('without a title the address is the name; what is no web address is no link', () => {
    expect(linksOf(message({ shared: [evidence('https://shop.example/a')] }))).toMatchObject([
      { address: 'https://shop.example/a' },
    ]);
    const built = message({ shared: [evidence('javascript:alert(1)', '報表')] });
    expect(linksOf(built)).toEqual([]);
    expect(words(built)).toContain('林小姐：報表');
  });

  test('a Slack message without a title is called that, as on Home, not by its address', () => {
    const url = 'https://shop.slack.com/archives/C1/p1';
    const built = message({ shared: [{ ...about, shared: { kind: 'message', url, title: undefined } }] });
    expect(linksOf(built)).toEqual([{ address: url, name: 'Slack 訊息' }]);
    expect(built.text).toContain(`林小姐：Slack 訊息 ${url}`);
  });

  test('nobody writes a link or ends one', () => {
    const built = message({
      shared: [
        note('<https://evil.example|報表>'),
        evidence('https://shop.example/a|b', 'x> <https://evil.example|y'),
      ],
    });
    expect(linksOf(built).map(({ address }) => address)).toEqual(['https://shop.example/a%7Cb']);
  });

  test('a long note is cut; of many the newest ten are there and the others counted', () => {
    const long = message({ shared: [note('長'.repeat(300))] });
    expect(words(long)).toMatch(/林小姐：長{100,200}…/);
    const many = Array.from({ length: 13 }, (_, index) => note(`第 ${index} 則`));
    const built = message({ shared: many });
    expect(words(built).match(/第 \d+ 則/g)).toHaveLength(10);
    expect(words(built)).toContain('還有 3 則。');
    expect(built.text).toContain('還有 3 則。');
    expect(words(message({ shared: many }, 'en'))).toContain('And 3 more.');
    expect(words(message({ shared: many.slice(0, 10) }))).not.toMatch(/還有 \d+ 則/);
  });

  test('is no section where nothing was shared', () => {
    expect(words(message({}))).not.toContain('分享');
  });

  test('names the standard where the team works to two', () => {
    const shared = [note('一'), { ...note('二'), standardCode: KRM }];
    const built = message({ indicators: team(['m1'], [IIS, KRM]), shared });
    expect(words(built)).toContain(`*${library.standard(KRM)?.name} P1.1.1*　${begins(KRM)}\n林小姐：二`);
  });
});

describe('a quiet period says so honestly', () => {
  const silence = { membersAnswered: 0, itemsAnswered: 0 };
  const indicators = team(['m1'], [IIS]);

  test.each([
    ['zh-TW', '*這一期沒有人作答*：問了 3 人、共 12 項', '本期沒有新的資料'],
    ['en', '*Nobody answered this period*: 3 people asked, 12 items', 'This period added nothing new.'],
  ] satisfies [Locale, string, string][])(
    'in %s, and that the table is from before',
    (locale, quiet, table) => {
      const standings = rated(indicators, 3);
      const built = message({ participation: silence, indicators, standings, notAnswered: ['林'] }, locale);
      expect(words(built)).toContain(quiet);
      expect(words(built)).toContain(table);
      expect(built.text).toContain(quiet.replaceAll('*', ''));
    },
  );

  test('and does not speak of a table where there is none', () => {
    expect(words(message({ participation: silence, indicators }))).not.toContain('下表');
  });

  test('and does not praise a team whose asked members have all left', () => {
    const text = words(message({ participation: { ...silence, membersAsked: 0, itemsAsked: 0 } }));
    expect(text).not.toContain('都答了');
  });
});

describe('a team that works to two standards', () => {
  const both = team(['m1'], [IIS, KRM]);

  test('has the standard named with every code, in the table, the gaps and the text', () => {
    const built = message({ indicators: both, standings: rated(both, 2) });
    const names = [IIS, KRM].map((code) => library.standard(code)?.name ?? code);
    const rows = tableRows(built).map(([name]) => name ?? '');
    expect(rows.filter((row) => !names.some((name) => row.startsWith(`${name} T`)))).toEqual([]);
    expect(names.map((name) => rows.some((row) => row.startsWith(name)))).toEqual([true, true]);
    expect(words(built)).toContain(`*${names[0]} P1.1.1*`);
    expect(missingFromText(built)).toEqual([]);
  });

  test('a team of one has it named nowhere', () => {
    const one = team(['m1'], [IIS]);
    const built = message({ indicators: one, standings: rated(one, 2) });
    expect(words(built) + built.text).not.toContain(library.standard(IIS)?.name);
  });
});
