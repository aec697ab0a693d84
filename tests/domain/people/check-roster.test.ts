import { describe, expect, test } from '@jest/globals';
import { checkRoster, type RosterRow } from '../../../src/domain/people/check-roster.ts';
import type { DirectoryStanding, DirectoryUser } from '../../../src/domain/people/directory.ts';

const IIS = 'IIS3513-005v4';
const KRM = 'KRM4224-002v2';

function user(
  slackUserId: string,
  displayName: string,
  standing: DirectoryStanding = 'person',
): DirectoryUser {
  return {
    slackUserId,
    email: `${displayName.toLowerCase()}@example.test`,
    displayName,
    timeZone: 'Asia/Taipei',
    slackLocale: 'zh-TW',
    standing,
  };
}

const directory = [
  user('U1', 'Ann'),
  user('U2', 'Ben'),
  user('U3', 'Cai'),
  user('U4', 'Dee'),
  { ...user('U5', 'Eve'), email: undefined },
  user('UB', 'Bot', 'bot'),
  user('UG', 'Guest', 'guest'),
  user('UX', 'Stranger', 'other-organisation'),
  user('UD', 'Gone', 'deactivated'),
];

/** Rows of a file whose first person is on line 2; `who` is an e-mail address or a Slack id. */
function rows(...people: (Partial<Omit<RosterRow, 'line'>> & { who?: string })[]): RosterRow[] {
  return people.map(({ who, ...cells }, index) => ({
    line: index + 2,
    email: who?.includes('@') ? who : undefined,
    slackId: who?.includes('@') ? undefined : who,
    standards: [IIS],
    supervisor: undefined,
    role: undefined,
    ...cells,
  }));
}

function check(roster: readonly RosterRow[], supervisedBy: Readonly<Record<string, string>> = {}) {
  return checkRoster(roster, {
    directory,
    standardCodes: [IIS, KRM],
    supervisedBy: new Map(Object.entries(supervisedBy)),
  });
}

describe('a roster that is right', () => {
  test('becomes entries: by e-mail address or Slack id, however they are written', () => {
    const { entries, problems } = check(
      rows(
        { who: 'ANN@Example.test', supervisor: 'cai@example.test' },
        { who: 'u2', supervisor: 'U3', standards: [IIS, KRM.toLowerCase()], role: 'HR' },
        { who: 'U3', standards: [], role: 'administrator' },
        { who: 'U5' },
      ),
    );
    expect(problems).toEqual([]);
    expect(
      entries.map(({ line, user: { displayName }, role, standards, supervisorSlackUserId }) => [
        line,
        displayName,
        role,
        standards,
        supervisorSlackUserId,
      ]),
    ).toEqual([
      [2, 'Ann', 'staff', [IIS], 'U3'],
      [3, 'Ben', 'hr', [IIS, KRM], 'U3'],
      [4, 'Cai', 'administrator', [], undefined],
      [5, 'Eve', 'staff', [IIS], undefined],
    ]);
  });

  test('may turn an existing supervision round, because its own lines replace what was', () => {
    expect(check(rows({ who: 'U2', supervisor: 'U1' }, { who: 'U1' }), { U1: 'U2' }).problems).toEqual([]);
  });
});

describe('a bad row has its line and says what is wrong', () => {
  test.each([
    ['nobody', { email: undefined }, 'has neither an e-mail address nor a Slack id'],
    [
      'an unknown address',
      { who: 'x@example.test' },
      'x@example.test is not in this Slack workspace; check the spelling',
    ],
    ['an unknown id', { who: 'U99' }, 'U99 is not in this Slack workspace; check the spelling'],
    ['a bot', { who: 'UB' }, 'UB is a bot'],
    ['a guest', { who: 'UG' }, 'UG is a guest of the workspace; guests are never asked'],
    [
      'a stranger',
      { who: 'UX' },
      'UX belongs to another organisation; only people of this workspace are asked',
    ],
    ['somebody who left', { who: 'UD' }, 'UD has a deactivated Slack account'],
    [
      'an unknown standard',
      { who: 'U2', standards: [IIS, 'ABC1'] },
      `has an unknown standard "ABC1"; known are ${IIS}, ${KRM}`,
    ],
    [
      'an unknown role',
      { who: 'U2', role: 'boss' },
      'has an unknown role "boss"; use staff, hr, administrator or leave it empty',
    ],
    [
      'an unknown supervisor',
      { who: 'U2', supervisor: 'x@y' },
      'supervisor x@y is not in this Slack workspace; check the spelling',
    ],
    ['a bot as supervisor', { who: 'U2', supervisor: 'UB' }, 'supervisor UB is a bot'],
    [
      'a supervisor who left',
      { who: 'U2', supervisor: 'UD' },
      'supervisor UD has a deactivated Slack account',
    ],
    [
      'their own supervisor',
      { who: 'U2', supervisor: 'ben@example.test' },
      'names the person as their own supervisor',
    ],
  ])('%s', (_what, bad, message) => {
    const { problems } = check(rows({ who: 'U1' }, bad, { who: 'U3' }));
    expect(problems).toEqual([{ line: 3, message }]);
  });

  test('one person on two lines, by address and by id', () => {
    expect(check(rows({ who: 'U1' }, { who: 'U2' }, { who: 'ann@example.test' })).problems).toEqual([
      { line: 4, message: 'is the same person as line 2; give each person one line' },
    ]);
  });

  test('all of them at once, in the order of the file', () => {
    const { problems } = check(
      rows(
        { who: 'U99', standards: ['NO-1'], role: 'boss', supervisor: 'UB' },
        { who: 'U1' },
        { who: 'UG', standards: ['NO-2', 'NO-3'] },
        { who: 'U1', supervisor: 'U1' },
      ),
    );
    expect(problems.map(({ line }) => line)).toEqual([2, 2, 2, 2, 4, 4, 4, 5, 5]);
  });
});

describe('a circle of supervision is refused', () => {
  test.each([
    [
      'of two in the file',
      [{ who: 'U1', supervisor: 'U2' }, { who: 'U2', supervisor: 'U1' }, { who: 'U3' }],
      {},
      [
        [2, 'Ann → Ben → Ann'],
        [3, 'Ann → Ben → Ann'],
      ],
    ],
    [
      'of three in the file',
      [
        { who: 'U1', supervisor: 'U2' },
        { who: 'U2', supervisor: 'U3' },
        { who: 'U3', supervisor: 'U1' },
      ],
      {},
      [
        [2, 'Ann → Ben → Cai → Ann'],
        [3, 'Ann → Ben → Cai → Ann'],
        [4, 'Ann → Ben → Cai → Ann'],
      ],
    ],
    [
      'that an existing supervision closes',
      [{ who: 'U1', supervisor: 'U2' }],
      { U2: 'U1' },
      [[2, 'U2 → Ann → U2']],
    ],
    [
      'of three that two existing ones close',
      [{ who: 'U4' }, { who: 'U1', supervisor: 'U2' }],
      { U2: 'U3', U3: 'U1' },
      [[3, 'U2 → U3 → Ann → U2']],
    ],
  ])('%s', (_what, people, existing, expected) => {
    expect(check(rows(...people), existing).problems).toEqual(
      expected.map(([line, names]) => ({ line, message: `closes a circle of supervision: ${names}` })),
    );
  });

  test('every circle, not only the first', () => {
    const { problems } = check(
      rows(
        { who: 'U1', supervisor: 'U2' },
        { who: 'U2', supervisor: 'U1' },
        { who: 'U3', supervisor: 'U4' },
        { who: 'U4', supervisor: 'U3' },
      ),
    );
    expect(problems.map(({ line }) => line)).toEqual([2, 3, 4, 5]);
  });

  test('one that is in the data already does not hide one in the file', () => {
    const { problems } = check(rows({ who: 'U1', supervisor: 'U2' }, { who: 'U2', supervisor: 'U1' }), {
      U3: 'U4',
      U4: 'U3',
    });
    expect(problems.map(({ line }) => line)).toEqual([2, 3]);
  });
});
