import { describe, expect, test } from '@jest/globals';
import { findIndicators } from '../../../src/domain/standard/find-indicators.ts';
import { IIS, KRM, loadPublishedLibrary } from './published-library.ts';

const library = await loadPublishedLibrary();
const codes = (typed: string, standards: readonly string[] = [IIS]) =>
  findIndicators(library, standards, typed).map(({ code }) => code);

describe('the indicators that somebody means', () => {
  test.each([
    ['its own code', 'P1.1.1', ['P1.1.1']],
    ['written as people write it', ' p1-1-1 ', ['P1.1.1']],
    ['its code without dots', 'P111', ['P1.1.1']],
    ['a code that there is not', 'P9.9.9', []],
    ['words that there are not', '不存在的文字', []],
  ])('%s', (_what, typed, found) => expect(codes(typed)).toEqual(found));

  test('by the code or the name of their task', () => {
    const ofTask = library.indicatorsOf(IIS).filter(({ taskCode }) => taskCode === 'T1.2');
    expect(codes('T1.2')).toEqual(ofTask.map(({ code }) => code));
    expect(codes(ofTask[0]?.taskName ?? '')).toEqual(expect.arrayContaining(ofTask.map(({ code }) => code)));
  });

  test.each(['P', 'p1', 'P1.', 'P1.1', 'P1.1.', 'T', 't1', 'T1.', 'T1.1', 'Ｐ１．', 'P 1 .'])(
    'while a code is typed the indicator is among them: %s',
    (typed) => expect(codes(typed)).toContain('P1.1.1'),
  );

  test.each(['P2', 'P2.', 'T2.', 'P12', 'P1.9.'])('and is not where it begins otherwise: %s', (typed) =>
    expect(codes(typed)).not.toContain('P1.1.1'),
  );

  test('by the beginning of a standard’s code', () => {
    expect(findIndicators(library, [IIS, KRM], 'krm')).toEqual(library.indicatorsOf(KRM));
  });

  test.each(['KRM 商品', '商品 krm', 'KRM商品', '網路購物營運助理 商品', '  ＫＲＭ　商品 '])(
    'by words beside a standard, in that one alone: %s',
    (typed) => {
      const words = findIndicators(library, [KRM], '商品');
      expect(words.length).toBeGreaterThan(0);
      expect(findIndicators(library, [IIS, KRM], typed)).toEqual(words);
    },
  );

  test('by words of their own', () => {
    const first = library.indicatorsOf(KRM)[0];
    expect(codes(first?.text.slice(0, 8) ?? '', [KRM])).toContain(first?.code);
  });

  test('all of them for nothing typed, of these standards alone', () => {
    expect(codes('')).toHaveLength(25);
    expect(codes(' ', [IIS, KRM])).toHaveLength(56);
    expect(codes('', [])).toEqual([]);
  });
});
