import { describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { about, inBrowser, tooWide, withPage } from './support/browser.ts';
import { withPlainApp } from './support/plain-app.ts';
import { BEN, withSimulator } from './support/simulated-company.ts';

const CHANNELS = [{ id: 'C0LEADS', name: 'leads', is_private: true, bot_is_member: false }] as const;

/** Ben is in a private channel that the bot is not in; the app answers every command. */
async function inChannel(look: (page: Page) => Promise<void>): Promise<void> {
  await withSimulator({ channels: CHANNELS }, (simulator) =>
    withPlainApp(simulator, { json: { text: 'Only for Ben' } }, () =>
      withPage(`${simulator.url}/#${BEN.id}/C0LEADS`, 375, look),
    ),
  );
}

describe('in a channel', () => {
  inBrowser('a command is answered where it was typed', () =>
    inChannel(async (page) => {
      await page.fill('#composer-text', '/competency T2.2');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.message.ephemeral:has-text("Only for Ben")');
      expect(await page.evaluate('location.hash')).toBe(`#${BEN.id}/C0LEADS`);
      expect(await page.locator('#place-select').inputValue()).toBe(`#${BEN.id}/C0LEADS`);
    }),
  );

  const NOTHING = `Object.defineProperty(navigator, 'clipboard', { value: undefined })`;
  const LINK = /^https:\/\/example\.slack\.com\/archives\/C0LEADS\/p\d{16}$/;

  async function copyLinkOf(page: Page, text: string): Promise<void> {
    await page.fill('#composer-text', text);
    await page.keyboard.press('Enter');
    await page.locator('.message', { hasText: text }).locator('.message-menu').click();
    await page.getByRole('menuitem', { name: 'Copy link' }).click();
  }

  inBrowser("a message's link can be copied", () =>
    inChannel(async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await copyLinkOf(page, 'Agreed');
      const room = await about(page, '#messages-scroll', 'node.offsetWidth');
      await page.waitForSelector('#said:has-text("The link is copied.")');
      expect(await about(page, '#messages-scroll', 'node.offsetWidth')).toBe(room);
      expect(room).toBe(375);
      expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(LINK);
    }),
  );

  inBrowser('it is shown to be copied by hand where there is no clipboard', () =>
    inChannel(async (page) => {
      await page.evaluate(NOTHING);
      await copyLinkOf(page, 'Agreed');
      const field = page.getByLabel('Copy this link').locator('input');
      expect(await field.inputValue()).toMatch(LINK);
      expect(await about(page, 'dialog input', 'node.selectionEnd === node.value.length')).toBe(true);
      expect(await tooWide(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await field.waitFor({ state: 'detached' });
    }),
  );
});
