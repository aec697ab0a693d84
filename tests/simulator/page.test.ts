import { describe, expect } from '@jest/globals';
import { json, type Simulator } from '../../src/simulator/simulator.ts';
import { actions, button, section, table } from '../../src/slack/blocks/build.ts';
import { about, inBrowser, tooWide, withPage } from './support/browser.ts';
import { lastPayload } from './support/control.ts';
import { withPlainApp } from './support/plain-app.ts';
import { AMY, BEN, clientOf, standingClock, withSimulator } from './support/simulated-company.ts';

const DEMO_CLOCK = { method: 'POST', path: '/_demo/clock', handle: () => json({}) } as const;

// What is asked in the browser, where these tests have no types.
const IN_WINDOW =
  'node.getBoundingClientRect().top >= 0 && node.getBoundingClientRect().bottom <= innerHeight';
const STARTS_IN_VIEW = `[node, document.getElementById('messages-scroll')]
  .map((one) => one.getBoundingClientRect())
  .reduce((inner, outer) => inner.top >= outer.top - 1 && inner.top < outer.bottom)`;
const PLACEHOLDER_FITS = `((pen, style) => {
  pen.font = style.font;
  const room = node.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  return pen.measureText(node.placeholder).width <= room;
})(document.createElement('canvas').getContext('2d'), getComputedStyle(node))`;
const NEWEST = '#messages .message:last-child';
const SCROLLED_TO_ITS_END = 'node.scrollLeft = node.scrollWidth';

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
        expect(await tooWide(page)).toEqual([]);
      });
    }),
  );

  /** A conversation far longer than a phone is high, with a wide table last. */
  async function fillConversation(simulator: Simulator, user: string): Promise<void> {
    const { chat } = clientOf(simulator);
    for (let number = 1; number <= 12; number += 1) {
      await chat.postMessage({ channel: user, text: `Message ${number}\n\n\nof ${user}` });
    }
    const row = (text: string) => Array.from({ length: 3 }, () => text);
    const wide = table([row('A column with a long name'), row('1')], ['left', 'left', 'left']);
    await chat.postMessage({ channel: user, text: 'Newest', blocks: [section('Newest'), wide] });
  }

  inBrowser('opens at the newest message on a phone, at first and for another person, below what stays', () =>
    withSimulator({ extraRoutes: [DEMO_CLOCK] }, async (simulator) => {
      await fillConversation(simulator, AMY.id);
      await fillConversation(simulator, BEN.id);
      await withPage(`${simulator.url}/#${BEN.id}`, 375, async (page) => {
        expect(await about(page, NEWEST, STARTS_IN_VIEW)).toBe(true);
        expect(await about(page, '#messages .message', STARTS_IN_VIEW)).toBe(false);
        await page.selectOption('#people-select', AMY.id);
        await page.waitForSelector(`#messages:has-text("of ${AMY.id}")`);
        expect(await about(page, NEWEST, STARTS_IN_VIEW)).toBe(true);
        await page.mouse.move(180, 600);
        await page.mouse.wheel(0, -5_000);
        // The wheel is heard a moment later.
        while ((await about(page, '#messages-scroll', 'node.scrollTop')) !== 0);
        for (const selector of ['#people-select', '#clock-now', '#composer-text']) {
          expect(await about(page, selector, IN_WINDOW)).toBe(true);
        }
        expect(await about(page, '.conversation', 'node.offsetTop')).toBeLessThan(200);
      });
    }),
  );

  inBrowser('shows that a table goes on to the right, until it is scrolled there', () =>
    withSimulator({}, async (simulator) => {
      await fillConversation(simulator, BEN.id);
      await withPage(`${simulator.url}/#${BEN.id}`, 375, async (page) => {
        await page.waitForSelector('.table-frame.has-more');
        await about(page, '.table', SCROLLED_TO_ITS_END);
        await page.waitForSelector('.table-frame:not(.has-more)');
      });
      await withPage(`${simulator.url}/#${BEN.id}`, 1280, async (page) => {
        await page.waitForSelector('.table-frame:not(.has-more)');
      });
    }),
  );

  inBrowser('has the numbers of a table in sight on a phone, beside a first column that gives way', () =>
    withSimulator({}, async (simulator) => {
      const rows = [
        ['Task', 'Median', 'Gap', 'n', 'Covered'],
        ['零售電子商務營運人員 T1.2 規劃商品及購物車系統', '4.0', '−1.0', '24', '27/28'],
      ];
      const digest = table(rows, ['left', 'right', 'right', 'right', 'right']);
      await clientOf(simulator).chat.postMessage({
        channel: BEN.id,
        text: 'Digest',
        blocks: [section('Digest'), digest],
      });
      await withPage(`${simulator.url}/#${BEN.id}`, 375, async (page) => {
        expect(await about(page, '.table', 'node.scrollWidth - node.clientWidth')).toBe(0);
        expect(await about(page, '.table tbody td', 'getComputedStyle(node).whiteSpace')).toBe('normal');
        expect(await about(page, '.table tbody td:last-child', 'getComputedStyle(node).textAlign')).toBe(
          'end',
        );
        expect(await tooWide(page)).toEqual([]);
      });
    }),
  );

  inBrowser.each([
    [AMY, '2026/11/16（一）', '', '18:05'],
    [BEN, 'Mon 16 Nov 2026', ', ', '10:05'],
  ])('has one way to write days and times: %#', (person, day, between, time) =>
    withSimulator(
      { now: standingClock('2026-11-16T10:05:00Z').now, extraRoutes: [DEMO_CLOCK] },
      async (simulator) => {
        await clientOf(simulator).chat.postMessage({ channel: person.id, text: 'Hello' });
        await withPage(`${simulator.url}/#${person.id}`, 375, async (page) => {
          expect(await page.locator('.message time').textContent()).toBe(time);
          expect(await page.locator('.day').textContent()).toBe(day);
          expect(await page.locator('#clock-now').textContent()).toBe(`${day}${between}${time}`);
          expect(await about(page, '#composer-text', PLACEHOLDER_FITS)).toBe(true);
        });
      },
    ),
  );

  inBrowser('says that the company is being prepared, and shows it by itself once it is', () =>
    withSimulator({ preparing: true, extraRoutes: [DEMO_CLOCK] }, async (simulator) => {
      await clientOf(simulator).chat.postMessage({ channel: BEN.id, text: 'Hello' });
      await withPage(`${simulator.url}/#${BEN.id}`, 1280, async (page) => {
        expect(await page.locator('#messages').textContent()).toContain('being prepared: eight weeks');
        expect(await page.locator('#clock button:enabled').count()).toBe(0);
        simulator.ready();
        await page.waitForSelector('#messages .message:has-text("Hello")');
        expect(await page.locator('#messages').textContent()).not.toContain('being prepared');
        expect(await page.locator('#clock button:enabled').count()).toBe(3);
      });
    }),
  );

  inBrowser('takes no room from the conversation for the tour on a phone, and puts it away', () => {
    const guide = {
      title: 'Tour',
      steps: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((text) => ({
        text: `${text} step\n`.repeat(4),
        user: AMY.id,
      })),
    };
    const tour = { method: 'GET', path: '/_demo/guide', handle: () => json(guide) } as const;
    const where = '[node.offsetTop, node.offsetHeight].join()';
    return withSimulator({ extraRoutes: [DEMO_CLOCK, tour] }, (simulator) =>
      withPage(`${simulator.url}/#${BEN.id}`, 375, async (page) => {
        await page.waitForSelector('#guide-title:has-text("Tour")');
        const before = await about(page, '.conversation', where);
        await page.click('#guide-title');
        await page.waitForSelector('#guide[open] button');
        expect(await about(page, '.conversation', where)).toBe(before);
        await page.locator('#guide-steps').getByText('Do it').last().click();
        await page.waitForSelector(`#guide:not([open])`, { state: 'attached' });
        expect(await page.evaluate('location.hash')).toBe(`#${AMY.id}`);
        await page.click('#guide-title');
        await page.keyboard.press('Escape');
        await page.waitForSelector(`#guide:not([open])`, { state: 'attached' });
        await page.click('#guide-title');
        await page.click('#composer-text');
        await page.waitForSelector(`#guide:not([open])`, { state: 'attached' });
      }),
    );
  });

  inBrowser.each([320, 375])('keeps the words of the clock whole: at %i pixels', (width) =>
    withSimulator({ extraRoutes: [DEMO_CLOCK] }, (simulator) =>
      withPage(`${simulator.url}/#${BEN.id}`, width, async (page) => {
        const heights = `[...document.querySelectorAll('#clock button')].map((node) => node.offsetHeight)`;
        for (const height of (await page.evaluate(heights)) as number[]) expect(height).toBeLessThan(40);
        expect(await tooWide(page)).toEqual([]);
      }),
    ),
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
        expect(await page.locator('#clock-now').textContent()).toContain('Tue 17 Nov 2026');
        expect(await page.locator('#guide').isHidden()).toBe(true);
      });
      expect(moves).toEqual([JSON.stringify({ advance: 'P1D', user: BEN.id })]);
    });
  });
});
