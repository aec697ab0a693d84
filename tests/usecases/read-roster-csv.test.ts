import { describe, expect, test } from '@jest/globals';
import { readRosterCsv } from '../../src/usecases/read-roster-csv.ts';

const IIS = 'IIS3513-005v4';
const ann = {
  email: 'ann@x.test',
  slackId: undefined,
  standards: [IIS],
  supervisor: undefined,
  role: undefined,
};
const ben = { ...ann, email: 'ben@x.test' };

/** The rows, once it is clear that nothing is wrong with the file. */
function rowsOf(text: string) {
  const { rows, problems } = readRosterCsv(text);
  expect(problems).toEqual([]);
  return rows;
}

function problemsOf(text: string) {
  const { rows, problems } = readRosterCsv(text);
  expect(rows).toEqual([]);
  return problems;
}

describe('a roster file is read as spreadsheets and people write it', () => {
  const expected = [
    { line: 2, ...ann },
    { line: 3, ...ben },
  ];

  test.each([
    ['plainly', `email,standard\nann@x.test,${IIS}\nben@x.test,${IIS}\n`],
    ['without a line end', `email,standard\nann@x.test,${IIS}\nben@x.test,${IIS}`],
    ['with a byte order mark and CRLF', `\uFEFFemail,standard\r\nann@x.test,${IIS}\r\nben@x.test,${IIS}\r\n`],
    ['with CR', `email,standard\rann@x.test,${IIS}\rben@x.test,${IIS}\r`],
    ['with line ends of both kinds', `email,standard\r\nann@x.test,${IIS}\nben@x.test,${IIS}\r\n`],
    ['with the other first', `email,standard\nann@x.test,${IIS}\r\nben@x.test,${IIS}\n`],
    ['with quotes', `"email","standard"\n"ann@x.test","${IIS}"\nben@x.test,"${IIS}"\n`],
    ['with quotes and a byte order mark', `\uFEFF"email","standard"\nann@x.test,${IIS}\nben@x.test,${IIS}\n`],
    ['with stray spaces and capitals', ` Email , STANDARD \n ann@x.test , ${IIS} \nben@x.test,${IIS}\n`],
    ['with the columns in another order', `standard,email\n${IIS},ann@x.test\n${IIS},ben@x.test\n`],
    ['with a last column that is empty', `email,standard,role\nann@x.test,${IIS},\nben@x.test,${IIS},\n`],
  ])('%s', (_how, text) => {
    expect(rowsOf(text)).toEqual(expected);
  });

  test('blank lines and rows of empty cells are passed over, and the others keep their line', () => {
    const text = `email,standard\n\nann@x.test,${IIS}\n   \n,\nben@x.test,${IIS}\n\n`;
    expect(rowsOf(text).map(({ line, email }) => [line, email])).toEqual([
      [3, 'ann@x.test'],
      [6, 'ben@x.test'],
    ]);
  });

  test('every column', () => {
    const text = 'slack_id,email,standard,supervisor,role\nU1,ann@x.test,A-1; B-2 C-3;,boss@x.test,hr\n';
    expect(rowsOf(text)).toEqual([
      {
        line: 2,
        slackId: 'U1',
        email: 'ann@x.test',
        standards: ['A-1', 'B-2', 'C-3'],
        supervisor: 'boss@x.test',
        role: 'hr',
      },
    ]);
  });

  test('a person without a standard', () => {
    expect(rowsOf('email,standard\nann@x.test,\n')).toEqual([{ line: 2, ...ann, standards: [] }]);
  });
});

describe('a file that cannot be read gets a clear answer with its line', () => {
  const unknown = 'has unknown columns: "shoe"; known are email, slack_id, standard, supervisor, role';

  test.each([
    ['an empty file', '', 1, 'has nobody in it'],
    ['only a byte order mark', '\uFEFF', 1, 'has nobody in it'],
    ['only blank lines', '\n\n  \n', 1, 'has nobody in it'],
    ['only a header', 'email,standard\n', 1, 'has nobody in it'],
    ['no column for the person', 'standard\nA-1\n', 1, 'needs a column "email" or "slack_id" in its header'],
    ['no column for the standard', 'email\na@x\n', 1, 'needs a column "standard" in its header'],
    ['no header', 'ann@x.test,A-1\nben@x.test,A-1\n', 1, 'has unknown columns: "ann@x.test", "a-1"'],
    ['an unknown column', 'email,standard,shoe\na@x,A-1,42\n', 1, unknown],
    ['an unknown column and rows that do not fit', 'email,standard,shoe\na@x,A-1,42,43\n', 1, unknown],
    ['a column without a name', 'email,standard,\na@x,A-1,\n', 1, 'has unknown columns: ""'],
    ['a column twice', 'email,standard,email\na@x,A-1,\n', 1, 'has the column "email" twice'],
    ['a header below blank lines', '\n\nemail,standard,shoe\na@x,A-1,42\n', 3, unknown],
    ['only a header, below a blank line', '\nemail,standard\n', 2, 'has nobody in it'],
    [
      'no column for the person, below a line of commas',
      ',,\nstandard\nA-1\n',
      2,
      'needs a column "email" or "slack_id"',
    ],
    [
      'semicolons between the cells',
      'email;standard;supervisor\r\na@x;A-1;\r\n',
      1,
      'has ";" between its cells',
    ],
    [
      'semicolons and a byte order mark',
      '\uFEFFEmail;Standard\na@x;A-1\n',
      1,
      '"CSV UTF-8 (Comma delimited)"',
    ],
    ['tabs between the cells', 'email\tstandard\na@x\tA-1\n', 1, 'has a tab between its cells'],
    ['too many cells', 'email,standard\na@x,A-1\n\nb@x,A-1,hr\n', 4, 'has 3 cells where the header has 2'],
    [
      'too few cells',
      'email,standard,role\na@x,A-1,\nb@x,A-1\n',
      3,
      'has 2 cells where the header has 3; an empty',
    ],
    ['a row with semicolons', 'email,standard\na@x,A-1\nb@x;A-1\n', 3, 'has 1 cell where the header has 2'],
    [
      'a quote that is never closed',
      'email,standard\na@x,A-1\n"b@x,A-1\nc@x,A-1\n',
      3,
      'opens a quote (") that is never closed',
    ],
    [
      'one after quotes that are closed',
      'email,standard\n"a ""x""","A\nB"\nb@x,"A\nc@x,A\n',
      4,
      'opens a quote',
    ],
    ['one in the last cell', 'email,standard\na@x,"', 2, 'opens a quote'],
    ['a quote inside a cell', 'email,standard\na@x,A-1\nb"@x",A-1\n', 3, 'Invalid Opening Quote'],
    ['something behind a quote', 'email,standard\na@x,A-1\n"b@x"y,A-1\n', 3, 'Invalid Closing Quote'],
  ])('%s', (_what, text, line, message) => {
    expect(problemsOf(text)).toEqual([{ line, message: expect.stringContaining(message) }]);
  });

  test('every row that does not fit the header is named', () => {
    const text = 'email,standard,role\na@x\nb@x,A-1,\nc@x,A-1\nd@x,A-1,hr,x\n';
    expect(problemsOf(text).map(({ line }) => line)).toEqual([2, 4, 5]);
  });
});
