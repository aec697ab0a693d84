import { describe, expect, test } from '@jest/globals';
import {
  decodePublishedText,
  parsePublishedText,
} from '../../../src/domain/standard/parse-published-text.ts';
import { PublishedTextError } from '../../../src/domain/standard/published-text/published-text-error.ts';
import type { Part } from '../../../src/domain/standard/standard.ts';
import { row, sampleText, TASK_HEADER } from './sample-text.ts';

function tasksOf(...rows: string[]) {
  return parsePublishedText(sampleText({ rows })).duties.flatMap((duty) => duty.tasks);
}

function partsOf(...rows: string[]): Part[] {
  return tasksOf(...rows).flatMap((task) => task.parts);
}

function errorOf(text: string): PublishedTextError {
  try {
    parsePublishedText(text);
  } catch (error) {
    if (error instanceof PublishedTextError) return error;
    throw error;
  }
  throw new Error('the document was accepted');
}

describe('the form of the file does not matter', () => {
  const plain = parsePublishedText(sampleText());

  test.each([
    ['Windows line ends', sampleText().replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${sampleText()}`],
    ['blank lines everywhere', sampleText().replaceAll('\n', '\n\n \t\n')],
    ['page footers', sampleText().replaceAll('\n', '\n第1頁，總共1頁\n')],
    ['a footer inside a cell', sampleText().replace('S01 分類', 'S01 分類 第 1 頁,總共 1 頁')],
    [
      'full-width brackets and inner spaces in headers',
      sampleText().replace(
        TASK_HEADER,
        TASK_HEADER.replace('職能級別', '職 能 級別').replace('(K=', '（K＝').replace('知識)', '知識）'),
      ),
    ],
    [
      'full-width codes and digits',
      sampleText().replace('T1.1 ', 'Ｔ１．１ ').replace('基準級別\t\t2', '基準級別\t\t２'),
    ],
    ['a space inside a Chinese name', sampleText().replace('S01 分類', 'S01 分 類')],
    ['the header of the table printed again', sampleText({ rows: [row({}), '', TASK_HEADER] })],
  ])('%s', (_form, text) => {
    expect(parsePublishedText(text)).toEqual(plain);
  });
});

describe('what a document leaves out is absent', () => {
  const without = parsePublishedText(
    sampleText({ profileLevel: '', rows: [row({ level: '', outputs: '' })], attitudes: [] }),
  );

  test('levels', () => {
    expect(without.profile).not.toHaveProperty('level');
    expect(without.duties[0]?.tasks[0]?.parts[0]).not.toHaveProperty('level');
  });

  test('outputs and attitudes', () => {
    expect(without.duties[0]?.tasks[0]?.parts[0]?.outputs).toEqual([]);
    expect(without.attitudes).toEqual([]);
  });
});

describe('older documents', () => {
  test.each([
    ['P.1.1.1 歸檔文件。', 'P.1.1.1'],
    ['P1-1-1 歸檔文件。', 'P1-1-1'],
  ])('the code in "%s" is kept as it is printed', (indicators, code) => {
    expect(partsOf(row({ indicators }))[0]?.indicators).toEqual([{ code, text: '歸檔文件。' }]);
  });

  test.each([
    ['O1.1 清單', [{ code: 'O1.1', name: '清單' }]],
    [
      '01.1.1 清單 01.1.2 目錄',
      [
        { code: '01.1.1', name: '清單' },
        { code: '01.1.2', name: '目錄' },
      ],
    ],
    ['清單', [{ name: '清單' }]],
  ])('outputs "%s"', (outputs, expected) => {
    expect(partsOf(row({ outputs }))[0]?.outputs).toEqual(expected);
  });

  test('several outputs without codes cannot be told apart', () => {
    const error = errorOf(sampleText({ rows: [row({ outputs: '清單 目錄' })] }));
    expect([error.line, error.message]).toEqual([13, expect.stringContaining('cannot be told apart')]);
  });

  test('attitudes without codes are kept without', () => {
    const attitudes = ['職能內涵（A=attitude 態度）', '細心：注意細節。', '主動:自動自發。'];
    expect(parsePublishedText(sampleText({ attitudes })).attitudes).toEqual([
      { name: '細心', definition: '注意細節。' },
      { name: '主動', definition: '自動自發。' },
    ]);
  });

  test('knowledge in the skills column is knowledge', () => {
    const [part] = partsOf(row({ skills: 'S01 分類 K02 索引' }));
    expect([part?.knowledge, part?.skills]).toEqual([['K01', 'K02'], ['S01']]);
  });

  test.each(['AB1234-001', 'KRM4224-002V2'])('the code %s', (code) => {
    expect(parsePublishedText(sampleText().replaceAll('AB1234-001v1', code)).code).toBe(code);
  });
});

describe('a code only begins an entry where one is due', () => {
  test('a code of another standard inside a name stays there', () => {
    const [part] = partsOf(row({ knowledge: 'K01 基準IIS3513用語', skills: 'S01 讀懂 IIS3513-005v4' }));
    expect([part?.knowledge, part?.skills]).toEqual([['K01'], ['S01']]);
  });

  test('nor does the end of another word begin an entry', () => {
    const { knowledge } = parsePublishedText(
      sampleText({ rows: [row({ knowledge: 'K01 操作AWS301設備 K02 索引' })] }),
    );
    expect(knowledge.map(({ name }) => name)).toEqual(['操作AWS301設備', '索引']);
  });

  test('an indicator may mention the one before it', () => {
    const indicators = 'P1.1.1 歸檔文件。 P1.1.2 依 P1.1.1 之結果，更新索引。';
    expect(partsOf(row({ indicators }))[0]?.indicators.map(({ text }) => text)).toEqual([
      '歸檔文件。',
      '依 P1.1.1 之結果，更新索引。',
    ]);
  });

  test('and the one after it', () => {
    const indicators = 'P1.1.1 為 P1.1.2 準備文件。 P1.1.2 歸檔文件。';
    expect(partsOf(row({ indicators }))[0]?.indicators.map(({ text }) => text)).toEqual([
      '為 P1.1.2 準備文件。',
      '歸檔文件。',
    ]);
  });

  test('a paper size in the name of an output is content', () => {
    const [part] = partsOf(row({ outputs: 'O1.1.1 表單 A4 格式 O1.1.2 目錄' }));
    expect(part?.outputs.map(({ name }) => name)).toEqual(['表單 A4 格式', '目錄']);
  });

  test('a code in the definition of an attitude is content', () => {
    const attitudes = [
      '職能內涵 (A=attitude 態度)',
      'A01 細心：如 A02 所述，注意細節。',
      'A02 主動：自動自發。',
    ];
    expect(parsePublishedText(sampleText({ attitudes })).attitudes[0]?.definition).toBe(
      '如 A02 所述，注意細節。',
    );
  });
});

describe('notes', () => {
  test('are kept by their marks wherever the marks stand, and the text is clean', () => {
    const text = sampleText({
      rows: [
        row({
          outputs: 'O1.1.1 <u>清單</u>^{【註２】}',
          indicators: 'P1.1.1 歸檔 <u>FAQ</u> ^{【註1】} 文件。',
        }),
      ],
      supplement: [
        '- 建議擔任此職類/職業之學歷/經驗/或能力條件：無。',
        '其他補充說明：',
        '【註1】FAQ：常見問題。 【註2】清單：見【註1】。',
        '- 其餘依公司規定。',
      ],
    }).replace('整理檔案。', '整理<u>檔案</u>【註1】。');
    const standard = parsePublishedText(text);
    expect(standard.duties[0]?.tasks[0]?.parts[0]).toMatchObject({
      outputs: [{ code: 'O1.1.1', name: '清單', notes: ['註2'] }],
      indicators: [{ code: 'P1.1.1', text: '歸檔 FAQ 文件。', notes: ['註1'] }],
    });
    expect(standard.profile).toMatchObject({ description: '整理檔案。', notes: ['註1'] });
    expect(standard.notes).toEqual([
      { mark: '註1', text: 'FAQ：常見問題。' },
      { mark: '註2', text: '清單：見【註1】。' },
      { text: '其餘依公司規定。' },
    ]);
  });
});

describe('rows continue what is above them', () => {
  test('a task is continued across a page break', () => {
    const rest = row({
      duty: '',
      task: '',
      indicators: 'P1.1.2 更新索引。',
      level: '',
      knowledge: 'K02 索引',
      skills: '',
    });
    const parts = partsOf(row({}), TASK_HEADER, rest);
    expect(parts).toHaveLength(1);
    expect(parts[0]).toMatchObject({
      indicators: [{ code: 'P1.1.1' }, { code: 'P1.1.2' }],
      knowledge: ['K01', 'K02'],
    });
  });

  test.each([
    ['another level', { level: '3', outputs: '' }, 3],
    ['a new output', { level: '2', outputs: 'O1.1.1 索引' }, 2],
  ])('%s with knowledge and skills of its own begins another part', (_why, cells, level) => {
    const second = row({ duty: '', task: '', indicators: 'P1.1.2 更新索引。', ...cells });
    const parts = partsOf(row({}), second);
    expect(parts.map((part) => part.level)).toEqual([2, level]);
  });
});

describe('what cannot be placed is an error with its line and what to do', () => {
  const rows = (...lines: string[]) => sampleText({ rows: lines });
  const supplement = (...lines: string[]) => sampleText({ supplement: lines });
  const attitudes = (...lines: string[]) =>
    sampleText({ attitudes: ['職能內涵 (A=attitude 態度)', ...lines] });
  const prerequisites = '- 建議擔任此職類/職業之學歷/經歷/或能力條件：無。';

  test.each<[string, string, number, RegExp]>([
    ['a stray line in the table', rows(row({}), '隨便一行'), 14, /seven columns/],
    ['a row that is cut off', rows(row({}).split('\t').slice(0, 5).join('\t')), 13, /cut off/],
    ['a row without a duty at the beginning', rows(row({ duty: '' })), 13, /no place/],
    ['a row without a task', rows(row({ task: '' })), 13, /no task/],
    [
      'a task that is missing',
      rows(row({}), row({ duty: '', task: 'T1.3 銷毀', indicators: 'P1.3.1 銷毀。' })),
      14,
      /T1\.3 is not the code/,
    ],
    [
      'an indicator that is missing',
      rows(row({ indicators: 'P1.1.1 甲。 P1.1.3 乙。' })),
      13,
      /P1\.1\.3 is not the code/,
    ],
    [
      'an indicator that comes twice',
      rows(row({ indicators: 'P1.1.1 甲。 P1.1.1 乙。' })),
      13,
      /P1\.1\.1 is not the code/,
    ],
    ['an indicator of another task', rows(row({ indicators: 'P1.1.1 甲。 P1.2.1 乙。' })), 13, /P1\.2\.1/],
    ['an indicator without a code', rows(row({ indicators: '歸檔文件。' })), 13, /has no code/],
    [
      'an indicator without text',
      rows(row({ indicators: 'P1.1.1 甲。 P1.1.2' })),
      13,
      /P1\.1\.2 has no text/,
    ],
    ['an output of another task', rows(row({ outputs: 'O1.1.1 甲 O2.1.1 乙' })), 13, /O2\.1\.1/],
    ['a level that does not exist', rows(row({ level: '7' })), 13, /level from 1 to 6/],
    [
      'a level without its own knowledge',
      rows(
        row({}),
        row({ duty: '', task: '', level: '4', indicators: 'P1.1.2 乙。', knowledge: '', skills: '' }),
      ),
      14,
      /level 4/,
    ],
    ['a skill in the knowledge column', rows(row({ knowledge: 'K01 甲 S02 乙' })), 13, /S02/],
    ['a code written in another way', rows(row({ knowledge: 'K01 雲端 K3 平台' })), 13, /K3/],
    [
      'one code with two names',
      rows(row({}), row({ duty: '', task: 'T1.2 銷毀', indicators: 'P1.2.1 銷毀。', knowledge: 'K01 倉庫' })),
      14,
      /"檔案" above and "倉庫" here/,
    ],
    ['a note that is not there', rows(row({ indicators: 'P1.1.1 甲^{【註1】}。' })), 13, /註1/],
    ['unknown markup', rows(row({ indicators: 'P1.1.1 <b>甲</b>。' })), 13, /markup "<b>"/],
    ['an attitude without a definition', attitudes('A01 細心'), 15, /no place/],
    ['an attitude that is missing', attitudes('A01 細心：注意。', 'A03 主動：自發。'), 16, /A03/],
    ['an empty section of attitudes', attitudes(), 17, /attitudes is empty/],
    ['a remark before any heading', supplement('- 無。'), 17, /no place/],
    ['no prerequisites', supplement('- 其他補充說明：無。'), 17, /not finished/],
    [
      'an unfinished last sentence',
      supplement(`${prerequisites}`, '- 其他補充說明：', '- 【註1】包含'),
      19,
      /not finished/,
    ],
    ['a heading with nothing under it', supplement(prerequisites, '- 其他補充說明：'), 18, /not finished/],
    ['a page that is missing', supplement(prerequisites, '第1頁，總共2頁'), 18, /1 of 2/],
    [
      'a field of the profile twice',
      sampleText().replace('工作描述', '工作描述\t\t甲。\n工作描述'),
      11,
      /twice/,
    ],
    [
      'a field of the profile missing',
      sampleText().replace('工作描述\t\t整理檔案。', ''),
      18,
      /工作描述 is missing/,
    ],
    [
      'a line in the profile that is no field',
      sampleText().replace('工作描述', '備註\t甲\n工作描述'),
      10,
      /no place/,
    ],
    [
      'a category without its code',
      sampleText().replace('職業別代碼\t1234', '職業別代碼\tAB'),
      8,
      /職業別 needs/,
    ],
    [
      'a name under both 職類 and 職業',
      sampleText().replace('\t\t職業\n', '\t\t職業\t專員\n'),
      4,
      /fill in one/,
    ],
    ['another title', sampleText({ before: '資深' }), 1, /the title/],
    ['a date that does not exist', sampleText().replace('2024/02/29', '2023/02/29'), 3, /date/],
  ])('%s', (_what, text, line, message) => {
    const error = errorOf(text);
    expect([error.line, error.message]).toEqual([line, expect.stringMatching(message)]);
  });

  test('an empty file', () => {
    expect(errorOf('\n\n').message).toContain('empty');
  });

  test('a file that is not UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('第一行\n第二行\n'), Buffer.from([0xa4, 0xa4])]);
    expect(() => decodePublishedText(bytes)).toThrow(expect.objectContaining({ line: 3 }));
  });
});
