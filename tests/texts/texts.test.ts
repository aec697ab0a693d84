import { describe, expect, test } from '@jest/globals';
import { LOCALES } from '../../src/domain/people/locale.ts';
import { type Texts, textsFor } from '../../src/texts/texts.ts';

/** Arguments to say each sentence with, several where it has more than one way to put it. The compiler asks for all. */
type Samples<Utterance> = {
  readonly [Key in keyof Utterance as Utterance[Key] extends (...given: never[]) => string
    ? Key
    : never]-?: Utterance[Key] extends (...given: infer Given) => string ? readonly Given[] : never;
};

const UNTIL = '11/24';
const WEEK = '第 47 週';
const tuesday = { year: 2026, month: 11, day: 24, weekday: 2, time: '23:59' };
const december = { year: 2026, month: 12, day: 6, weekday: 7, time: '23:59' };
const counts = { membersAsked: 3, membersAnswered: 2, itemsAsked: 12, itemsAnswered: 6 };

const SAMPLES: { readonly [Name in Exclude<keyof Texts, 'locale'>]: Samples<Texts[Name]> } = {
  ratingScale: {},
  weeklyDigest: {
    title: [[WEEK, '11/16–11/22']],
    participation: [[counts], [{ membersAsked: 1, membersAnswered: 0, itemsAsked: 4, itemsAnswered: 0 }]],
    late: [[1], [3]],
    skipped: [[1], [3]],
    shared: [['P1.1.1', '安排進、退貨時間', '林小姐', '客訴少了一半']],
    sharedMore: [[1], [4]],
    tasksMore: [[1], [4]],
    before: [
      [1, 6, 12, 0],
      [4, 40, 48, 2],
    ],
    quiet: [
      [1, 4],
      [3, 12],
    ],
    largestGaps: [[4]],
    noGaps: [[4]],
    gap: [['P1.1.1', '安排進、退貨時間', '2.5', '1.5', 3]],
    tableLine: [['T1.1 出貨', '2.5', '1.5', 3, 4, 6]],
    notAnswered: [[['林小姐']], [['林小姐', '王先生']]],
    answeredInPart: [
      [[{ name: '林小姐', answered: 1, asked: 4 }]],
      [
        [
          { name: '林小姐', answered: 1, asked: 4 },
          { name: '王先生', answered: 2, asked: 5 },
        ],
      ],
    ],
    reading: [[4, 26]],
    cutoff: [[UNTIL]],
  },
  deliveryTrouble: {
    failed: [[1], [12]],
    unreachable: [[['林小姐']], [['林小姐', '王先生']]],
    unreachableAndMore: [[['林小姐', '王先生'], 12]],
    adviceAboutPeople: [['user_disabled']],
    advice: [['msg_too_long']],
  },
  notice: {
    notification: [['好日子選物'], ['Good Days']],
    who: [['好日子選物'], ['Good Days']],
    why: [[['甲', '乙']], [['甲']]],
    which: [[['甲', '乙', '丙']]],
    where: [[['甲', '乙']]],
    whoSees: [[['甲', '乙', '丙']]],
    rights: [[15, 30]],
    contact: [['人資部']],
    acknowledged: [[UNTIL]],
    checkInAt: [[UNTIL]],
    notSaved: [['a1b2c3']],
  },
  newcomer: {
    joined: [['<@U1>']],
    howToAdd: [['U0NEW']],
  },
  home: {
    standard: [['網路購物營運助理', 'KRM4224-002v2', 9, 12, 26]],
    openHere: [[2, 4, UNTIL]],
    answered: [[UNTIL]],
    answeredOf: [['第 47 週', UNTIL]],
    dutiesTitle: [[4]],
    dutyLine: [['T1 出貨', '2.5', '1.5', 3, 4, 6]],
    strengths: [[[{ name: 'T1 出貨', median: '4.0', n: 3 }]]],
    gaps: [
      [
        [
          { name: 'T1 出貨', median: '2.5', n: 3 },
          { name: 'T2 退貨', median: '3.0', n: 7 },
        ],
      ],
    ],
    dutiesReading: [[4, 26]],
    monthLine: [['2026-11', 8, '3.5', 1]],
    open: [[1, 4, UNTIL]],
    skipped: [[UNTIL]],
    next: [[UNTIL]],
    nextIndicators: [[1], [4]],
    startHint: [[1], [3]],
    started: [[1], [4]],
    notRemoved: [['a1b2c3']],
    nextItem: [['P1.1.1', '安排進、退貨時間', 'x']],
    notAskedFor: [
      ['y', 1],
      ['y', 9],
    ],
    askedInVain: [[1], [9]],
    also: [['y', 'z']],
    checkInAt: [['週三', '13:00']],
    restDays: [[['週六', '週日']]],
    language: [['English']],
    leaves: [[['11/16–11/22', '12/1–12/3']]],
    focus: [[['P1.1.1', 'P2.1.3']]],
    inFocus: [['P1.1.1', '安排進、退貨時間']],
    notesTitle: [
      [2, 2],
      [10, 23],
    ],
    evidenceTitle: [
      [2, 2],
      [10, 23],
    ],
    entryHead: [['P1.1.1', UNTIL, 'z']],
    seesAnswers: [[[]], [['王主管', '林主管']]],
    seesPurpose: [[undefined], ['hr@example.com']],
    team: [[1], [12]],
    nextDigest: [[UNTIL]],
    stranger: [[undefined], ['hr@example.com']],
  },
  settings: { waits: [[WEEK, UNTIL]] },
  ownEntries: {
    counts: [[34, 21]],
    page: [[2, 3]],
    note: [['z']],
    evidence: [['z']],
  },
  leave: { saved: [['11/16–11/22']], stillOpen: [[WEEK, UNTIL, 'y']] },
  focus: {
    hint: [[1, 4]],
    none: [[1], [2]],
    tooMany: [[1]],
    tooManyWithOthers: [[1]],
    option: [['P1.1.1', '安排進、退貨時間']],
  },
  download: { ready: [['competency-2026-11-18.json']], title: [['2026-11-18']], failed: [['a1b2c3']] },
  refusal: {
    notSaved: [['a1b2c3']],
    notOpened: [['a1b2c3']],
    notDone: [['a1b2c3']],
    notAnswered: [['a1b2c3']],
  },
  dates: {
    dayAndTime: [[tuesday], [december]],
    range: [
      [tuesday, december],
      [tuesday, { ...tuesday, day: 29 }],
    ],
    day: [[tuesday], [december]],
    month: [[tuesday], [december]],
    dayOfYear: [[tuesday], [december]],
    rangeOfYears: [
      [tuesday, december],
      [tuesday, { ...tuesday, day: 29 }],
      [december, { ...tuesday, year: 2027 }],
    ],
    week: [['2026-W47'], ['2026-W01']],
  },
  checkIn: {
    notification: [
      [1, 1, UNTIL],
      [8, 2, UNTIL],
    ],
    notificationLate: [
      [WEEK, 1, 1, UNTIL],
      [WEEK, 8, 2, UNTIL],
    ],
    opening: [
      [1, 1],
      [8, 2],
    ],
    openingLate: [
      [WEEK, 1, 1],
      [WEEK, 8, 2],
    ],
    inFormOnly: [['Answer in one form']],
    periodAndClosing: [[WEEK, '11/16–11/22', UNTIL]],
    audience: [
      [[], undefined],
      [['王主管'], 'HR (hr@example.com)'],
      [['王主管', '林主管'], '人資部'],
    ],
    periodIsOver: [[WEEK, '11/16–11/22', UNTIL]],
    remindAt: [[UNTIL]],
    proven: [[1], [12]],
    skipped: [[WEEK, UNTIL]],
    skippedInPart: [
      [WEEK, 1, UNTIL],
      [WEEK, 3, UNTIL],
    ],
    changed: [['P1.1.1', 3, 4, UNTIL]],
    unchanged: [[1], [3]],
    coverage: [[17, 25, 26]],
    skippedLate: [[WEEK, UNTIL]],
    skippedLateInPart: [
      [WEEK, 1, UNTIL],
      [WEEK, 3, UNTIL],
    ],
    digest: [[['林小姐']], [['林小姐', '王先生']]],
    digestLate: [
      [['林小姐'], WEEK, WEEK],
      [['林小姐', '王先生'], WEEK, WEEK],
    ],
    noDigest: [[WEEK]],
    nothingToAsk: [[WEEK]],
    progress: [[2, 4]],
    legend: [[['1 甲', '2 乙', '3 丙', '4 丁', '5 戊'], '己']],
    saved: [['經常']],
    scoreLabel: [['P1.1.1', 4, '經常']],
    noOpportunityLabel: [['P1.1.1', '本期無機會']],
    takeBackLabel: [['P1.1.1']],
    thanks: [[1], [4]],
    thenDone: [['完成']],
    changeUntil: [[UNTIL]],
    closed: [[WEEK, UNTIL]],
    closedAnswers: [[2, 4]],
  },
  checkInReminder: {
    waiting: [
      [WEEK, 1, 1, UNTIL],
      [WEEK, 10, 3, UNTIL],
    ],
    unfinished: [[WEEK, UNTIL]],
    done: [[WEEK]],
    closed: [[WEEK]],
    nothingToAsk: [[WEEK]],
    willRemind: [[UNTIL]],
    willRemindInstead: [[UNTIL]],
    past: [['14:00']],
    tooLate: [[UNTIL]],
  },
  checkInSkip: { kept: [[1], [3]], skipped: [[WEEK]], skippedLate: [[WEEK]] },
  submission: { tooLong: [[10_000, 300]], notSaved: [['a1b2c3']] },
  note: { label: [[300]] },
  evidence: {
    titleLabel: [[100]],
    linkTooLong: [[2_000]],
    savedAndShared: [['P1.1.1']],
    savedForMe: [['P1.1.1']],
  },
  indicatorDetails: { notAskedFor: [[1], [9]], askedInVain: [[1], [9]] },
  checkInForm: {
    opening: [
      [1, 1],
      [8, 2],
    ],
    open: [[UNTIL]],
    late: [[UNTIL]],
    place: [[1], [10]],
    saved: [
      [2, 4],
      [4, 4],
    ],
    goOnUntil: [[UNTIL]],
    savedWithout: [[['P1.1.1']], [['P1.1.1', 'P1.1.2']]],
    answerLabel: [['P1.1.1']],
    noteLabel: [['P1.1.1', 300]],
  },
  competency: {
    leftOut: [[1], [4]],
    taskLevel: [[3]],
    occupationLevel: [[3]],
    part: [[1, 2]],
    version: [['V4', '最新版本', '2025-12-31']],
    earlierVersion: [['IIS3513-005v3', 'IIS3513-005v4']],
    fromOther: [['網路購物營運助理']],
    alsoIn: [['KRM4224-002v2'], ['網路購物營運助理']],
    ambiguous: [['T1.1']],
    resultsTitle: [['報表']],
    resultsWithin: [['報表', ['IIS3513-005v4']]],
    resultsElsewhere: [['報表', ['IIS3513-005v4', 'KRM4224-002v2']]],
    resultsCount: [
      [1, 1],
      [3, 3],
      [10, 42],
    ],
    notFound: [['T9.9']],
    tooLong: [['報表', 500, 200]],
  },
  lookUp: {},
  startedCheckIn: {
    made: [
      [1, 1],
      [8, 2],
    ],
    open: [[WEEK, UNTIL]],
    onItsWay: [[WEEK, UNTIL]],
    answered: [
      [WEEK, 1, UNTIL],
      [WEEK, 4, UNTIL],
    ],
    skipped: [[WEEK, UNTIL]],
    next: [[UNTIL]],
  },
  ownStanding: {
    coverage: [[3, 40, 26]],
    strengths: [
      [4, 1, 1],
      [4, 3, 5],
    ],
    gaps: [
      [4, 1, 1],
      [4, 3, 5],
    ],
    strength: [['4.5', 3]],
    gap: [['2.5', '1.5', 3]],
    open: [[2, 4, UNTIL]],
    reading: [[4, 26]],
  },
  whereItIs: { inStandards: [['y']] },
  words: {},
};

/** Official Chinese that is quoted in English too: the publisher’s name, and an example of what to type. */
const QUOTED_IN_ENGLISH = ['competency.source', 'competency.helpWordsExample', 'settings.languages.zh-TW'];

/** Characters that only simplified Chinese has. */
const SIMPLIFIED =
  /[们这说对时个来为会过还问题请员业务点实应发现经营进销报统计级别标项选择关闭讯钮页开启动态单谢错误]/;

type Leaf = string | ((...given: never[]) => string);

/** Every text by its path, `checkIn.done`. */
function leaves(value: object, at = ''): [path: string, leaf: Leaf][] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const path = at === '' ? key : `${at}.${key}`;
    if (typeof inner === 'string' || typeof inner === 'function') return [[path, inner as Leaf]];
    return typeof inner === 'object' && inner !== null ? leaves(inner, path) : [];
  });
}

/** Everything a language says, with the samples filled in: path and sentence. */
function sentences(texts: Texts): [path: string, sentence: string][] {
  const { locale: _, ...spoken } = texts;
  return leaves(spoken).flatMap(([path, leaf]): [string, string][] => {
    if (typeof leaf === 'string') return [[path, leaf]];
    return samplesOf(path).map((given) => [path, leaf(...(given as never[]))]);
  });
}

function samplesOf(path: string): readonly (readonly unknown[])[] {
  const [name = '', key = ''] = path.split('.');
  const utterance: object = SAMPLES[name as keyof typeof SAMPLES];
  return (utterance as Record<string, readonly (readonly unknown[])[]>)[key] ?? [];
}

const shapeOf = (texts: Texts) =>
  leaves(texts).map(([path, leaf]) => `${path}${typeof leaf === 'string' ? '' : `(${leaf.length})`}`);

describe('both languages are complete', () => {
  test('they have the same texts, with the same number of arguments', () => {
    expect(shapeOf(textsFor('en')).sort()).toEqual(shapeOf(textsFor('zh-TW')).sort());
    expect(shapeOf(textsFor('en')).length).toBeGreaterThan(80);
  });

  test.each(LOCALES)('%s knows its own name', (locale) => {
    expect(textsFor(locale).locale).toBe(locale);
  });

  test.each(LOCALES)('in %s every sentence can be said, and none is empty or broken', (locale) => {
    const texts = textsFor(locale);
    const said = sentences(texts);
    const silent = leaves(texts).filter(
      ([path]) => path !== 'locale' && !said.some(([spoken]) => spoken === path),
    );
    expect(silent).toEqual([]);
    const broken = said.filter(
      ([, sentence]) => sentence.trim() === '' || /undefined|NaN|null|\[object|Infinity/.test(sentence),
    );
    expect(broken).toEqual([]);
  });

  test.each(LOCALES)('in %s every argument is used', (locale) => {
    const unused = leaves(textsFor(locale)).flatMap(([path, leaf]) => {
      if (typeof leaf === 'string') return [];
      return samplesOf(path)
        .slice(-1)
        .flatMap((given) => given.filter((each) => !appears(each, leaf(...(given as never[])))))
        .map((each) => `${path}: ${JSON.stringify(each)}`);
    });
    // Digits of a date may be left out; a total of one is said in words.
    expect(unused.filter((each) => !each.startsWith('dates.'))).toEqual([]);
  });
});

function appears(value: unknown, sentence: string): boolean {
  if (Array.isArray(value)) return value.every((each) => appears(each, sentence));
  if (typeof value === 'object' && value !== null)
    return Object.values(value).every((each) => appears(each, sentence));
  // A sentence may begin with an argument, in capitals.
  return sentence.toLowerCase().includes(String(value).toLowerCase());
}

describe('English', () => {
  test('has no Chinese but what is quoted from the standard', () => {
    const chinese = leaves(textsFor('en')).filter(
      ([path, leaf]) =>
        /\p{Script=Han}|[，。、：（）｜「」]/u.test(String(leaf)) && !QUOTED_IN_ENGLISH.includes(path),
    );
    expect(chinese.map(([path]) => path)).toEqual([]);
  });

  test('has typographic quotation marks and apostrophes', () => {
    expect(sentences(textsFor('en')).filter(([, sentence]) => /["']/.test(sentence))).toEqual([]);
  });

  test('has official words in quotation marks', () => {
    const { competency } = textsFor('en');
    expect(competency.version('V2', '最新版本', '2025-12-31')).toContain('“最新版本”');
    expect(competency.alsoIn('網路購物營運助理')).toContain('“網路購物營運助理”');
    expect(competency.fromOther('網路購物營運助理')).toContain('“網路購物營運助理”');
  });

  test('counts one of a thing and several of it', () => {
    const { checkIn, weeklyDigest, competency } = textsFor('en');
    expect(checkIn.notification(1, 1, UNTIL)).toContain('1 indicator, about a minute');
    expect(checkIn.notification(8, 2, UNTIL)).toContain('8 indicators, about 2 minutes');
    expect(checkIn.thanks(1)).toContain('your answer is saved');
    expect(weeklyDigest.quiet(1, 4)).toContain('1 person asked');
    expect(competency.resultsCount(1, 1)).toBe('1 result.');
  });

  test('has one word for the level of a task, and says that words are found in Chinese', () => {
    const { competency, lookUp, words } = textsFor('en');
    const levels = [competency.taskLevel(3), competency.occupationLevel(3), competency.levelIsNotAScore];
    for (const said of levels) expect(said).toMatch(/capability level/i);
    for (const said of [competency.helpIntro, competency.tryTyping, lookUp.label, words.lookUpText]) {
      expect(said).toContain('in Chinese');
    }
  });

  test('speaks of a member’s own figures without the words of statistics', () => {
    for (const locale of LOCALES) {
      const said = sentences(textsFor(locale)).filter(([path]) => /^(?:home|ownStanding)\./.test(path));
      expect(said.filter(([, sentence]) => /中位數|median|\bn ?=|涵蓋/i.test(sentence))).toEqual([]);
    }
  });

  test('does not go on after a day and its time, which has a comma of its own', () => {
    const goesOn = new RegExp(`${UNTIL}(?:,| [a-z])`);
    expect(sentences(textsFor('en')).filter(([, sentence]) => goesOn.test(sentence))).toEqual([]);
  });

  test('has a space where one sentence follows another', () => {
    const { weeklyDigest } = textsFor('en');
    expect(weeklyDigest.participation(counts) + weeklyDigest.late(2)).not.toMatch(/\.\S/);
  });
});

describe('繁體中文', () => {
  const said = sentences(textsFor('zh-TW'));

  test('has no simplified characters', () => {
    expect(said.filter(([, sentence]) => SIMPLIFIED.test(sentence))).toEqual([]);
  });

  test('has full-width marks between Chinese characters', () => {
    const halfWidth =
      /\p{Script=Han}\s*[,?!;:]|[,?!;:]\s*\p{Script=Han}|\p{Script=Han}[()]|[()]\p{Script=Han}/u;
    expect(said.filter(([, sentence]) => halfWidth.test(sentence))).toEqual([]);
  });

  test('has no space between Chinese characters', () => {
    expect(said.filter(([, sentence]) => /\p{Script=Han} +\p{Script=Han}/u.test(sentence))).toEqual([]);
  });

  test('has no space after a full-width mark, not even behind bold', () => {
    expect(said.filter(([, sentence]) => /[，。、：；！？）」]\*? +\S/u.test(sentence))).toEqual([]);
  });

  test('has one word for one thing', () => {
    expect(
      said.filter(([path, sentence]) => !path.startsWith('home.') && /\d 題|管理者/.test(sentence)),
    ).toEqual([]);
  });

  test('has 「」 and no other quotation marks', () => {
    expect(said.filter(([, sentence]) => /["'“”‘’]/.test(sentence))).toEqual([]);
  });

  test('has a space between Chinese and half-width digits or codes', () => {
    const touching = /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u;
    expect(said.filter(([, sentence]) => touching.test(sentence))).toEqual([]);
  });
});

test('what every form may say names no button: the skip form’s is not the note form’s', () => {
  const of = ({ stillSaving, notSaved, tooLong }: Texts['submission']) =>
    [stillSaving, notSaved('a1b2c3'), tooLong(301, 300)].join('\n');
  expect(of(textsFor('zh-TW').submission)).not.toMatch(/「/);
  expect(of(textsFor('en').submission)).not.toMatch(/\b(?:Save|save|Skip|skip|Add|add)\b/);
});

test('what is said of the day of the check-in holds in a week without a working day', () => {
  expect(textsFor('zh-TW').settings.weekdayHint).toContain('同一週後面都放假的話，那一週就沒有自評。');
  expect(textsFor('en').settings.weekdayHint).toContain('With none left that week, there is no check-in.');
});
