import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { listDirectory, strangerLocale } from '../../src/slack/client/list-directory.ts';
import { BOT, type ContractPerson } from './support/contract-slack.ts';
import { AMY, BEN, type Contract, NOBODY, openContract, SLACKS } from './support/open-contract.ts';

const GUEST: ContractPerson = { ...BEN, handle: 'guest', name: 'Gwen Guest', standing: 'guest' };
const GONE: ContractPerson = { ...BEN, handle: 'gone', name: 'Gone Gordon', standing: 'deactivated' };
const PEOPLE = [AMY, BEN, GUEST, GONE];

/** More than two pages of 200. */
const MANY: readonly ContractPerson[] = Array.from({ length: 450 }, (_, index) => ({
  ...AMY,
  handle: `colleague-${index}`,
  name: `同事 ${index}`,
}));

describe.each(SLACKS)('the people of a workspace, on $name', (slack) => {
  let contract: Contract;

  beforeAll(async () => {
    contract = await openContract(slack, { people: [...PEOPLE, ...MANY] });
  });

  afterAll(() => contract.stop());

  const named = async (...names: string[]) =>
    (await listDirectory(contract.client)).filter(({ displayName }) => names.includes(displayName));

  test('are all in the directory, with what Slack says of them and their standing', async () => {
    const found = await named(...PEOPLE.map(({ name }) => name));
    const expected = PEOPLE.flatMap((person) => slack.shows(person) ?? []);
    expect(found).toEqual(expected.map((each) => ({ ...each, slackUserId: expect.any(String) })));
  });

  test('and the bot is there as a bot', async () => {
    const [bot] = await named(BOT.name);
    expect(bot).toMatchObject({ slackUserId: BOT.userId, standing: 'bot' });
  });

  test('hundreds of them come page by page, each once', async () => {
    const names = MANY.map(({ name }) => name);
    const found = await named(...names);
    expect(found.map(({ displayName }) => displayName).toSorted()).toEqual(names.toSorted());
    expect(new Set(found.map(({ slackUserId }) => slackUserId)).size).toBe(MANY.length);
  });

  describe('whoever is no member is spoken to', () => {
    const localeOf = (slackUserId: string) => strangerLocale(contract.client)('T0TEAM', slackUserId);

    test.each([AMY, BEN])(
      'in the language Slack knows of $name, in 繁體中文 where it knows none',
      async (person) => {
        const known = slack.shows(person)?.slackLocale ?? 'zh-TW';
        expect(await localeOf(await contract.idOf(person))).toBe(known === 'zh-TW' ? 'zh-TW' : 'en');
      },
    );

    test('in 繁體中文 where Slack knows nobody', async () => {
      expect(await localeOf(NOBODY)).toBe('zh-TW');
    });
  });
});
