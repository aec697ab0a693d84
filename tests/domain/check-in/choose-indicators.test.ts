import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chooseIndicators, type IndicatorKey } from '../../../src/domain/check-in/choose-indicators.ts';
import { IIS, KRM, loadPublishedLibrary } from '../standard/published-library.ts';

const SEED = 20_261_118;
const library = await loadPublishedLibrary();

type Indicator = IndicatorKey & { readonly taskCode: string };
interface Asked {
  readonly answered: boolean;
  readonly items: readonly string[];
}

const keyOf = ({ standardCode, indicatorCode }: IndicatorKey) => `${standardCode} ${indicatorCode}`;

/**
 * The check-ins of a member, one after the other: whether they answered anything in each is given, and only the
 * answered ones are remembered as having asked.
 */
function checkIns(
  indicators: readonly Indicator[],
  count: number,
  memberId: string,
  answered: readonly boolean[],
  history: ReadonlyMap<string, number> = new Map(),
): Asked[] {
  const lastAsked = new Map(history);
  return answered.map((isAnswered, at) => {
    const items = chooseIndicators(
      indicators.map((indicator) => ({ ...indicator, lastAsked: lastAsked.get(keyOf(indicator)) })),
      count,
      memberId,
    ).map(keyOf);
    if (isAnswered) for (const item of items) lastAsked.set(item, at);
    return { answered: isAnswered, items };
  });
}

/** The indicators that some ⌈N/k⌉ consecutive answered check-ins leave out, if any do. */
function leftOut(indicators: readonly Indicator[], count: number, asked: readonly Asked[]): string[] {
  const length = Math.ceil(indicators.length / count);
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
    .array(fc.option(fc.integer({ min: -50, max: -1 })), {
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

describe('promise 5: any ⌈N/k⌉ consecutive answered check-ins ask every indicator', () => {
  test('whatever the indicators, their number, the member, what was asked before and what is answered', () => {
    const lives = indicatorSets.chain((indicators) =>
      fc.tuple(fc.constant(indicators), histories(indicators)),
    );
    fc.assert(
      fc.property(lives, counts, memberIds, answers, ([indicators, history], count, memberId, answered) => {
        const asked = checkIns(indicators, count, memberId, answered, history);
        expect(leftOut(indicators, count, asked)).toEqual([]);
      }),
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
        (before, after, count, id, answered) => {
          const past = new Map(
            checkIns(before, count, id, answered).flatMap(({ items, answered: counts }, index) =>
              counts ? items.map((item) => [item, index - answered.length] as const) : [],
            ),
          );
          expect(leftOut(after, count, checkIns(after, count, id, answered, past))).toEqual([]);
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
          expect(leftOut(indicators, 4, checkIns(indicators, 4, memberId, answered))).toEqual([]);
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
        const [first, second, third] = checkIns(indicators, count, memberId, [false, true, true]);
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
        for (const { items } of checkIns(indicators, count, memberId, answered)) {
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
        expect(checkIns(copy, count, memberId, answered)).toEqual(
          checkIns(indicators, count, memberId, answered),
        );
      }),
      { seed: SEED, numRuns: 30 },
    );
  });

  test('of nobody’s indicators is empty', () => {
    expect(chooseIndicators([], 4, 'member')).toEqual([]);
  });
});

describe('a check-in is on few subjects', () => {
  test('in a first round, no task is begun before the one begun earlier is finished', () => {
    fc.assert(
      fc.property(indicatorSets, counts, memberIds, (indicators, count, memberId) => {
        const round = Math.ceil(indicators.length / count);
        const asked = checkIns(
          indicators,
          count,
          memberId,
          Array.from({ length: round }, () => true),
        );
        const seen = new Set<string>();
        for (const { items } of asked) {
          for (const item of items) seen.add(item);
          const byTask = Map.groupBy(
            indicators,
            ({ standardCode, taskCode }) => `${standardCode} ${taskCode}`,
          );
          const halfway = [...byTask.values()].filter((task) => {
            const done = task.filter((indicator) => seen.has(keyOf(indicator))).length;
            return done > 0 && done < task.length;
          });
          expect(halfway.length).toBeLessThanOrEqual(1);
        }
      }),
      { seed: SEED },
    );
  });

  test.each(published)(
    'with %s, four indicators are of three tasks at most, for a year',
    (_name, indicators) => {
      const taskOf = new Map(
        indicators.map((each) => [keyOf(each), `${each.standardCode} ${each.taskCode}`]),
      );
      for (const memberId of members(20)) {
        const asked = checkIns(
          indicators,
          4,
          memberId,
          Array.from({ length: 52 }, () => true),
        );
        const tasks = asked.map(({ items }) => items.map((item) => taskOf.get(item)));
        expect(Math.max(...tasks.map((each) => new Set(each).size))).toBeLessThanOrEqual(3);
        // The indicators of one task stand together.
        expect(
          tasks.flatMap((each) =>
            each.filter((task, at) => each.indexOf(task) < at && each[at - 1] !== task),
          ),
        ).toEqual([]);
      }
    },
  );
});

describe('colleagues are asked different things', () => {
  test.each(published)('with %s, most first check-ins differ', (_name, indicators) => {
    const first = members(40).map((memberId) => checkIns(indicators, 4, memberId, [true])[0]?.items.join());
    const pairs = first.flatMap((one, index) => first.slice(index + 1).map((other) => one === other));
    expect(pairs.filter((same) => same).length / pairs.length).toBeLessThan(0.25);
  });
});

function members(count: number): string[] {
  return Array.from(
    { length: count },
    (_, index) => `0199a000-0000-7000-8000-${String(index).padStart(12, '0')}`,
  );
}
