import { expect, test } from '@jest/globals';
import { z } from 'zod';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { getJson, lastPayload, post, tap } from './support/control.ts';
import { withPlainApp } from './support/plain-app.ts';
import { AMY, BEN, clientOf, withSimulator } from './support/simulated-company.ts';

const shown = z.array(z.looseObject({ text: z.string() }));
const changes = z.looseObject({ people: z.array(z.looseObject({ id: z.string(), from_bot: z.int() })) });

async function textsOf(simulator: Simulator, user: string): Promise<string[]> {
  const messages = await getJson(simulator, `/_page/conversation?user=${user}`);
  return shown.parse(messages).map(({ text }) => text);
}

test('the page knows the channels and shortcuts, and shows what was said in a channel', () => {
  const channels = [{ id: 'C0SHOP', name: 'shop', bot_is_member: false }];
  const shortcuts = [{ callback_id: 'start', name: 'Start', type: 'global' as const }];
  return withSimulator({ channels, shortcuts }, async (simulator) => {
    expect(await getJson(simulator, '/_page/config')).toMatchObject({ channels, shortcuts });
    await post(`${simulator.url}/_control/message`, { user: AMY.id, text: 'Hello', channel: 'C0SHOP' });
    expect(await getJson(simulator, `/_page/conversation?user=${AMY.id}&channel=C0SHOP`)).toMatchObject([
      { text: 'Hello' },
    ]);
    expect(await textsOf(simulator, AMY.id)).toEqual([]);
  });
});

test('the page shows in a DM what only its owner sees, and not what only somebody else does', () =>
  withSimulator({}, (simulator) =>
    withPlainApp(simulator, {}, async () => {
      const client = clientOf(simulator);
      const { ts } = await client.chat.postMessage({ channel: AMY.id, text: 'Question' });
      await client.chat.postEphemeral({ channel: AMY.id, user: AMY.id, text: 'For Amy' });
      // A forged tap on Amy's message is answered to Ben alone.
      await tap(simulator, { user: BEN.id, ts, action_id: 'rate' });
      await post(String((await lastPayload(simulator)).response_url), { text: 'For Ben' });
      expect(await textsOf(simulator, AMY.id)).toEqual(['Question', 'For Amy']);
      const { people } = changes.parse(await getJson(simulator, '/_page/changes'));
      expect(people.find(({ id }) => id === AMY.id)?.from_bot).toBe(2);
    }),
  ));
