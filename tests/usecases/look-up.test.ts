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
    ['KRM 退貨', 'results'],
    ['IIS 折讓單', 'elsewhere'],
    ['IIS 沒有的話', 'not-found'],
    ['T22', `own: ${IIS} T2.2`],
    ['t22', `own: ${IIS} T2.2`],
    ['P221', `own: ${IIS} P2.2.1`],
    ['P2.21', `own: ${IIS} P2.2.1`],
    ['O221', `own: ${IIS} O2.2.1`],
    ['0221', `own: ${IIS} O2.2.1`],
    ['KRM-T1.1', `other: ${KRM} T1.1`],
    ['KRMT1.1', `other: ${KRM} T1.1`],
    ['krmt11', `other: ${KRM} T1.1`],
    ['krm t11', `other: ${KRM} T1.1`],
    ['t11 krm', `other: ${KRM} T1.1`],
    ['KRM4224-002v2-K01', `other: ${KRM} K01`],
    ['網路購物T1.1', `other: ${KRM} T1.1`],
    ['IIS3513-005', `standard: ${IIS}`],
    ['T9.9', 'not-found'],
    ['T99', 'not-found'],
    ['KRM-T9', 'not-found'],
    ['fooT1.1', 'not-found'],
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
    expect(nearest('KRM-T9')[0]).toBe('T4');
    expect(nearest('T29').slice(0, 2)).toEqual(['T2.2', 'T2.1']);
    expect(nearest('P229').slice(0, 2)).toEqual(['P2.2.2', 'P2.2.1']);
    expect(nearest('krm p119')[0]).toMatch(/^KRM P1\.1\./);
    expect(nearest('P22').slice(0, 2)).toEqual(['P2.2.1', 'P2.2.2']);
    expect(nearest('T9')[0]).toBe('T3');
    expect(nearest('zzz')).toEqual([]);
  });

  test('words give the first ten and say how many there are, their own standard first', () => {
    const answer = lookUp(library, '報表', [KRM]);
    if (answer.kind !== 'results') throw new Error(answer.kind);
    expect([answer.choices.length, answer.total]).toEqual([10, 15]);
    expect(answer.choices[0]?.entry.standard.code).toBe(KRM);
  });

  test.each(['KRM 退貨', '退貨 KRM', 'krm4224-002v2 退貨', 'KRM：退貨', 'KRM退貨', '網路購物營運助理 退貨'])(
    'with a standard beside the words, that one alone is searched: %s',
    (text) => {
      const answer = lookUp(library, text, [IIS]);
      if (answer.kind !== 'results') throw new Error(answer.kind);
      expect([answer.asked, answer.within.map(({ code }) => code)]).toEqual(['退貨', [KRM]]);
      expect(answer.total).toBe(library.search('退貨', answer.within).length);
      expect(new Set(answer.choices.map(({ entry }) => entry.standard.code))).toEqual(new Set([KRM]));
    },
  );

  test('several words beside a standard, the first ten of them', () => {
    expect(lookUp(library, 'KRM 溝通 折扣', [])).toMatchObject({ asked: '溝通 折扣', total: 1 });
    const many = lookUp(library, 'IIS 顧客', []);
    expect(many.kind === 'results' && [many.choices.length, many.total > 10]).toEqual([10, true]);
  });

  test('words that the named standard does not have are shown from where they are', () => {
    const answer = lookUp(library, 'IIS 折讓單', [IIS]);
    if (answer.kind !== 'elsewhere') throw new Error(answer.kind);
    expect([answer.asked, answer.within.map(({ code }) => code)]).toEqual(['折讓單', [IIS]]);
    expect(new Set(answer.choices.map(({ entry }) => entry.standard.code))).toEqual(new Set([KRM]));
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
    const words = fc.constantFrom(
      'T',
      'K',
      'P2',
      '1.1',
      '9',
      'KRM',
      '報表',
      '平臺',
      'IIS',
      ' ',
      '.',
      '-',
      '22',
      '退',
    );
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
    case 'elsewhere':
      return answer.choices;
    case 'not-found':
      return [...answer.nearest, ...answer.help.standards, ...answer.help.examples];
    case 'too-long':
      return [];
  }
}
