import { describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { withBoltApp } from './support/bolt-app.ts';
import { about, inBrowser, tooWide, withPage } from './support/browser.ts';
import { ephemeralsOf, lastPayload } from './support/control.ts';
import { modal, textInput } from './support/forms.ts';
import { AMY, BEN, clientOf, withSimulator } from './support/simulated-company.ts';

const SHORTCUTS = [
  { callback_id: 'start', name: 'Start check-in', type: 'global' },
  { callback_id: 'evidence', name: 'Use as evidence', type: 'message' },
] as const;

const CHANNELS = [
  { id: 'C0SHOP', name: 'shop-floor', bot_is_member: true },
  { id: 'C0LEADS', name: 'leads', is_private: true, bot_is_member: false },
] as const;

/** Every shortcut opens a modal that is called as it is. */
async function withShortcuts(
  width: number,
  look: (page: Page, simulator: Simulator) => Promise<void>,
): Promise<void> {
  await withSimulator({ shortcuts: SHORTCUTS, channels: CHANNELS }, (simulator) =>
    withBoltApp(
      simulator,
      (app) => {
        app.shortcut(/./, async ({ ack, client, shortcut }) => {
          await ack();
          await client.views.open({
            trigger_id: shortcut.trigger_id,
            view: modal(shortcut.callback_id, [textInput('note')]),
          });
        });
        app.message(/./, async () => {});
      },
      async () => {
        const { chat } = clientOf(simulator);
        await chat.postMessage({ channel: BEN.id, text: 'Hello' });
        await chat.postEphemeral({ channel: BEN.id, user: BEN.id, text: 'Only you' });
        await withPage(`${simulator.url}/#${BEN.id}`, width, (page) => look(page, simulator));
      },
    ),
  );
}

describe('shortcuts on the page', () => {
  inBrowser('global ones are beside the composer, for the keyboard too', () =>
    withShortcuts(375, async (page, simulator) => {
      await page.locator('#shortcuts').focus();
      await page.keyboard.press('Enter');
      expect(await page.locator('[role="menu"]').textContent()).toBe('Start check-in');
      await page.keyboard.press('Escape');
      await page.locator('[role="menu"]').waitFor({ state: 'detached' });
      expect(await about(page, '#shortcuts', 'node === document.activeElement')).toBe(true);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await page.waitForSelector('#modal[open] #modal-title:has-text("start")');
      expect(await lastPayload(simulator)).toMatchObject({ type: 'shortcut', callback_id: 'start' });
      expect(await tooWide(page)).toEqual([]);
    }),
  );

  inBrowser('message ones are on each message that Slack keeps, in a channel too', () =>
    withShortcuts(375, async (page, simulator) => {
      expect(await page.locator('.message').count()).toBe(2);
      expect(await page.locator('.message-menu').count()).toBe(1);
      await page.selectOption('#place-select', { label: '# shop-floor' });
      await page.waitForSelector('#messages:has-text("No messages here yet.")');
      expect(await page.locator('#tabs').isHidden()).toBe(true);
      await page.fill('#composer-text', 'Agreed with the supplier');
      await page.keyboard.press('Enter');
      const said = page.locator('.message', { hasText: 'Agreed with the supplier' });
      await said.locator('.message-menu').click();
      expect(await tooWide(page)).toEqual([]);
      await page.getByRole('menuitem', { name: 'Use as evidence' }).click();
      await page.waitForSelector('#modal[open] #modal-title:has-text("evidence")');
      expect(await lastPayload(simulator)).toMatchObject({
        type: 'message_action',
        callback_id: 'evidence',
        channel: { id: 'C0SHOP' },
        message: { text: 'Agreed with the supplier', user: BEN.id },
      });
    }),
  );

  inBrowser('what is written in a channel is seen by everybody, under the name of who wrote it', () =>
    withShortcuts(1280, async (page, simulator) => {
      await page.selectOption('#place-select', { label: 'leads (private)' });
      await page.fill('#composer-text', 'Hello all');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.message:has-text("Hello all")');
      await page.evaluate(`location.hash = '#${AMY.id}/C0LEADS'`);
      await page.waitForSelector('#person-name:has-text("林雅婷")');
      expect(await page.locator('.message strong').textContent()).toBe('Ben Carter');
      expect(await ephemeralsOf(simulator, AMY.id)).toEqual([]);
    }),
  );
});
