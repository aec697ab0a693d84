import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  divideWords,
  plainQuestion,
  readCodeNumbers,
  readCodeReference,
  readLooseReferences,
} from '../../../src/domain/standard/code.ts';
import { localCodeKey, readLocalCode, readRunTogether } from '../../../src/domain/standard/local-code.ts';

const SEED = 20_261_118;

describe('a code is understood however it is written', () => {
  test.each([
    ['T2', 'duty:2'],
    ['T2.2', 'task:2.2'],
    ['t2.2', 'task:2.2'],
    ['Ｔ２．２', 'task:2.2'],
    ['t2-2', 'task:2.2'],
    ['T2–2', 'task:2.2'],
    ['t 2.2', 'task:2.2'],
    [' T2 . 2 ', 'task:2.2'],
    ['T 2 2', 'task:2.2'],
    ['P2.2.1', 'indicator:2.2.1'],
    ['P.1.1.1', 'indicator:1.1.1'],
    ['p1_1_1', 'indicator:1.1.1'],
    ['O2.2.1', 'output:2.2.1'],
    ['04.2.1', 'output:4.2.1'],
    ['O1.1', 'output:1.1'],
    ['K9', 'knowledge:9'],
    ['K09', 'knowledge:9'],
    ['k009', 'knowledge:9'],
    ['S06', 'skill:6'],
    ['A03', 'attitude:3'],
  ])('%s', (text, key) => {
    const code = readLocalCode(text);
    expect(code && localCodeKey(code)).toBe(key);
  });

  test.each(['', 'T', 'X1', 'T1.1.1', 'K1.1', 'S3513', 'IIS3513', '2.2', 'T2.2a', 'T2.2 系統'])(
    '%j is not a code',
    (text) => {
      expect(readLocalCode(text)).toBeUndefined();
    },
  );

  test('whatever the case, width and separators, it is always the same code', () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    const spelling = fc.record({
      letter: fc.constantFrom('T', 'P', 'O'),
      numbers: fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 2, maxLength: 3 }),
      separator: fc.constantFrom('.', '-', ' ', ' . ', '．', '·', '—'),
      lower: fc.boolean(),
      full: fc.boolean(),
      zeros: fc.boolean(),
    });
    fc.assert(
      fc.property(spelling, ({ letter, numbers, separator, lower, full, zeros }) => {
        const depth = letter === 'T' ? numbers.slice(0, 2) : numbers;
        const digits = depth.map((number) => (zeros ? String(number).padStart(3, '0') : String(number)));
        const cased = `${lower ? letter.toLowerCase() : letter}${digits.join(separator)}`;
        expect(readLocalCode(full ? wide(cased) : cased)?.numbers).toEqual(depth);
      }),
      { seed: SEED },
    );
  });
});

describe('a standard may be named beside the code', () => {
  test.each([
    ['KRM T1.1', 'KRM', 'task:1.1'],
    ['T1.1 KRM', 'KRM', 'task:1.1'],
    ['krm t 1.1', 'krm', 'task:1.1'],
    ['KRM/T1.1', 'KRM', 'task:1.1'],
    ['KRM：T1.1', 'KRM', 'task:1.1'],
    ['IIS3513-005v4 K09', 'IIS3513-005v4', 'knowledge:9'],
    ['網路購物 T1.1', '網路購物', 'task:1.1'],
    ['T1.1', undefined, 'task:1.1'],
  ])('%s', (text, standard, key) => {
    const reference = readCodeReference(plainQuestion(text));
    expect([reference?.standard, reference && localCodeKey(reference.code)]).toEqual([standard, key]);
  });

  test.each([
    'IIS3513-005v4',
    'KRM',
    '報表',
    'one two three four five six seven eight nine ten eleven T1 T2',
  ])('%s names no code', (text) => {
    expect(readCodeReference(plainQuestion(text))).toBeUndefined();
  });
});

describe('dots that were left out', () => {
  const keys = (text: string) => readRunTogether(text).map(localCodeKey);

  test.each([
    ['T22', ['task:2.2']],
    ['t 22', ['task:2.2']],
    ['Ｔ２２', ['task:2.2']],
    ['T0202', ['task:2.2', 'task:20.2']],
    ['T111', ['task:1.11', 'task:11.1']],
    ['P221', ['indicator:2.2.1']],
    ['P2.21', ['indicator:2.2.1']],
    ['P22.1', ['indicator:2.2.1']],
    ['P22 1', ['indicator:2.2.1']],
    ['O221', ['output:2.2.1']],
    ['0221', ['output:2.2.1']],
    ['P1210', ['indicator:1.2.10']],
    ['P22', ['indicator:2.2']],
  ])('%s', (text, expected) => {
    expect(keys(text)).toEqual(expect.arrayContaining(expected));
  });

  test.each([
    'T',
    'T2',
    'T2.2',
    'T10',
    'P2.2.1',
    'K15',
    'S06',
    'A03',
    '報表',
    'TX',
    'T22a',
    `T${'1'.repeat(199)}`,
  ])('%s leaves none out', (text) => {
    expect(keys(text)).toEqual([]);
  });

  test('whatever the code, it is among the readings of its letters and digits', () => {
    const numbers = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 2, maxLength: 3 });
    fc.assert(
      fc.property(numbers, (code) => {
        const letter = code.length === 2 ? 'T' : 'P';
        const wanted = `${code.length === 2 ? 'task' : 'indicator'}:${code.join('.')}`;
        expect(keys(`${letter}${code.join('')}`)).toContain(wanted);
      }),
      { seed: SEED },
    );
  });
});

describe('what a question may mean besides what it says', () => {
  test.each([
    ['T22', [[undefined, 'task:2.2']]],
    [
      'krm t11',
      [
        ['krm', 'task:1.1'],
        ['krm', 'duty:11'],
      ],
    ],
    ['T11 KRM', [['KRM', 'task:1.1']]],
    ['KRM-T1.1', [['KRM', 'task:1.1']]],
    ['KRMT1.1', [['KRM', 'task:1.1']]],
    ['krmk1', [['krm', 'knowledge:1']]],
    ['IIS3513-005v4K09', [['IIS3513-005v4', 'knowledge:9']]],
    ['IIS3513-005v4 - p221', [['IIS3513-005v4', 'indicator:2.2.1']]],
    ['網路購物T1.1', [['網路購物', 'task:1.1']]],
  ])('%s', (text, expected) => {
    const read = readLooseReferences(plainQuestion(text)).map(({ standard, code }) => [
      standard,
      localCodeKey(code),
    ]);
    expect(read).toEqual(expect.arrayContaining(expected));
    expect(read[0]).toEqual(expected[0]);
  });

  test.each(['報表', 'KRM', 'IIS3513-005v4', 'KRM 退貨', 'ISO 9001'])('%s nothing', (text) => {
    expect(readLooseReferences(plainQuestion(text))).toEqual([]);
  });
});

describe('a standard may be named beside words', () => {
  test.each([
    ['KRM 退貨', { standard: 'KRM', rest: '退貨' }],
    ['退貨 KRM', { standard: 'KRM', rest: '退貨' }],
    ['KRM：退貨', { standard: 'KRM', rest: '退貨' }],
    ['KRM退貨', { standard: 'KRM', rest: '退貨' }],
    ['KRM 溝通 折扣', { standard: 'KRM', rest: '溝通 折扣' }],
    ['IIS 3513 報表', { standard: 'IIS 3513', rest: '報表' }],
  ])('%s', (text, division) => {
    expect(divideWords(plainQuestion(text))).toContainEqual(division);
  });

  test('a single word is not divided', () => {
    expect(divideWords('退貨')).toEqual([]);
  });
});

describe('what people type around a question', () => {
  test.each([
    ['`T2.2`', 'T2.2'],
    ['「T2.2」。', 'T2.2'],
    ['T2.2?', 'T2.2'],
    ['  T2.2\n\u200b', 'T2.2'],
    ['\ud800', '\ufffd'],
  ])('%j is read as %s', (typed, question) => {
    expect(plainQuestion(typed)).toBe(question);
  });
});

describe('the numbers of something like a code', () => {
  test.each([
    ['X2.2', [2, 2]],
    ['2.2', [2, 2]],
    ['ks 7', [7]],
    ['報表', undefined],
    ['IIS3513', undefined],
  ])('%s', (question, numbers) => {
    expect(readCodeNumbers(question)).toEqual(numbers);
  });
});
