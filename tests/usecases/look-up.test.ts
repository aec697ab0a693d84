import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { entriesOf, entryTitle } from '../../src/domain/standard/entry.ts';
import type { Choice, LookUp } from '../../src/domain/standard/look-up.ts';
import { lookUp } from '../../src/usecases/look-up.ts';
import { IIS, KRM, loadPublishedLibrary } from '../domain/standard/published-library.ts';

const SEED = 20_261_118;
const library = await loadPublishedLibrary();
const asks = (choices: readonly Choice[]) => choices.map(({ ask }) => ask);

/** What was found, in one line. */
function told(answer: LookUp): string {
  if (answer.kind === 'entry') {
    return `${answer.place}: ${answer.entry.standard.code} ${entryTitle(answer.entry).code}`;
  }
  return answer.kind === 'standard' ? `standard: ${answer.standard.code}` : answer.kind;
}

describe('somebody with a standard of their own asks', () => {
  test.each([
    ['T2.2', `own: ${IIS} T2.2`],
    ['T2', `own: ${IIS} T2`],
    ['P2.2.1', `own: ${IIS} P2.2.1`],
    ['O2.2.1', `own: ${IIS} O2.2.1`],
    ['K09', `own: ${IIS} K09`],
    ['K9', `own: ${IIS} K09`],
    ['S06', `own: ${IIS} S06`],
    ['A03', `own: ${IIS} A03`],
    ['t2-2', `own: ${IIS} T2.2`],
    ['Ｔ２．２', `own: ${IIS} T2.2`],
    ['  t 2.2  ', `own: ${IIS} T2.2`],
    ['T4.3', `other: ${KRM} T4.3`],
    ['04.2.1', `other: ${KRM} O4.2.1`],
    ['KRM T1.1', `other: ${KRM} T1.1`],
    ['T1.1 KRM', `other: ${KRM} T1.1`],
    ['網路購物 T1.1', `other: ${KRM} T1.1`],
    ['IIS T1.1', `own: ${IIS} T1.1`],
    [IIS, `standard: ${IIS}`],
    ['iis3513', `standard: ${IIS}`],
    ['KRM', `standard: ${KRM}`],
    ['網路購物營運助理', `standard: ${KRM}`],
    ['', 'help'],
    ['help', 'help'],
    ['HELP', 'help'],
    ['說明', 'help'],
    ['報表', 'results'],
    ['T9.9', 'not-found'],
    ['KRM T9', 'not-found'],
    ['foo T1.1', 'not-found'],
    ['zzz', 'not-found'],
  ])('"%s"', (text, expected) => {
    expect(told(lookUp(library, text, [IIS]))).toBe(expected);
  });

  test('their own standard comes first, and the other is named with how to ask for it', () => {
    const iis = lookUp(library, 'T1.1', [IIS]);
    const krm = lookUp(library, 'T1.1', [KRM]);
    expect([told(iis), told(krm)]).toEqual([`own: ${IIS} T1.1`, `own: ${KRM} T1.1`]);
    expect(iis).toMatchObject({ also: [{ ask: 'KRM T1.1' }] });
    expect(krm).toMatchObject({ also: [{ ask: 'IIS T1.1' }] });
  });

  test('with two standards, the first one is shown and the second named', () => {
    expect(lookUp(library, 'K01', [KRM, IIS])).toMatchObject({
      entry: { standard: { code: KRM } },
      place: 'own',
      also: [{ ask: 'IIS K01' }],
    });
  });

  test('an earlier version leads to the one that is kept', () => {
    expect(lookUp(library, 'iis3513-005v2', [IIS])).toMatchObject({
      kind: 'standard',
      standard: { code: IIS },
      earlier: { code: 'IIS3513-005v2' },
    });
  });

  test('a code that nobody has is answered with the nearest ones', () => {
    const nearest = (text: string) => {
      const answer = lookUp(library, text, [IIS]);
      return answer.kind === 'not-found' ? asks(answer.nearest) : [];
    };
    expect(nearest('T2.9')).toEqual(['T2.2', 'T2.1', 'T1.3', 'T1.2', 'T3.2']);
    expect(nearest('K99').slice(0, 2)).toEqual(['K15', 'K14']);
    expect(nearest('P2.2').slice(0, 2)).toEqual(['P2.2.1', 'P2.2.2']);
    expect(nearest('X2.2')[0]).toBe('T2.2');
    expect(nearest('KRM T9')[0]).toBe('T4');
    expect(nearest('zzz')).toEqual([]);
  });

  test('words give the first ten and say how many there are, their own standard first', () => {
    const answer = lookUp(library, '報表', [KRM]);
    if (answer.kind !== 'results') throw new Error(answer.kind);
    expect([answer.choices.length, answer.total]).toEqual([10, 15]);
    expect(answer.choices[0]?.entry.standard.code).toBe(KRM);
  });

  test('40,000 characters are not searched for', () => {
    const answer = lookUp(library, '<!channel> & '.repeat(4_000).slice(0, 40_000), [IIS]);
    expect(answer).toMatchObject({ kind: 'too-long', length: 40_000, limit: 200 });
  });
});

describe('somebody without a standard, or unknown to the bot, asks', () => {
  test('a code that only one standard has is shown', () => {
    expect(told(lookUp(library, 'T2.2', []))).toBe(`unassigned: ${IIS} T2.2`);
  });

  test('a code that both have is not decided for them', () => {
    const answer = lookUp(library, 'T1.1', []);
    expect(answer.kind === 'ambiguous' && asks(answer.choices)).toEqual(['IIS T1.1', 'KRM T1.1']);
  });

  test('a standard that is no longer kept counts as none', () => {
    expect(told(lookUp(library, 'T2.2', ['IIS3513-005v3']))).toBe(`unassigned: ${IIS} T2.2`);
  });
});

describe('every way that is offered leads there', () => {
  const callers = [[], [IIS], [KRM], [KRM, IIS]];

  test.each(callers.map((own) => ({ own })))('for the standards $own', ({ own }) => {
    const entries = library.standards.flatMap(entriesOf);
    const wrong = entries.filter((entry) => {
      const { code } = entryTitle(entry);
      const answers = lookUp(library, `${entry.standard.code} ${code}`, own);
      const full = entry.kind === 'standard' ? lookUp(library, `${code}`, own) : answers;
      return (
        told(full).split(': ')[1] !== (entry.kind === 'standard' ? code : `${entry.standard.code} ${code}`)
      );
    });
    expect(wrong.map(entryTitle)).toEqual([]);
  });

  test('whatever is typed', () => {
    const words = fc.constantFrom('T', 'K', 'P2', '1.1', '9', 'KRM', '報表', '平臺', 'IIS', ' ', '.', '退');
    const typed = fc.array(words, { maxLength: 5 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(typed, fc.constantFrom(...callers), (text, own) => {
        const answer = lookUp(library, text, own);
        for (const { entry, ask } of choicesIn(answer)) {
          const target = entry.kind === 'standard' ? '' : ` ${entryTitle(entry).code}`;
          expect(told(lookUp(library, ask, own)).split(': ')[1]).toBe(`${entry.standard.code}${target}`);
        }
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

function choicesIn(answer: LookUp): readonly Choice[] {
  switch (answer.kind) {
    case 'help':
      return [...answer.standards, ...answer.examples];
    case 'standard':
      return answer.example === undefined ? [] : [answer.example];
    case 'entry':
      return answer.also;
    case 'ambiguous':
    case 'results':
      return answer.choices;
    case 'not-found':
      return [...answer.nearest, ...answer.help.standards, ...answer.help.examples];
    case 'too-long':
      return [];
  }
}
