import { describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { about, inBrowser, tooWide, withPage } from './support/browser.ts';
import { lastPayload } from './support/control.ts';
import { withPlainApp } from './support/plain-app.ts';
import { BEN, withSimulator } from './support/simulated-company.ts';

const OPTIONS = {
  commands: ['/competency', '/compare'],
  commandHints: [{ command: '/competency', usage_hint: 'T2.2, help', description: 'Look up a code' }],
  shortcuts: [
    { callback_id: 'start', name: 'Start check-in', type: 'global' },
    { callback_id: 'evidence', name: 'Use as evidence', type: 'message' },
  ],
} as const;

const INPUT = '#composer-text';
const shown = (page: Page) => page.locator('#commands [role="option"]:visible').allTextContents();

async function withCommands(
  width: number,
  look: (page: Page, simulator: Simulator) => Promise<void>,
): Promise<void> {
  await withSimulator(OPTIONS, (simulator) =>
    withPlainApp(simulator, { json: { text: 'Answered' } }, () =>
      withPage(`${simulator.url}/#${BEN.id}`, width, (page) => look(page, simulator)),
    ),
  );
}

describe('a / in the composer', () => {
  inBrowser('offers the commands and global shortcuts that fit, for the keyboard', () =>
    withCommands(375, async (page, simulator) => {
      await page.locator(INPUT).pressSequentially('/');
      expect(await shown(page)).toEqual([
        '/competency T2.2, helpLook up a code',
        '/compare',
        'Start check-inShortcut',
      ]);
      expect(await page.locator(INPUT).getAttribute('aria-expanded')).toBe('true');
      expect(await tooWide(page)).toEqual([]);
      await page.locator(INPUT).pressSequentially('COMP');
      expect(await shown(page)).toHaveLength(2);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      expect(await page.locator(INPUT).inputValue()).toBe('/compare ');
      expect(await shown(page)).toEqual([]);
      await page.keyboard.type('me');
      expect(await shown(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await page.waitForSelector('.message:has-text("Answered")');
      expect(await lastPayload(simulator)).toMatchObject({ command: '/compare', text: 'me' });
    }),
  );

  inBrowser('is sent as it is where the whole command stands there, or nothing fits', () =>
    withCommands(1280, async (page, simulator) => {
      await page.locator(INPUT).pressSequentially('/competency');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.message:has-text("Answered")');
      expect(await lastPayload(simulator)).toMatchObject({ command: '/competency', text: '' });
      await page.locator(INPUT).pressSequentially('/nothing');
      expect(await shown(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await page.waitForSelector('.message:has-text("/nothing is not a valid command")');
    }),
  );

  inBrowser('is closed with Escape, and the mouse runs a shortcut', () =>
    withCommands(1280, async (page, simulator) => {
      await page.locator(INPUT).pressSequentially('/');
      await page.keyboard.press('Escape');
      expect(await shown(page)).toEqual([]);
      expect(await page.locator(INPUT).inputValue()).toBe('/');
      await page.locator(INPUT).pressSequentially('start');
      const sent = page.waitForResponse('**/_control/shortcut');
      await page.locator('#commands').getByText('Start check-in').click();
      await sent;
      expect(await lastPayload(simulator)).toMatchObject({ type: 'shortcut', callback_id: 'start' });
      expect(await page.locator(INPUT).inputValue()).toBe('');
      expect(await about(page, INPUT, 'node === document.activeElement')).toBe(true);
    }),
  );

  inBrowser('has beside it the shortcuts, by name', () =>
    withCommands(1280, async (page) => {
      expect(await page.locator('#shortcuts').textContent()).toContain('Shortcuts');
      expect(await page.locator('#shortcuts').getAttribute('aria-label')).toBe('Shortcuts');
      expect(await page.locator('#shortcuts').getAttribute('title')).toBe('Shortcuts');
    }),
  );
});
