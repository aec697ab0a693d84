import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { HomeView } from '@slack/types';
import { withBoltApp } from './support/bolt-app.ts';
import { lastPayload, nextChange, tap } from './support/control.ts';
import { withPlainApp } from './support/plain-app.ts';
import { recordOf } from './support/record.ts';
import { AMY, BEN, BOT, clientOf, withSimulator } from './support/simulated-company.ts';
import { openHome, option, viewsOf } from './support/views.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });

const languages = {
  type: 'static_select' as const,
  action_id: 'language',
  options: [option('en'), option('zh')],
  initial_option: option('zh'),
};

function home(text: string): HomeView {
  return {
    type: 'home',
    callback_id: 'home',
    private_metadata: text,
    blocks: [
      { type: 'section', block_id: 'said', text: plain(text) },
      {
        type: 'actions',
        block_id: 'settings',
        elements: [languages, { type: 'button', action_id: 'start', text: plain('Start'), value: 'now' }],
      },
    ],
  };
}

// https://docs.slack.dev/surfaces/app-home
test('a real Bolt app publishes a Home tab when it is opened', () =>
  withSimulator({}, (simulator) =>
    withBoltApp(
      simulator,
      (app) =>
        app.event('app_home_opened', async ({ event, client }) => {
          const view = home(event.view === undefined ? 'Welcome' : 'Welcome back');
          await client.views.publish({ user_id: event.user, view });
        }),
      async () => {
        expect((await viewsOf(simulator, AMY.id)).home).toBeNull();
        for (const said of ['Welcome', 'Welcome back']) {
          expect((await openHome(simulator, AMY.id)).body).toMatchObject({ status: 200 });
          for (let version = 0; ; version = await nextChange(simulator, version)) {
            if ((await viewsOf(simulator, AMY.id)).home?.private_metadata === said) break;
          }
        }
        expect((await viewsOf(simulator, BEN.id)).home).toBeNull();
      },
    ),
  ));

// https://docs.slack.dev/reference/events/app_home_opened
test('opening it tells the app, with the view once there is one', () =>
  withSimulator({}, (simulator) =>
    withPlainApp(simulator, {}, async () => {
      await openHome(simulator, AMY.id);
      const opened = {
        type: 'app_home_opened',
        user: AMY.id,
        channel: 'D0AMY',
        tab: 'home',
        event_ts: expect.stringMatching(/^\d+\.\d{6}$/),
      };
      expect((await lastPayload(simulator)).event).toEqual(opened);
      const { view } = await clientOf(simulator).views.publish({ user_id: AMY.id, view: home('Hello') });
      await openHome(simulator, AMY.id);
      expect(await lastPayload(simulator)).toMatchObject({
        type: 'event_callback',
        event: {
          ...opened,
          view: { id: view?.id, type: 'home', hash: view?.hash, root_view_id: view?.id, bot_id: BOT.botId },
        },
      });
    }),
  ));

test('publishing again keeps its id and changes its hash, which guards what is newer', () =>
  withSimulator({}, async (simulator) => {
    const { views } = clientOf(simulator);
    const publish = (text: string, hash?: string) =>
      views.publish({ user_id: AMY.id, view: home(text), ...(hash === undefined ? {} : { hash }) });
    const first = (await publish('one')).view;
    const second = (await publish('two', first?.hash)).view;
    expect(second?.id).toBe(first?.id);
    expect(second?.hash).not.toBe(first?.hash);
    await expect(publish('three', first?.hash)).rejects.toMatchObject({ data: { error: 'hash_conflict' } });
    expect((await viewsOf(simulator, AMY.id)).home?.private_metadata).toBe('two');
    await expect(views.publish({ user_id: 'U0NONE', view: home('x') })).rejects.toMatchObject({
      data: { error: 'invalid_arguments' },
    });
  }));

test('survives a restart, and is opened again as it was', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
  const options = { journalFile: join(folder, 'slack.jsonl') };
  try {
    let published: { id?: string | undefined; hash?: string | undefined } | undefined;
    await withSimulator(options, async (simulator) => {
      published = (await clientOf(simulator).views.publish({ user_id: AMY.id, view: home('Kept') })).view;
    });
    await withSimulator(options, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        await openHome(simulator, AMY.id);
        const { id, hash } = published ?? {};
        expect(await lastPayload(simulator)).toMatchObject({
          event: { view: { id, hash, private_metadata: 'Kept' } },
        });
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

// https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
test('a tap there has the view and its state, and no channel to answer in', () =>
  withSimulator({}, (simulator) =>
    withPlainApp(simulator, {}, async () => {
      const { view } = await clientOf(simulator).views.publish({ user_id: AMY.id, view: home('Hello') });
      const chosen = (value: string) => ({
        values: { settings: { language: { type: 'static_select', selected_option: option(value) } } },
      });
      await tap(simulator, { user: AMY.id, view: 'home', action_id: 'start' });
      const payload = await lastPayload(simulator);
      expect(payload).toMatchObject({
        type: 'block_actions',
        user: { id: AMY.id },
        container: { type: 'view', view_id: view?.id },
        view: { id: view?.id, state: chosen('zh') },
        trigger_id: expect.any(String),
        actions: [{ type: 'button', block_id: 'settings', action_id: 'start', value: 'now' }],
      });
      for (const field of ['channel', 'message', 'response_url', 'state'])
        expect(payload).not.toHaveProperty(field);

      await tap(simulator, { user: AMY.id, view: 'home', action_id: 'language', value: 'en' });
      expect(await lastPayload(simulator)).toMatchObject({
        view: { state: chosen('en') },
        actions: [
          {
            type: 'static_select',
            block_id: 'settings',
            action_id: 'language',
            selected_option: option('en'),
            initial_option: option('zh'),
          },
        ],
      });
      expect((await viewsOf(simulator, AMY.id)).home?.state).toEqual(chosen('en'));
      expect((await recordOf(simulator)).map(({ kind }) => kind)).toEqual([
        'home-published',
        'tapped',
        'tapped',
      ]);
    }),
  ));

test('a tap where nothing was published, or on a view that there is not, is 404', () =>
  withSimulator({}, async (simulator) => {
    for (const view of ['home', 'modal', 'V0']) {
      expect((await tap(simulator, { user: AMY.id, view, action_id: 'start' })).status).toBe(404);
    }
  }));

test('wakes a page that waits', () =>
  withSimulator({}, async (simulator) => {
    const version = await nextChange(simulator, -1);
    const woken = nextChange(simulator, version);
    await clientOf(simulator).views.publish({ user_id: AMY.id, view: home('Hello') });
    expect(await woken).toBeGreaterThan(version);
  }));
