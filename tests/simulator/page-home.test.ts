import { describe, expect } from '@jest/globals';
import type { App } from '@slack/bolt';
import type { HomeView, KnownBlock } from '@slack/types';
import type { Page } from 'playwright-core';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { withBoltApp } from './support/bolt-app.ts';
import { about, inBrowser, tooWide, withPage } from './support/browser.ts';
import { lastPayload } from './support/control.ts';
import { home, option, plain, textInput } from './support/forms.ts';
import { AMY, BEN, clientOf, withSimulator } from './support/simulated-company.ts';

/** Amy looks at the bot; its Home tab is this as soon as she opens it. */
async function withHome(
  view: HomeView,
  register: (app: App) => void,
  look: (page: Page, simulator: Simulator) => Promise<void>,
  width = 1280,
): Promise<void> {
  await withSimulator({}, (simulator) =>
    withBoltApp(
      simulator,
      (app) => {
        app.event('app_home_opened', async ({ client, event }) => {
          await client.views.publish({ user_id: event.user, view });
        });
        register(app);
      },
      () => withPage(`${simulator.url}/#${AMY.id}`, width, (page) => look(page, simulator)),
    ),
  );
}

function tableOf(rows: number): KnownBlock {
  const cell = (text: string) => ({ type: 'raw_text' as const, text });
  return {
    type: 'data_table',
    caption: 'By duty',
    rows: [
      ['Duty', 'Newest', 'Target', 'Gap'].map(cell),
      ...Array.from({ length: rows }, (_none, index) => [
        cell(`T${index + 1} ${'商品上架'.repeat(4)}`),
        ...[3, 4, 1].map((value) => ({ type: 'raw_number' as const, value, text: String(value) })),
      ]),
    ],
  };
}

const settings: KnownBlock = {
  type: 'actions',
  block_id: 'settings',
  elements: [
    { type: 'button', action_id: 'start', text: plain('Start now') },
    {
      type: 'static_select',
      action_id: 'hour',
      placeholder: plain('Hour'),
      options: ['09:30', '17:30'].map((hour) => option(hour)),
    },
    {
      type: 'overflow',
      action_id: 'download',
      options: [option('json', 'Download JSON'), option('csv', 'Download CSV')],
    },
  ],
};

describe('the Home tab', () => {
  inBrowser('is opened by going there, told to the app once, and redrawn when it is published', () => {
    let opened = 0;
    return withHome(
      home({ type: 'header', text: plain('My standard') }, textInput('note')),
      (app) =>
        app.event('app_home_opened', async () => {
          opened += 1;
        }),
      async (page, simulator) => {
        await page.click('#tab-home');
        await page.waitForSelector('#home h3:has-text("My standard")');
        expect(await page.locator('#composer').isHidden()).toBe(true);
        await page.fill('#home textarea', 'half a sentence');
        await clientOf(simulator).views.publish({
          user_id: AMY.id,
          view: home({ type: 'header', text: plain('Published anew') }, textInput('note')),
        });
        await page.waitForSelector('#home h3:has-text("Published anew")');
        expect(await page.inputValue('#home textarea')).toBe('half a sentence');
        expect(await about(page, '#home textarea', 'node === document.activeElement')).toBe(true);
        expect(opened).toBe(1);
        await page.click('#tab-messages');
        await page.waitForSelector('#home-scroll', { state: 'hidden' });
        await page.keyboard.press('ArrowLeft');
        await page.waitForSelector('#home-scroll:not([hidden])');
        expect(await page.locator('#tab-home').getAttribute('aria-selected')).toBe('true');
        await page.waitForSelector('#home h3:has-text("My standard")');
        expect(opened).toBe(2);
      },
    );
  });

  inBrowser('shows and says that something new is in Messages, until it is looked at', () =>
    withHome(
      home({ type: 'header', text: plain('My standard') }),
      () => {},
      async (page, simulator) => {
        const { chat } = clientOf(simulator);
        await chat.postMessage({ channel: AMY.id, text: 'Seen' });
        await page.waitForSelector('.message:has-text("Seen")');
        await page.click('#tab-home');
        await page.waitForSelector('#home h3');
        expect(await page.getByRole('tab', { selected: false }).textContent()).toBe('訊息');
        await chat.postMessage({ channel: AMY.id, text: 'New' });
        await page.waitForSelector('#tab-messages .unread:has-text("1")');
        expect(await page.getByRole('tab', { name: '訊息 1 則未讀' }).count()).toBe(1);
        expect(await page.locator('#unread-said').textContent()).toBe('1 則未讀訊息');
        await page.click('#tab-messages');
        await page.waitForSelector('.message:has-text("New")');
        expect(await page.locator('#tab-messages').textContent()).toBe('訊息');
        expect(await page.locator('#unread-said').textContent()).toBe('');
      },
      375,
    ),
  );

  inBrowser('says so where the app has published nothing', () =>
    withSimulator({}, (simulator) =>
      withBoltApp(
        simulator,
        () => {},
        () =>
          withPage(`${simulator.url}/#${BEN.id}`, 375, async (page) => {
            await page.click('#tab-home');
            await page.waitForSelector('#home:has-text("Competency has nothing to show here yet.")');
          }),
      ),
    ),
  );

  inBrowser('sends what is chosen there with the view, and opens modals', () =>
    withHome(
      home(settings),
      (app) => {
        app.action('hour', ({ ack }) => ack());
        app.action('download', ({ ack }) => ack());
        app.action('start', async ({ ack, body, client }) => {
          await ack();
          if (!('trigger_id' in body)) return;
          await client.views.open({
            trigger_id: body.trigger_id,
            view: { type: 'modal', title: plain('Check-in'), blocks: [settings] },
          });
        });
      },
      async (page, simulator) => {
        await page.click('#tab-home');
        const sent = () => page.waitForResponse('**/_control/action');
        await Promise.all([sent(), page.selectOption('#home select', '17:30')]);
        expect(await lastPayload(simulator)).toMatchObject({
          container: { type: 'view' },
          actions: [{ action_id: 'hour', selected_option: { value: '17:30' } }],
          view: {
            type: 'home',
            state: { values: { settings: { hour: { selected_option: { value: '17:30' } } } } },
          },
        });
        await page.click('[data-action-id="download"]');
        expect(await page.locator('[role="menuitem"]').allTextContents()).toEqual([
          'Download JSON',
          'Download CSV',
        ]);
        await page.keyboard.press('ArrowDown');
        await Promise.all([sent(), page.keyboard.press('Enter')]);
        expect(await lastPayload(simulator)).toMatchObject({
          actions: [{ action_id: 'download', selected_option: { value: 'csv' } }],
        });
        expect(await about(page, '[data-action-id="download"]', 'node === document.activeElement')).toBe(
          true,
        );
        await page.click('#home [data-action-id="start"]');
        await page.waitForSelector('#modal[open] #modal-title:has-text("Check-in")');
        await page.keyboard.press('Escape');
        await page.waitForSelector('#modal:not([open])', { state: 'attached' });
        expect(await about(page, '#home [data-action-id="start"]', 'node === document.activeElement')).toBe(
          true,
        );
      },
    ),
  );

  inBrowser(
    'has numbers at the right of their column, also those written as texts, all of them in sight',
    () =>
      withHome(
        home({
          type: 'data_table',
          caption: 'By month',
          rows: [
            ['Month', 'Scores', 'Median', 'No opportunity'],
            ['October 2026', '14', '−3.0', '2/3'],
            ['November 2026', '7', '–', '100%'],
          ].map((row) => row.map((text) => ({ type: 'raw_text' as const, text }))),
        }),
        () => {},
        async (page) => {
          await page.click('#tab-home');
          await page.waitForSelector('#home table');
          const aligned = (row: string) =>
            page.evaluate(
              `[...document.querySelectorAll('#home ${row} > *')].map((cell) => getComputedStyle(cell).textAlign)`,
            );
          const expected = ['start', 'end', 'end', 'end'];
          expect(await aligned('thead tr')).toEqual(expected);
          expect(await aligned('tbody tr:last-child')).toEqual(expected);
          expect(await about(page, '#home .table', 'node.scrollWidth - node.clientWidth')).toBe(0);
        },
        375,
      ),
  );

  inBrowser('has pages of a table, and is not wider than a phone', () =>
    withHome(
      home(settings, tableOf(7)),
      () => {},
      async (page) => {
        await page.click('#tab-home');
        await page.waitForSelector('#home table');
        const shown = () => page.locator('#home tbody tr:visible th').allTextContents();
        expect((await shown()).map((name) => name.slice(0, 2))).toEqual(['T1', 'T2', 'T3', 'T4', 'T5']);
        expect(await page.locator('.pager').textContent()).toContain('第 1–5 列，共 7 列');
        await page.getByLabel('下一頁').click();
        expect((await shown()).map((name) => name.slice(0, 2))).toEqual(['T6', 'T7']);
        expect(await tooWide(page)).toEqual([]);
      },
      375,
    ),
  );
});
