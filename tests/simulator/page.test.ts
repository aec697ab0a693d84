import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { json, type Simulator } from '../../src/simulator/simulator.ts';
import { actions, button, section, table } from '../../src/slack/blocks/build.ts';
import { lastPayload } from './support/control.ts';
import { withPlainApp } from './support/plain-app.ts';
import { AMY, BEN, clientOf, standingClock, withSimulator } from './support/simulated-company.ts';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
];

/** These tests need a browser on the machine. */
const inBrowser = existsSync(CHROMIUM) ? test : test.skip;

let browser: Browser | undefined;

beforeAll(async () => {
  if (existsSync(CHROMIUM)) browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
});

afterAll(() => browser?.close());

async function withPage(url: string, width: number, look: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser?.newContext({ viewport: { width, height: 800 } });
  if (context === undefined) throw new Error('There is no browser');
  try {
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on('pageerror', (error) => troubles.push(error.message));
    await page.goto(url);
    await page.waitForSelector('#messages li');
    await look(page);
    expect(troubles).toEqual([]);
  } finally {
    await context.close();
  }
}

async function askAmy(simulator: Simulator): Promise<string> {
  const { ts } = await clientOf(simulator).chat.postMessage({
    channel: AMY.id,
    text: 'Question',
    blocks: [
      section('*P1.1.1* &lt;img src=x onerror=alert(1)&gt;'),
      actions('first', [button({ actionId: 'rate', text: '3 可以獨立', value: 'three' })]),
      table(
        [
          ['Indicator', 'Target'],
          ['P1.1.1', '4'],
        ],
        ['left', 'right'],
      ),
    ],
  });
  return String(ts);
}

describe('the page', () => {
  inBrowser('draws the message as text, in the language of the person, and sends a tap', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        const ts = await askAmy(simulator);
        await withPage(`${simulator.url}/#${AMY.id}`, 1280, async (page) => {
          const message = page.locator(`[data-ts="${ts}"]`);
          expect(await message.locator('.text').textContent()).toBe('P1.1.1 <img src=x onerror=alert(1)>');
          expect(await message.locator('strong', { hasText: 'P1.1.1' }).count()).toBe(1);
          expect(await message.locator('td').last().getAttribute('class')).toContain('align-right');
          expect(await page.locator('html').getAttribute('lang')).toBe('zh-TW');
          const sent = page.waitForResponse('**/_control/action');
          await message.locator('[data-action-id="rate"][data-block-id="first"][data-value="three"]').click();
          await sent;
          expect(await lastPayload(simulator)).toMatchObject({
            actions: [{ action_id: 'rate', value: 'three' }],
          });
        });
      }),
    ),
  );

  inBrowser('shows what arrives by itself, and a command to the one who typed it', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, { json: { text: 'Only for Ben' } }, () =>
        withPage(`${simulator.url}/#${BEN.id}`, 1280, async (page) => {
          await askAmy(simulator);
          await page.waitForSelector(`[data-person="${AMY.id}"] .unread`);
          await page.fill('#composer-text', '/competency T2.2');
          await page.keyboard.press('Enter');
          const seen = page.locator('.message.ephemeral');
          await seen.waitFor();
          expect(await seen.textContent()).toContain('Only visible to you');
          expect(await seen.textContent()).toContain('Only for Ben');
        }),
      ),
    ),
  );

  inBrowser('says when the app does not take a tap', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, { status: 500 }, async () => {
        await askAmy(simulator);
        await withPage(`${simulator.url}/#${AMY.id}`, 1280, async (page) => {
          await page.click('[data-action-id="rate"]');
          expect(await page.locator('.tap-trouble').textContent()).toContain('500');
        });
      }),
    ),
  );

  inBrowser('fits a phone, where people are chosen from a list', () =>
    withSimulator({}, async (simulator) => {
      await askAmy(simulator);
      await withPage(`${simulator.url}/#${BEN.id}`, 375, async (page) => {
        await page.selectOption('#people-select', AMY.id);
        await page.waitForSelector('[data-action-id="rate"]');
        const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
        expect(await page.evaluate(overflow)).toBe(0);
      });
    }),
  );

  inBrowser('moves the clock of the demo and says who got something', () => {
    const clock = standingClock();
    const moves: string[] = [];
    let simulated: Simulator | undefined;
    const extraRoutes = [
      {
        method: 'POST',
        path: '/_demo/clock',
        handle: async ({ body }: { body: string }) => {
          moves.push(body);
          clock.advance(86_400_000);
          if (simulated) await askAmy(simulated);
          return json({});
        },
      },
    ] as const;
    return withSimulator({ now: clock.now, extraRoutes }, async (simulator) => {
      simulated = simulator;
      await withPage(`${simulator.url}/#${BEN.id}`, 1280, async (page) => {
        await page.click('[data-advance="P1D"]');
        await page.waitForSelector(`#clock-news a[href="#${AMY.id}"]`);
        expect(await page.locator('#clock-now').textContent()).toContain('17 November 2026');
        expect(await page.locator('#guide').isHidden()).toBe(true);
      });
      expect(moves).toEqual([JSON.stringify({ advance: 'P1D', user: BEN.id })]);
    });
  });
});
