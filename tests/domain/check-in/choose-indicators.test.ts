import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Candidate,
  chooseIndicators,
  focusLimit,
  type IndicatorKey,
} from '../../../src/domain/check-in/choose-indicators.ts';
import { IIS, KRM, loadPublishedLibrary } from '../standard/published-library.ts';

const SEED = 20_261_118;
const library = await loadPublishedLibrary();

type Indicator = IndicatorKey & { readonly taskCode: string };
interface Asked {
  readonly answered: boolean;
  readonly items: readonly string[];
}

const keyOf = ({ standardCode, indicatorCode }: IndicatorKey) => `${standardCode} ${indicatorCode}`;
/** Before anything was asked. */
const LONG_AGO = new Date('2020-01-01T00:00:00Z');
const dayOf = (at: number) => new Date(Date.UTC(2026, 0, 1 + at * 7));

/** A member's life with the bot: who they are, what they want, and what was asked before we look. */
interface Life {
  readonly memberId: string;
  readonly focus?: ReadonlySet<string>;
  /** Indicator → how many answered check-ins ago it was last asked, 0 for the latest one. */
  readonly history?: ReadonlyMap<string, number>;
}

/**
 * The check-ins of a member, one after the other: whether they answered anything in each is given, and only the
 * answered ones are remembered as having asked.
 */
function checkIns(
  indicators: readonly Indicator[],
  count: number,
  life: Life,
  answered: readonly boolean[],
): Asked[] {
  const asked = new Map([...(life.history ?? [])].map(([key, ago]) => [key, -1 - ago]));
  let held = 0;
  return answered.map((isAnswered) => {
    const items = chooseIndicators(candidates(indicators, life, asked, held), count, life.memberId).map(
      keyOf,
    );
    if (isAnswered) {
      for (const item of items) asked.set(item, held);
      held += 1;
    }
    return { answered: isAnswered, items };
  });
}

function candidates(
  indicators: readonly Indicator[],
  { focus }: Life,
  asked: ReadonlyMap<string, number>,
  held: number,
): Candidate[] {
  return indicators.map((indicator) => {
    const at = asked.get(keyOf(indicator));
    return {
      ...indicator,
      lastAskedAt: at === undefined ? undefined : dayOf(at),
      waited: at === undefined ? held : held - at - 1,
      focusSince: focus?.has(keyOf(indicator)) === true ? LONG_AGO : undefined,
    };
  });
}

/** The indicators that some ⌈(N + F)/k⌉ consecutive answered check-ins leave out, if any do. */
function leftOut(
  indicators: readonly Indicator[],
  count: number,
  asked: readonly Asked[],
  inFocus = 0,
): string[] {
  const length = Math.ceil((indicators.length + inFocus) / count);
  const answered = asked.filter((checkIn) => checkIn.answered);
  return answered.slice(0, Math.max(0, answered.length - length + 1)).flatMap((_, start) => {
    const seen = new Set(answered.slice(start, start + length).flatMap(({ items }) => items));
    return indicators.map(keyOf).filter((key) => !seen.has(key));
  });
}

const indicatorSets: fc.Arbitrary<Indicator[]> = fc
  .array(fc.tuple(fc.constantFrom(IIS, KRM), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 60 })
  .map((tasks) =>
    tasks.map(([standardCode, task], index) => ({
      standardCode,
      taskCode: `T${task}`,
      indicatorCode: `P${task}.${index}`,
    })),
  );
const counts = fc.integer({ min: 1, max: 10 });
const memberIds = fc.oneof(fc.uuid(), fc.string());
const answers = fc.array(fc.boolean(), { minLength: 1, maxLength: 80 });
/** What was asked before we look: anything, at any time before. */
const histories = (indicators: readonly Indicator[]) =>
  fc
    .array(fc.option(fc.integer({ min: 0, max: 50 })), {
      minLength: indicators.length,
      maxLength: indicators.length,
    })
    .map(
      (times) =>
        new Map(
          indicators.flatMap((indicator, index) => {
            const time = times[index];
            return time === null || time === undefined ? [] : [[keyOf(indicator), time] as const];
          }),
        ),
    );

const published: [name: string, indicators: Indicator[]][] = [
  ['the first standard', indicatorsOf(IIS)],
  ['the second standard', indicatorsOf(KRM)],
  ['both standards', [...indicatorsOf(IIS), ...indicatorsOf(KRM)]],
];

function indicatorsOf(standardCode: string): Indicator[] {
  return library
    .indicatorsOf(standardCode)
    .map(({ taskCode, code }) => ({ standardCode, taskCode, indicatorCode: code }));
}

describe('promise 5: any ⌈(N + F)/k⌉ consecutive answered check-ins ask every indicator', () => {
  test('whatever the indicators, their number, the member, what was asked before and what is answered', () => {
    const lives = indicatorSets.chain((indicators) =>
      fc.tuple(fc.constant(indicators), histories(indicators)),
    );
    fc.assert(
      fc.property(lives, counts, memberIds, answers, ([indicators, history], count, memberId, answered) => {
        const asked = checkIns(indicators, count, { memberId, history }, answered);
        expect(leftOut(indicators, count, asked)).toEqual([]);
      }),
      { seed: SEED, numRuns: 400 },
    );
  });

  test('with as many in focus as there may be', () => {
    const lives = indicatorSets.chain((indicators) =>
      fc.tuple(
        fc.constant(indicators),
        histories(indicators),
        fc.shuffledSubarray(indicators, { minLength: 0, maxLength: Math.min(4, indicators.length) }),
      ),
    );
    fc.assert(
      fc.property(
        lives,
        counts,
        memberIds,
        answers,
        ([indicators, history, wanted], count, memberId, answered) => {
          const focus = new Set(wanted.slice(0, focusLimit(count)).map(keyOf));
          const asked = checkIns(indicators, count, { memberId, history, focus }, answered);
          expect(leftOut(indicators, count, asked, focus.size)).toEqual([]);
        },
      ),
      { seed: SEED, numRuns: 400 },
    );
  });

  test('and again from when the set of indicators changed', () => {
    fc.assert(
      fc.property(
        indicatorSets,
        indicatorSets,
        counts,
        memberIds,
        answers,
        (before, after, count, memberId, answered) => {
          const past = checkIns(before, count, { memberId }, answered).filter((each) => each.answered);
          const history = new Map(
            past.flatMap(({ items }, index) => items.map((item) => [item, past.length - 1 - index] as const)),
          );
          const asked = checkIns(after, count, { memberId, history }, answered);
          expect(leftOut(after, count, asked)).toEqual([]);
        },
      ),
      { seed: SEED, numRuns: 200 },
    );
  });

  test.each(published)('with %s, four at a time, for a year', (_name, indicators) => {
    fc.assert(
      fc.property(
        memberIds,
        fc.array(fc.boolean(), { minLength: 52, maxLength: 52 }),
        (memberId, answered) => {
          expect(leftOut(indicators, 4, checkIns(indicators, 4, { memberId }, answered))).toEqual([]);
        },
      ),
      { seed: SEED, numRuns: 50 },
    );
  });

  test('the test would notice: a choice that only looks at tasks leaves some out', () => {
    const [indicators] = published.map(([, each]) => each);
    const always = (indicators ?? []).slice(0, 4).map(keyOf);
    const asked = Array.from({ length: 20 }, () => ({ answered: true, items: always }));
    expect(leftOut(indicators ?? [], 4, asked)).not.toEqual([]);
  });

  test('a check-in in which nothing was answered did not ask: it is asked again', () => {
    fc.assert(
      fc.property(indicatorSets, counts, memberIds, (indicators, count, memberId) => {
        const [first, second, third] = checkIns(indicators, count, { memberId }, [false, true, true]);
        expect(second?.items).toEqual(first?.items);
        if (indicators.length >= 2 * count) {
          expect(third?.items.filter((item) => second?.items.includes(item))).toEqual([]);
        }
      }),
      { seed: SEED },
    );
  });
});

describe('a check-in', () => {
  test('has min(k, N) different indicators, all of them active', () => {
    fc.assert(
      fc.property(indicatorSets, counts, memberIds, answers, (indicators, count, memberId, answered) => {
        const active = new Set(indicators.map(keyOf));
        for (const { items } of checkIns(indicators, count, { memberId }, answered)) {
          expect(items).toHaveLength(Math.min(count, indicators.length));
          expect(new Set(items).size).toBe(items.length);
          expect(items.filter((item) => !active.has(item))).toEqual([]);
        }
      }),
      { seed: SEED },
    );
  });

  test('is the same in every process that is told the same', () => {
    fc.assert(
      fc.property(indicatorSets, counts, memberIds, answers, (indicators, count, memberId, answered) => {
        const copy = structuredClone(indicators);
        expect(checkIns(copy, count, { memberId }, answered)).toEqual(
          checkIns(indicators, count, { memberId }, answered),
        );
      }),
      { seed: SEED, numRuns: 30 },
    );
  });

  test('of nobody’s indicators is empty', () => {
    expect(chooseIndicators([], 4, 'member')).toEqual([]);
  });
});

describe('what is in focus', () => {
  test.each([
    [1, 0],
    [2, 0],
    [3, 1],
    [4, 1],
    [5, 2],
    [9, 4],
    [10, 4],
  ])('of %i places fewer than half are for focus: %i', (count, limit) => {
    expect(focusLimit(count)).toBe(limit);
    expect(2 * limit).toBeLessThan(count);
  });

  test.each(published)('with %s is asked about more often than the rest', (_name, indicators) => {
    for (const memberId of members(10)) {
      const [wanted] = indicators.slice(7, 8).map(keyOf);
      const focus = new Set(wanted === undefined ? [] : [wanted]);
      const asked = checkIns(indicators, 4, { memberId, focus }, always(120));
      const times = (key: string) => asked.filter(({ items }) => items.includes(key)).length;
      const others = indicators.map(keyOf).filter((key) => !focus.has(key));
      const usual = others.reduce((sum, key) => sum + times(key), 0) / others.length;
      expect(times(wanted ?? '')).toBeGreaterThan(1.3 * usual);
    }
  });

  test('more than there may be is as if the longest waiting alone were', () => {
    const all = indicatorsOf(IIS).map((each) => ({
      ...each,
      lastAskedAt: undefined,
      waited: 9,
      focusSince: LONG_AGO,
    }));
    const because = chooseIndicators(all, 4, 'member').map(({ chosen }) => chosen.because);
    expect(because).toHaveLength(4);
    const asked = checkIns(
      indicatorsOf(IIS),
      4,
      { memberId: 'm', focus: new Set(all.map(keyOf)) },
      always(40),
    );
    expect(leftOut(indicatorsOf(IIS), 4, asked, focusLimit(4))).toEqual([]);
  });
});

describe('why each was chosen', () => {
  const [a, b, c, d, e] = ['1', '2', '3', '4', '5'].map((n) => ({
    standardCode: IIS,
    indicatorCode: `P1.1.${n}`,
    taskCode: 'T1.1',
  })) as [Indicator, Indicator, Indicator, Indicator, Indicator];
  const asked = (indicator: Indicator, weeksAgo: number, inFocus = false): Candidate => ({
    ...indicator,
    lastAskedAt: new Date(Date.UTC(2026, 10, 18) - weeksAgo * 7 * 86_400_000),
    waited: weeksAgo - 1,
    focusSince: inFocus ? LONG_AGO : undefined,
  });
  const never = (indicator: Indicator): Candidate => ({
    ...indicator,
    lastAskedAt: undefined,
    waited: 9,
    focusSince: undefined,
  });

  test('never asked, longest ago and in focus are told apart, with the time it was asked', () => {
    const chosen = chooseIndicators(
      [never(a), asked(b, 9), asked(c, 3, true), asked(d, 1), asked(e, 1)],
      3,
      'm',
    );
    expect(chosen.map(({ indicatorCode, chosen: { because } }) => [indicatorCode, because])).toEqual([
      ['P1.1.1', 'never-asked'],
      ['P1.1.2', 'longest-ago'],
      ['P1.1.3', 'focus'],
    ]);
    expect(chosen[1]?.chosen.lastAskedAt).toEqual(new Date('2026-09-16T00:00:00Z'));
  });

  test('of a task the one that has waited longest is its reason, and the others come along', () => {
    const elsewhere = (n: number, weeksAgo: number): Candidate =>
      asked({ standardCode: IIS, indicatorCode: `P2.1.${n}`, taskCode: `T2.${n}` }, weeksAgo);
    const others = [elsewhere(1, 3), ...[2, 3, 4, 5, 6].map((n) => elsewhere(n, 1))];
    const because = (candidates: readonly Candidate[]) =>
      chooseIndicators([...candidates, ...others], 2, 'm').map(({ indicatorCode, chosen }) => [
        indicatorCode,
        chosen.because,
      ]);
    expect(because([asked(a, 4), asked(b, 2)])).toEqual([
      ['P1.1.1', 'longest-ago'],
      ['P1.1.2', 'same-task'],
    ]);
    expect(because([asked(a, 4), asked(b, 4)])).toEqual([
      ['P1.1.1', 'longest-ago'],
      ['P1.1.2', 'longest-ago'],
    ]);
  });

  test('what was set as focus since it was asked comes with the next check-in, not half a round later', () => {
    const indicators = indicatorsOf(IIS);
    const past = checkIns(indicators, 4, { memberId: 'm' }, always(3));
    const asked = new Map(past.flatMap(({ items }, at) => items.map((item) => [item, at] as const)));
    const wanted = past[1]?.items[0] ?? '';
    const because = (focusSince: Date) =>
      chooseIndicators(
        candidates(indicators, { memberId: 'm' }, asked, 3).map((each) =>
          keyOf(each) === wanted ? { ...each, focusSince } : each,
        ),
        4,
        'm',
      ).find((each) => keyOf(each) === wanted)?.chosen.because;
    expect(because(LONG_AGO)).toBeUndefined();
    expect(because(dayOf(2))).toBe('focus');
  });
});

describe('a check-in is on few subjects', () => {
  test('on as few tasks as coverage and the rest of half a round allow', () => {
    const small = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 9 }).map((tasks) =>
      tasks.map((task, index) => ({
        standardCode: IIS,
        taskCode: `T${task}`,
        indicatorCode: `P${task}.${index}`,
      })),
    );
    fc.assert(
      fc.property(
        small,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 0, max: 30 }),
        (indicators, count, held) => {
          const past = checkIns(indicators, count, { memberId: 'm' }, always(held));
          const asked = new Map(past.flatMap(({ items }, at) => items.map((item) => [item, at] as const)));
          const now = candidates(indicators, { memberId: 'm' }, asked, held);
          const chosen = chooseIndicators(now, count, 'm');
          expect(tasksOf(chosen, indicators)).toBe(fewestTasksAllowed(now, count));
        },
      ),
      { seed: SEED, numRuns: 300 },
    );
  });

  test('nothing is asked again within half a round', () => {
    fc.assert(
      fc.property(indicatorSets, counts, memberIds, (indicators, count, memberId) => {
        const half = Math.floor(Math.floor(indicators.length / count) / 2);
        const asked = checkIns(indicators, count, { memberId }, always(30));
        asked.forEach(({ items }, at) => {
          const recent = asked.slice(Math.max(0, at - half), at).flatMap((each) => each.items);
          expect(items.filter((item) => recent.includes(item))).toEqual([]);
        });
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  test.each(published)(
    'with %s, four indicators are of three tasks at most, for a year, and of two or fewer on average',
    (_name, indicators) => {
      const taskOf = new Map(
        indicators.map((each) => [keyOf(each), `${each.standardCode} ${each.taskCode}`]),
      );
      const counted: number[] = [];
      for (const memberId of members(20)) {
        const tasks = checkIns(indicators, 4, { memberId }, always(52)).map(({ items }) =>
          items.map((item) => taskOf.get(item)),
        );
        counted.push(...tasks.map((each) => new Set(each).size));
        // The indicators of one task stand together.
        expect(
          tasks.flatMap((each) =>
            each.filter((task, at) => each.indexOf(task) < at && each[at - 1] !== task),
          ),
        ).toEqual([]);
      }
      expect(Math.max(...counted)).toBeLessThanOrEqual(3);
      expect(counted.reduce((sum, tasks) => sum + tasks, 0) / counted.length).toBeLessThan(2.15);
    },
  );
});

describe('colleagues are asked different things', () => {
  test.each(published)('with %s, most go through a first round in another order', (_name, indicators) => {
    const round = Math.ceil(indicators.length / 4);
    const rounds = members(40).map((memberId) =>
      JSON.stringify(checkIns(indicators, 4, { memberId }, always(round))),
    );
    const pairs = rounds.flatMap((one, index) => rounds.slice(index + 1).map((other) => one === other));
    expect(pairs.filter((same) => same).length / pairs.length).toBeLessThan(0.25);
  });
});

function members(count: number): string[] {
  return Array.from(
    { length: count },
    (_, index) => `0199a000-0000-7000-8000-${String(index).padStart(12, '0')}`,
  );
}

function always(times: number): boolean[] {
  return Array.from({ length: times }, () => true);
}

function tasksOf(chosen: readonly IndicatorKey[], indicators: readonly Indicator[]): number {
  const taskOf = new Map(indicators.map((each) => [keyOf(each), each.taskCode]));
  return new Set(chosen.map((each) => taskOf.get(keyOf(each)))).size;
}

/** By trying every choice there is, and playing on from it: earliest deadline first is best of all. */
function fewestTasksAllowed(now: readonly Candidate[], count: number): number {
  const round = Math.ceil(now.length / count);
  const half = Math.ceil(round / 2);
  const oldest = [...now].sort((one, other) => other.waited - one.waited);
  const deadlineOf = new Map(
    oldest.map((each, rank) => [each, Math.max(round - each.waited, Math.ceil((rank + 1) / count))]),
  );
  const keepsAllDeadlines = (left: readonly Candidate[]) => {
    const deadlines = left.map((each) => deadlineOf.get(each) ?? 0).sort((one, other) => one - other);
    return deadlines.every((deadline, index) => deadline >= 2 + Math.floor(index / count));
  };
  const size = Math.min(count, now.length);
  const sound = subsets(now, size).filter((some) =>
    keepsAllDeadlines(now.filter((each) => !some.includes(each))),
  );
  const rested = sound.filter((some) =>
    some.every(({ lastAskedAt, waited }) => lastAskedAt === undefined || waited + 1 >= half),
  );
  const allowed = rested.length > 0 ? rested : sound;
  return Math.min(...allowed.map((some) => new Set(some.map(({ taskCode }) => taskCode)).size));
}

function subsets<T>(among: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return among.flatMap((first, index) =>
    subsets(among.slice(index + 1), size - 1).map((rest) => [first, ...rest]),
  );
}
