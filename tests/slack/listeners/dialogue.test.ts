import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RETAIL } from '../../support/shop.ts';
import { away, SECRET, secondsNow } from '../support/open-bot.ts';
import { type Dialogue, openDialogue } from '../support/open-dialogue.ts';

describe('what the bot answers, over real HTTP', () => {
  let dialogue: Dialogue;

  beforeAll(async () => {
    dialogue = await openDialogue([{ id: 'U0MEI', standard: RETAIL }]);
  });

  afterAll(() => dialogue.stop());

  const control = (path: string, body: object) => dialogue.control(path, body);
  const ask = (user: string, text: string) => dialogue.ask(user, text);
  const get = (path: string) => dialogue.get(path);

  /** Sends a command as Slack would, but with whatever signature and time. */
  async function send(secret: string, timestamp: number): Promise<number> {
    const body = new URLSearchParams({
      command: '/competency',
      text: 'T1',
      team_id: 'T0TEAM',
      user_id: 'U0MEI',
    }).toString();
    const contentType = 'application/x-www-form-urlencoded';
    return (await dialogue.deliver(body, { contentType, secret, timestamp })).status;
  }

  test('a wrong signature and a stale timestamp are refused with 401', async () => {
    expect(await send(SECRET, secondsNow())).toBe(200);
    expect(await send('another-secret', secondsNow())).toBe(401);
    expect(await send(SECRET, secondsNow() - 3_600)).toBe(401);
  });

  test('a warm look-up costs no statement and no call to Slack', async () => {
    await ask('U0MEI', 'T2.2');
    const calls = async () => (await get('log')).split('"direction":"from-app"').length;
    const before = await calls();
    expect(await dialogue.counting.statementsOf(() => ask('U0MEI', 'T2.2'))).toBe(0);
    expect(await calls()).toBe(before);
  });

  test('a stranger is answered, in their language', async () => {
    expect(await ask('U0TOM', 'KRM T1.1')).toContain('Capability level 2');
  });

  test('what Slack escaped on its way is read as it was typed', async () => {
    expect(await ask('U0TOM', 'R&amp;D')).toContain('R&amp;D');
    expect(await ask('U0TOM', 'R&amp;D')).not.toContain('amp;amp;');
  });

  test('a code written to the bot is answered there', async () => {
    await control('message', { user: 'U0MEI', text: 'k9' });
    for (;;) {
      const messages = await get('messages?user=U0MEI');
      if (messages.includes('資訊安全')) break;
    }
  });

  test('an event that Slack delivers twice is answered once', async () => {
    const { event_id } = JSON.parse(await control('message', { user: 'U0TOM', text: 'K09' })) as {
      event_id: string;
    };
    const answers = async () => (await get('messages?user=U0TOM')).split('"user":"U0BOT"').length - 1;
    while ((await answers()) === 0);
    await control('redeliver', { event_id });
    // The next one is answered after it: had the repeated one been, its answer would be there as well.
    await control('message', { user: 'U0TOM', text: 'S06' });
    while (!(await get('messages?user=U0TOM')).includes('S06'));
    await dialogue.settled();
    expect(await answers()).toBe(2);
  });

  test('a database that is away: "not saved, try again", with a reference and nothing else', async () => {
    expect(await dialogue.call('chat.postMessage', { channel: 'U0MEI', text: 'a check-in' })).toMatchObject({
      ok: true,
    });
    const messages = JSON.parse(await get('messages?user=U0MEI')) as { ts: string }[];
    const { prisma } = dialogue.shop.context.database;
    dialogue.use(away(prisma));
    const value = JSON.stringify({ checkIn: '01a00000-0000-7000-8000-000000000000', item: 0, answer: 3 });
    await control('action', { user: 'U0MEI', ts: messages.at(-1)?.ts, action_id: 'rate-3', value });
    for (;;) {
      const said = await get('ephemerals?user=U0MEI');
      if (said.includes('沒有存成功')) {
        expect(said).toMatch(/代碼：[0-9A-F]{8}/);
        expect(said).not.toContain('secret-host');
        break;
      }
    }
    dialogue.use(prisma);
  });
});
