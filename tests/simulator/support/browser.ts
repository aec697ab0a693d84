import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
];

/** These tests need a browser on the machine. */
export const inBrowser = existsSync(CHROMIUM) ? test : test.skip;

let browser: Browser | undefined;

beforeAll(async () => {
  if (existsSync(CHROMIUM)) browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
});

afterAll(() => browser?.close());

/** Opens the page and looks at it; nothing may go wrong in it meanwhile. */
export async function withPage(
  url: string,
  width: number,
  look: (page: Page) => Promise<void>,
): Promise<void> {
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

/** Evaluates an expression about the `node` that is meant. It is a text, because these tests have no browser types. */
export function about(page: Page, selector: string, expression: string): Promise<unknown> {
  return page.evaluate(`((node) => ${expression})(document.querySelector(${JSON.stringify(selector)}))`);
}

const OVERFLOW = `[document.scrollingElement, ...document.querySelectorAll('.modal-body, .home-scroll')]
  .map((node) => node.scrollWidth - node.clientWidth)
  .filter((pixels) => pixels > 0)`;

/** By how many pixels the page, a modal or a Home tab is wider than the screen; nothing where all of it fits. */
export function tooWide(page: Page): Promise<unknown> {
  return page.evaluate(OVERFLOW);
}
