import { describe, expect, test } from '@jest/globals';
import { parsePublishedText } from '../../../src/domain/standard/parse-published-text.ts';
import { type Standard, standard } from '../../../src/domain/standard/standard.ts';
import { row, sampleText } from './sample-text.ts';

function changed(change: (value: Standard) => void): Standard {
  const second = row({ duty: '', task: 'T1.2 銷毀', indicators: 'P1.2.1 銷毀。', outputs: 'O1.2.1 清冊' });
  const value = parsePublishedText(sampleText({ rows: [row({}), second] }));
  change(value);
  return value;
}

function firstOf<T>(values: readonly T[]): T {
  const [first] = values;
  if (first === undefined) throw new Error('nothing there');
  return first;
}

const taskOf = (value: Standard) => firstOf(firstOf(value.duties).tasks);
const partOf = (value: Standard) => firstOf(taskOf(value).parts);

describe('a standard whose parts do not fit together is refused', () => {
  test('one that fits is accepted', () => {
    expect(standard.safeParse(changed(() => undefined)).success).toBe(true);
  });

  test.each<[string, (value: Standard) => void, RegExp]>([
    [
      'knowledge that is not in the list',
      (value) => partOf(value).knowledge.push('K99'),
      /K99, which is not/,
    ],
    ['a skill that is not in the list', (value) => partOf(value).skills.push('S99'), /S99, which is not/],
    ['the same link twice', (value) => partOf(value).skills.push('S01'), /same code twice/],
    [
      'a code that is there twice',
      (value) => value.knowledge.push({ code: 'K1', name: '檔案' }),
      /K1 is there twice/,
    ],
    [
      'an indicator of another task',
      (value) => partOf(value).indicators.push({ code: 'P1.2.9', text: '。' }),
      /P1\.2\.9 does not belong under T1\.1/,
    ],
    [
      'a task of another duty',
      (value) => {
        taskOf(value).code = 'T2.1';
      },
      /T2\.1 does not belong under T1/,
    ],
    [
      'a code of another kind',
      (value) => {
        taskOf(value).code = 'K02';
      },
      /K02 is not the code of a task/,
    ],
    [
      'a note that is not there',
      (value) => {
        taskOf(value).notes = ['註9'];
      },
      /note 註9/,
    ],
    [
      'two notes with one mark',
      (value) => value.notes.push({ mark: '註1', text: '甲' }, { mark: '註1', text: '乙' }),
      /mark is there twice/,
    ],
    [
      'a code that is none of its versions',
      (value) => {
        value.code = 'AB1234-001v2';
      },
      /table of versions/,
    ],
    [
      'a name that differs from its version',
      (value) => {
        value.name = '檔案';
      },
      /two names/,
    ],
    [
      'a level above 6',
      (value) => {
        Object.assign(partOf(value), { level: 7 });
      },
      /Invalid input/,
    ],
    [
      'a property nobody knows',
      (value) => {
        Object.assign(value, { rank: 1 });
      },
      /Unrecognized key/,
    ],
    [
      'a date that does not exist',
      (value) => {
        firstOf(value.versions).date = '2023-02-29';
      },
      /Invalid ISO date/,
    ],
  ])('%s', (_what, change, message) => {
    const result = standard.safeParse(changed(change));
    expect(result.error?.issues.map((issue) => issue.message).join('\n')).toMatch(message);
  });
});
