import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { countStandard } from '../../../src/domain/standard/counts.ts';
import {
  decodePublishedText,
  parsePublishedText,
} from '../../../src/domain/standard/parse-published-text.ts';
import { formatStandard } from '../../../src/storage/standards.ts';
import { sourceBytes } from './sample-text.ts';

const PUBLISHED = [
  {
    code: 'IIS3513-005v4',
    name: '零售電子商務營運人員',
    sha256: '9a14f913abd8642b15969c2d23fc9423d8b1fd2e1555f93d87b2703a6aa5e801',
    level: 3,
    taskLevels: [3, 3, 4, 3, 3, 3, 4],
    counts: {
      versions: 4,
      duties: 3,
      tasks: 7,
      outputs: 9,
      indicators: 25,
      knowledge: 15,
      skills: 12,
      attitudes: 7,
      knowledgeLinks: 44,
      skillLinks: 39,
      notes: 0,
    },
  },
  {
    code: 'KRM4224-002v2',
    name: '網路購物營運助理',
    sha256: 'b46f856f07b3051f3e1f5cd8591c0f09b2c81d10b6ecce93cf13b8ab8c5b1894',
    level: 2,
    taskLevels: [2, 2, 2, 2, 2, 3, 2, 2, 3, 2, 3],
    counts: {
      versions: 2,
      duties: 4,
      tasks: 11,
      outputs: 12,
      indicators: 31,
      knowledge: 6,
      skills: 8,
      attitudes: 4,
      knowledgeLinks: 43,
      skillLinks: 38,
      notes: 1,
    },
  },
];

function parse(code: string) {
  return parsePublishedText(decodePublishedText(sourceBytes(code)));
}

describe.each(PUBLISHED)(
  'the published standard $code',
  ({ code, name, sha256, level, taskLevels, counts }) => {
    test('is kept byte for byte as it was published', () => {
      expect(createHash('sha256').update(sourceBytes(code)).digest('hex')).toBe(sha256);
    });

    test('gives the same bytes when it is read again', () => {
      const kept = readFileSync(new URL(`../../../data/standards/${code}.json`, import.meta.url), 'utf8');
      expect(formatStandard(parse(code))).toBe(kept);
    });

    test('is complete', () => {
      const standard = parse(code);
      expect(countStandard(standard)).toEqual(counts);
      expect({ code: standard.code, name: standard.name, level: standard.profile.level }).toEqual({
        code,
        name,
        level,
      });
    });

    test('keeps the level of every task apart from the level of the occupation', () => {
      const tasks = parse(code).duties.flatMap((duty) => duty.tasks);
      expect(tasks.map(({ parts }) => parts.map((part) => part.level))).toEqual(
        taskLevels.map((one) => [one]),
      );
    });

    test('says nothing but what was published', () => {
      const bare = (text: string) => text.replace(/<\/?u>|\^\{【註\d】\}|\s+/g, '');
      const source = bare(decodePublishedText(sourceBytes(code)));
      const standard = parse(code);
      const parts = standard.duties.flatMap((duty) => duty.tasks).flatMap((task) => task.parts);
      const official = [
        ...standard.duties.flatMap((duty) => [duty, ...duty.tasks]).map((one) => one.code + one.name),
        ...parts.flatMap((part) => part.outputs).map((output) => `${output.code}${output.name}`),
        ...parts.flatMap((part) => part.indicators).map((indicator) => indicator.code + indicator.text),
        ...[...standard.knowledge, ...standard.skills].map((one) => one.code + one.name),
        ...standard.attitudes.map((one) => `${one.code}${one.name}：${one.definition}`),
        standard.profile.description,
        standard.prerequisites,
      ];
      expect(official.filter((text) => !source.includes(bare(text)))).toEqual([]);
    });
  },
);

describe('what extraction did to the documents is undone', () => {
  const tasks = parse('KRM4224-002v2').duties.flatMap((duty) => duty.tasks);
  const task = (code: string) => tasks.find((one) => one.code === code)?.parts[0];

  test('the underline and the mark of a note leave a clean text, and the note is kept by its mark', () => {
    expect(task('T3.1')?.indicators[2]).toEqual({
      code: 'P3.1.3',
      text: '依指示與供應商聯繫，安排進、退貨時間及數量並向主管回報。',
      notes: ['註1'],
    });
    expect(parse('KRM4224-002v2').notes).toEqual([
      { mark: '註1', text: '退貨：包含商品退貨、逆物流、金流之處理。' },
    ]);
  });

  test('a slash inside a name is content', () => {
    expect(task('T3.4')?.outputs).toEqual([{ code: 'O3.4.1', name: '訂單/出貨單/揀貨單/寄送單' }]);
  });

  test('the same output name under two tasks keeps both codes', () => {
    const tables = tasks.flatMap(({ parts }) => parts.flatMap((part) => part.outputs));
    expect(tables.filter(({ name }) => name === '銷售表').map(({ code }) => code)).toEqual([
      'O3.3.2',
      'O4.2.2',
    ]);
  });

  test('a task after a repeated header still belongs to the duty before it', () => {
    const duties = parse('IIS3513-005v4').duties;
    expect(duties.map((duty) => duty.tasks.map((one) => one.code))).toEqual([
      ['T1.1', 'T1.2', 'T1.3'],
      ['T2.1', 'T2.2'],
      ['T3.1', 'T3.2'],
    ]);
  });

  test('versions have ISO dates and the profile its three categories', () => {
    const { versions, profile, prerequisites } = parse('IIS3513-005v4');
    expect(versions[1]).toEqual({
      version: 'V3',
      code: 'IIS3513-005v3',
      name: '零售電子商務人員',
      status: '歷史版本',
      note: '已被《IIS3513-005v4》取代',
      date: '2022-12-13',
    });
    expect(profile).toMatchObject({
      nameKind: '職業',
      jobCategory: { code: 'IIS', name: '資訊科技 / 資訊支援與服務' },
      occupation: { code: '3513', name: '電腦網路及系統技術員' },
      industry: { code: 'J6312', name: '出版、影音製作、傳播及資通訊服務業 / 資訊服務業' },
    });
    expect(prerequisites).toBe('大專以上或具相關工作經歷 2 年以上。');
  });
});
