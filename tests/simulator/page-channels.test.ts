import { describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { inBrowser, withPage } from './support/browser.ts';
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
});
