import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Rating, SCORE_POINTS } from '../../../src/domain/check-in/rating.ts';
import {
  isComplete,
  isQuiet,
  type Participation,
  type Standing,
  summariseWeek,
  type TeamIndicator,
} from '../../../src/domain/digest/weekly-digest.ts';

const SEED = 20_261_118;
const STANDARD = 'IIS3513-005v4';

const participation: Participation = {
  period: '2026-W47',
  membersAsked: 3,
  membersAnswered: 2,
  membersSkipped: 0,
  itemsAsked: 12,
  itemsAnswered: 7,
  itemsLate: 1,
};

/** `P1.2.3` belongs to `T1.2`. */
function pair(memberId: string, indicatorCode: string, standardCode = STANDARD): TeamIndicator {
  const taskCode = `T${indicatorCode.slice(1, indicatorCode.lastIndexOf('.'))}`;
  return { memberId, standardCode, taskCode, indicatorCode };
}

function standing(
  memberId: string,
  indicatorCode: string,
  rating: Rating,
  standardCode = STANDARD,
): Standing {
  return { memberId, standardCode, indicatorCode, rating };
}

function summarise(
  indicators: readonly TeamIndicator[],
  standings: readonly Standing[],
  more: { target?: number; participation?: Participation } = {},
) {
  return summariseWeek({
    period: '2026-W47',
    target: 4,
    teamSize: 3,
    participation,
    before: [],
    notAnswered: ['Lin'],
    answeredInPart: [{ name: 'Wang', answered: 1, asked: 4 }],
    shared: { newest: [], total: 0 },
    indicators,
    standings,
    ...more,
  });
}

/** A team in which each member works to some of 12 indicators and has a standing on some of those. */
const teams = fc
  .array(
    fc.record({
      member: fc.integer({ min: 1, max: 6 }),
      task: fc.integer({ min: 1, max: 4 }),
      number: fc.integer({ min: 1, max: 3 }),
      rating: fc.option(fc.constantFrom<Rating>(...SCORE_POINTS, 'no-opportunity'), { nil: undefined }),
    }),
    { maxLength: 60 },
  )
  .map((rows) => {
    const unique = [
      ...new Map(rows.map((row) => [`${row.member} P1.${row.task}.${row.number}`, row])).values(),
    ].map(({ member, task, number, rating }) => ({
      pair: pair(`m${member}`, `P1.${task}.${number}`),
      rating,
    }));
    return {
      indicators: unique.map((each) => each.pair),
      standings: unique.flatMap((each) =>
        each.rating === undefined ? [] : [{ ...each.pair, rating: each.rating }],
      ),
    };
  });

describe('promise 4: no opportunity is not a low score: outside means, inside coverage', () => {
  const indicators = [pair('m1', 'P1.1.1'), pair('m2', 'P1.1.1'), pair('m3', 'P1.1.1')];

  test('it moves no median and counts in no n, but is covered', () => {
    const { tasks, largestGaps } = summarise(indicators, [
      standing('m1', 'P1.1.1', 3),
      standing('m2', 'P1.1.1', 'no-opportunity'),
    ]);
    expect(tasks).toEqual([
      {
        standardCode: STANDARD,
        taskCode: 'T1.1',
        figure: { median: 3, gap: 1, n: 1 },
        covered: 2,
        pairs: 3,
      },
    ]);
    expect(largestGaps).toEqual([
      { standardCode: STANDARD, indicatorCode: 'P1.1.1', median: 3, gap: 1, n: 1 },
    ]);
  });

  test('where it is the only answer there is coverage and no figure', () => {
    const { tasks, largestGaps } = summarise(indicators, [standing('m2', 'P1.1.1', 'no-opportunity')]);
    expect(tasks).toMatchObject([{ figure: undefined, covered: 1, pairs: 3 }]);
    expect(largestGaps).toEqual([]);
  });

  test('whoever adds it, every figure stays as it is', () => {
    fc.assert(
      fc.property(teams, ({ indicators: team, standings }) => {
        const scored = standings.filter(({ rating }) => rating !== 'no-opportunity');
        const figures = (of: readonly Standing[]) => {
          const { tasks, largestGaps } = summarise(team, of);
          return [tasks.map(({ figure }) => figure), largestGaps];
        };
        expect(figures(standings)).toEqual(figures(scored));
      }),
      { seed: SEED },
    );
  });
});

describe('promise 8: no claim without evidence', () => {
  test('every figure says its n, every task its coverage, and none is more than there is', () => {
    fc.assert(
      fc.property(teams, ({ indicators, standings }) => {
        const { tasks, largestGaps } = summarise(indicators, standings);
        const scored = standings.filter(({ rating }) => rating !== 'no-opportunity').length;
        const sum = (of: (task: (typeof tasks)[number]) => number) =>
          tasks.reduce((total, task) => total + of(task), 0);
        expect(sum(({ pairs }) => pairs)).toBe(indicators.length);
        expect(sum(({ covered }) => covered)).toBe(standings.length);
        expect(sum(({ figure }) => figure?.n ?? 0)).toBe(scored);
        for (const { figure, covered, pairs } of tasks) {
          expect(covered).toBeLessThanOrEqual(pairs);
          if (figure !== undefined) expect(figure.n).toBeGreaterThan(0);
        }
        for (const { n } of largestGaps) expect(n).toBeGreaterThan(0);
      }),
      { seed: SEED },
    );
  });

  test('a standing of somebody outside the team, or on what they do not work to, counts nowhere', () => {
    const indicators = [pair('m1', 'P1.1.1')];
    const strange = [standing('m9', 'P1.1.1', 1), standing('m1', 'P1.1.2', 1)];
    expect(summarise(indicators, strange)).toEqual(summarise(indicators, []));
  });

  test('the same code in two standards is two things', () => {
    const { tasks, largestGaps } = summarise(
      [pair('m1', 'P1.1.1'), pair('m1', 'P1.1.1', 'KRM4224-002v2')],
      [standing('m1', 'P1.1.1', 5), standing('m1', 'P1.1.1', 2, 'KRM4224-002v2')],
    );
    expect(tasks.map(({ standardCode, figure }) => [standardCode, figure?.median])).toEqual([
      [STANDARD, 5],
      ['KRM4224-002v2', 2],
    ]);
    expect(largestGaps).toMatchObject([{ standardCode: 'KRM4224-002v2', gap: 2 }]);
  });
});

describe('the largest gaps', () => {
  test('are positive, at most three, largest first, and of equals the one with more scores first', () => {
    const { largestGaps } = summarise(
      [
        ...['m1', 'm2'].map((member) => pair(member, 'P1.1.1')),
        ...['m1', 'm2', 'm3'].map((member) => pair(member, 'P1.1.2')),
        pair('m1', 'P1.2.1'),
        pair('m1', 'P1.2.2'),
        pair('m1', 'P1.3.1'),
        pair('m1', 'P1.3.2'),
      ],
      [
        standing('m1', 'P1.1.1', 2),
        standing('m2', 'P1.1.1', 3), // 2.5, gap 1.5, n 2
        standing('m1', 'P1.1.2', 1),
        standing('m2', 'P1.1.2', 3),
        standing('m3', 'P1.1.2', 5), // 3, gap 1, n 3
        standing('m1', 'P1.2.1', 3), // gap 1, n 1: one too many
        standing('m1', 'P1.2.2', 1), // gap 3
        standing('m1', 'P1.3.1', 4), // on target
        standing('m1', 'P1.3.2', 5), // above it
      ],
    );
    expect(largestGaps.map(({ indicatorCode, gap, n }) => [indicatorCode, gap, n])).toEqual([
      ['P1.2.2', 3, 1],
      ['P1.1.1', 1.5, 2],
      ['P1.1.2', 1, 3],
    ]);
  });

  test('never hold one on or above the target, and never miss a larger one', () => {
    fc.assert(
      fc.property(teams, fc.integer({ min: 1, max: 5 }), ({ indicators, standings }, target) => {
        const gaps = summarise(indicators, standings, { target }).largestGaps.map(({ gap }) => gap);
        expect(gaps.length).toBeLessThanOrEqual(3);
        expect(gaps.filter((gap) => gap <= 0)).toEqual([]);
        expect(gaps).toEqual([...gaps].sort((a, b) => b - a));
        const single = [...new Set(indicators.map(({ indicatorCode }) => indicatorCode))].flatMap((code) =>
          summarise(
            indicators.filter(({ indicatorCode }) => indicatorCode === code),
            standings,
            { target },
          ).largestGaps.map(({ gap }) => gap),
        );
        expect(gaps).toEqual(single.sort((a, b) => b - a).slice(0, 3));
      }),
      { seed: SEED },
    );
  });

  test('are none when everybody is where they should be, and a task above the target has a negative gap', () => {
    const { largestGaps, tasks } = summarise([pair('m1', 'P1.1.1')], [standing('m1', 'P1.1.1', 5)]);
    expect(largestGaps).toEqual([]);
    expect(tasks).toMatchObject([{ figure: { median: 5, gap: -1, n: 1 } }]);
  });
});

describe('participation', () => {
  test('is passed on as it was counted, with who has not answered', () => {
    const digest = summarise([], []);
    expect(digest).toMatchObject({
      participation,
      notAnswered: ['Lin'],
      answeredInPart: [{ name: 'Wang', answered: 1, asked: 4 }],
      teamSize: 3,
      tasks: [],
    });
  });

  test.each([
    [0, 0, false],
    [12, 11, false],
    [12, 12, true],
  ])('a period with %s items and %s answers is complete: %s', (itemsAsked, itemsAnswered, complete) => {
    const digest = summarise([], [], { participation: { ...participation, itemsAsked, itemsAnswered } });
    expect(isComplete(digest)).toBe(complete);
  });

  test.each([
    [0, true],
    [1, false],
  ])('a period with %s answers is quiet: %s', (itemsAnswered, quiet) => {
    expect(isQuiet(summarise([], [], { participation: { ...participation, itemsAnswered } }))).toBe(quiet);
  });
});

describe('promise 6: levels and ratings never meet', () => {
  test('the level of a task changes nothing in a digest, and a digest has no word for it', () => {
    fc.assert(
      fc.property(teams, fc.integer({ min: 1, max: 6 }), ({ indicators, standings }, level) => {
        const withLevels = indicators.map((indicator) => ({ ...indicator, level }));
        const digest = summarise(withLevels, standings);
        expect(digest).toEqual(summarise(indicators, standings));
        expect(JSON.stringify(digest)).not.toMatch(/level/i);
      }),
      { seed: SEED, numRuns: 30 },
    );
  });
});
