import { describe, expect, test } from '@jest/globals';
import { entryTitle } from '../../../src/domain/standard/entry.ts';
import { readLocalCode } from '../../../src/domain/standard/local-code.ts';
import { createStandardLibrary } from '../../../src/domain/standard/standard-library.ts';
import { IIS, KRM, loadPublishedLibrary } from './published-library.ts';

const library = await loadPublishedLibrary();
const codes = (entries: readonly { code: string }[]) => entries.map(({ code }) => code);

describe('indicators in their context', () => {
  test('come in the order of the document', () => {
    const indicators = library.indicatorsOf(KRM);
    expect(indicators).toHaveLength(31);
    expect([indicators[0]?.code, indicators.at(-1)?.code]).toEqual(['P1.1.1', 'P4.3.3']);
  });

  test('know their task, level and notes', () => {
    expect(library.findIndicator(KRM, 'p3-1-3')).toEqual({
      standardCode: KRM,
      standardName: '網路購物營運助理',
      code: 'P3.1.3',
      text: '依指示與供應商聯繫，安排進、退貨時間及數量並向主管回報。',
      notes: [{ mark: '註1', text: '退貨：包含商品退貨、逆物流、金流之處理。' }],
      dutyCode: 'T3',
      dutyName: '協助管理商品進銷存及執行折扣檔期',
      taskCode: 'T3.1',
      taskName: '協助庫存更新及進退貨',
      level: 2,
      partIndex: 0,
    });
  });

  test('an unknown standard or code is no indicator', () => {
    expect(library.indicatorsOf('IIS3513-005v3')).toEqual([]);
    expect(library.findIndicator(IIS, 'P9.9.9')).toBeUndefined();
    expect(library.findIndicator(IIS, 'nonsense')).toBeUndefined();
  });
});

describe('the same code means different things in two standards', () => {
  test.each(['T1.1', 'K01', 'S06', 'A01'])('%s', (code) => {
    const local = readLocalCode(code);
    const titles = [IIS, KRM].map((standard) => {
      const entry = local && library.find(standard, local);
      return entry && entryTitle(entry);
    });
    expect(titles.map((title) => title?.code)).toEqual([code, code]);
    expect(titles[0]?.name).not.toBe(titles[1]?.name);
  });
});

describe('which standard is meant', () => {
  test.each([
    [IIS, [IIS]],
    ['iis3513', [IIS]],
    ['IIS 3513-005', [IIS]],
    ['ＫＲＭ', [KRM]],
    ['IIS3513-005v2', [IIS]],
    ['網路購物營運助理', [KRM]],
    ['網路購物', []],
    ['K', []],
    ['IIS9999', []],
  ])('%s', (text, expected) => {
    expect(codes(library.matchStandards(text))).toEqual(expected);
  });

  test('its shortest name grows with what it has to be told apart from', () => {
    const iis = library.standard(IIS);
    const krm = library.standard(KRM);
    if (iis === undefined || krm === undefined) throw new Error('a standard is missing');
    expect(library.shortestName(krm)).toBe('KRM');
    const next = { ...iis, code: 'IIS3513-005v5' };
    const sister = { ...iis, code: 'IIS3513-006v1' };
    const cousin = { ...iis, code: 'IIS2512-001v1' };
    expect(createStandardLibrary([iis, cousin]).shortestName(iis)).toBe('IIS3513');
    expect(createStandardLibrary([iis, sister]).shortestName(iis)).toBe('IIS3513-005');
    expect(createStandardLibrary([iis, next]).shortestName(iis)).toBe(IIS);
  });
});

describe('words', () => {
  const found = (words: string) =>
    library
      .search(words, library.standards)
      .map((entry) => `${entry.standard.code.slice(0, 3)} ${entryTitle(entry).code}`);

  test('are found in names and texts, in the order of the documents', () => {
    expect(found('折讓單')).toEqual(['KRM P3.3.3', 'KRM P4.3.2']);
    expect(found('溝通')).toEqual(['IIS S06', 'KRM P3.2.1', 'KRM P3.2.2', 'KRM P3.2.3', 'KRM S06']);
  });

  test('all have to be there', () => {
    expect(found('溝通 折扣')).toEqual(['KRM P3.2.2']);
  });

  test.each([
    ['平臺', '平台'],
    ['faq', 'ＦＡＱ'],
    ['seo', 'SEO'],
  ])('%s finds what %s finds', (one, other) => {
    expect(found(one).length).toBeGreaterThan(0);
    expect(found(one)).toEqual(found(other));
  });

  test('definitions of attitudes and descriptions of the work are searched too', () => {
    expect(found('同理心')).toEqual(['IIS A07']);
    expect(found('網路問答')).toEqual([`KRM ${KRM}`]);
  });

  test('official text keeps 臺 as it is published', () => {
    expect(library.findIndicator(IIS, 'P1.3.3')?.text).toContain('平臺');
  });
});
