import { describe, expect, test } from '@jest/globals';
import type { App } from '@slack/bolt';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { withBoltApp } from './support/bolt-app.ts';
import { ephemeralsOf, getJson, lastPayload, post } from './support/control.ts';
import { withPlainApp } from './support/plain-app.ts';
import { BEN, withSimulator } from './support/simulated-company.ts';
import { callbackIds, modal, submit, viewsOf } from './support/views.ts';

/** `/open <name>` opens a modal of that name; to submit one called so pushes, and another one is answered with errors. */
function openOnCommand(app: App): void {
  app.command('/open', async ({ ack, client, body }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: modal(body.text) });
  });
  app.view('pushes', ({ ack }) => ack({ response_action: 'push', view: modal('pushed') }));
  app.view('clears', ({ ack }) => ack({ response_action: 'clear' }));
}

async function withClients(look: (simulator: Simulator) => Promise<void>): Promise<void> {
  await withSimulator({}, (simulator) => withBoltApp(simulator, openOnCommand, () => look(simulator)));
}

function open(simulator: Simulator, text: string, client?: string) {
  return post(`${simulator.url}/_control/command`, { user: BEN.id, command: '/open', text, client });
}

async function seenOn(simulator: Simulator, client: string): Promise<string[]> {
  const { modals } = (await getJson(simulator, `/_control/view?user=${BEN.id}&client=${client}`)) as {
    modals: { callback_id: string }[];
  };
  return modals.map(({ callback_id }) => callback_id);
}

describe('a modal', () => {
  test('is on the client whose command opened it; a script sees all of them', () =>
    withClients(async (simulator) => {
      await open(simulator, 'desk', 'desktop');
      await open(simulator, 'hand', 'phone');
      expect(await seenOn(simulator, 'desktop')).toEqual(['desk']);
      expect(await seenOn(simulator, 'phone')).toEqual(['hand']);
      expect(await seenOn(simulator, 'tablet')).toEqual([]);
      expect(await callbackIds(simulator, BEN.id)).toEqual(['desk', 'hand']);
      await post(`${simulator.url}/_control/close`, { user: BEN.id, client: 'desktop' });
      expect(await seenOn(simulator, 'desktop')).toEqual([]);
      expect(await callbackIds(simulator, BEN.id)).toEqual(['hand']);
      await post(`${simulator.url}/_control/close`, { user: BEN.id });
      expect(await callbackIds(simulator, BEN.id)).toEqual([]);
    }));

  test('that a script opened is on every client that has none of its own', () =>
    withClients(async (simulator) => {
      await open(simulator, 'hand', 'phone');
      await open(simulator, 'script');
      expect(await seenOn(simulator, 'phone')).toEqual(['hand']);
      expect(await seenOn(simulator, 'desktop')).toEqual(['script']);
      await open(simulator, 'desk', 'desktop');
      expect(await seenOn(simulator, 'desktop')).toEqual(['desk']);
      await open(simulator, 'desk anew', 'desktop');
      expect(await seenOn(simulator, 'desktop')).toEqual(['desk anew']);
      expect(await seenOn(simulator, 'tablet')).toEqual(['script']);
    }));

  test('what is answered to it happens where it is, whoever submits it', () =>
    withClients(async (simulator) => {
      await open(simulator, 'pushes', 'phone');
      await open(simulator, 'clears', 'desktop');
      const { modals } = await viewsOf(simulator, BEN.id);
      const values = { note: { note: 'Typed' } };
      await submit(simulator, { user: BEN.id, view_id: modals[0]?.id, values });
      expect(await seenOn(simulator, 'phone')).toEqual(['pushes', 'pushed']);
      await submit(simulator, { user: BEN.id, view_id: modals[1]?.id, values });
      expect(await seenOn(simulator, 'desktop')).toEqual([]);
      expect(await seenOn(simulator, 'phone')).toEqual(['pushes', 'pushed']);
    }));
});

describe('a command in a channel', () => {
  const channels = [{ id: 'C0SHOP', name: 'shop', bot_is_member: false }];

  test('is answered there, to whoever typed it, also where the bot is not', () =>
    withSimulator({ channels }, (simulator) =>
      withPlainApp(simulator, { json: { text: 'For Ben' } }, async () => {
        const command = { user: BEN.id, command: '/competency', text: 'T2.2' };
        await post(`${simulator.url}/_control/command`, { ...command, channel: 'C0SHOP' });
        const { response_url, ...payload } = await lastPayload(simulator);
        expect(payload).toMatchObject({ channel_id: 'C0SHOP', channel_name: 'shop' });
        await post(String(response_url), { text: 'More for Ben' });
        expect(await getJson(simulator, `/_page/conversation?user=${BEN.id}&channel=C0SHOP`)).toMatchObject([
          { text: 'For Ben', ephemeral_for: BEN.id },
          { text: 'More for Ben', ephemeral_for: BEN.id },
        ]);
        expect(await ephemeralsOf(simulator, BEN.id)).toHaveLength(2);
        expect(await getJson(simulator, `/_page/conversation?user=${BEN.id}`)).toEqual([]);
        expect(
          await post(`${simulator.url}/_control/command`, { ...command, channel: 'C0NONE' }),
        ).toMatchObject({ status: 404 });
      }),
    ));
});
