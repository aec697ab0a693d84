import { describe, expect } from '@jest/globals';
import type { KnownBlock } from '@slack/types';
import type { Page } from 'playwright-core';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { actions, button, section } from '../../src/slack/blocks/build.ts';
import { withBoltApp } from './support/bolt-app.ts';
import { about, inBrowser, withPage } from './support/browser.ts';
import { BEN, clientOf, withSimulator } from './support/simulated-company.ts';

const SCROLL = '#messages-scroll';
const TOP = 'node.getBoundingClientRect().top';
const STARTS_IN_VIEW = `[node, document.getElementById('messages-scroll')]
  .map((one) => one.getBoundingClientRect())
  .reduce((inner, outer) => inner.top >= outer.top - 1 && inner.top < outer.bottom)`;

/** Questions that fill several screens; those that are answered take up more room, also above the others. */
function checkIn(answered: readonly string[]): KnownBlock[] {
  if (answered.includes('finish')) return [section(`Thank you\n${'A line of it\n'.repeat(40)}`)];
  return [
    section(`${answered.length} of 4\n`.repeat(answered.length + 1)),
    ...['q1', 'q2', 'q3', 'q4', 'finish'].flatMap((name) => [
      section(`Question ${name}\n${'A line of it\n'.repeat(answered.includes(name) ? 14 : 9)}`),
      actions(name, [
        button({ actionId: 'rate', text: answered.includes(name) ? 'Rated' : 'Rate', value: name }),
      ]),
    ]),
  ];
}

/** Ben's check-in is the last message; a tap redraws it in place. */
async function withCheckIn(
  width: number,
  look: (page: Page, simulator: Simulator) => Promise<void>,
): Promise<void> {
  const answered: string[] = [];
  await withSimulator({}, async (simulator) => {
    const { chat } = clientOf(simulator);
    for (let number = 1; number <= 5; number += 1) {
      await chat.postMessage({ channel: BEN.id, text: `Earlier ${number}\n\n` });
    }
    await chat.postMessage({ channel: BEN.id, text: 'Check-in', blocks: checkIn([]) });
    await withBoltApp(
      simulator,
      (app) =>
        app.action('rate', async ({ ack, body, payload, client }) => {
          await ack();
          if (body.type !== 'block_actions' || !('value' in payload)) return;
          answered.push(String(payload.value));
          const { channel_id: channel, message_ts: ts } = body.container;
          await client.chat.update({ channel, ts, text: 'Check-in', blocks: checkIn(answered) });
        }),
      () => withPage(`${simulator.url}/#${BEN.id}`, width, (page) => look(page, simulator)),
    );
  });
}

const rate = (name: string) => `[data-action-id="rate"][data-block-id="${name}"]`;

describe('a conversation that is drawn anew', () => {
  inBrowser.each([375, 1280])('stays where a tap was made: at %i pixels', (width) =>
    withCheckIn(width, async (page) => {
      expect(await about(page, '#messages .message:last-of-type', STARTS_IN_VIEW)).toBe(true);
      for (const name of ['q1', 'q2', 'q3', 'q4']) {
        await page.locator(rate(name)).scrollIntoViewIfNeeded();
        const before = await about(page, rate(name), TOP);
        await page.click(rate(name));
        await page.waitForSelector(`${rate(name)}:has-text("Rated")`);
        expect(Math.abs(Number(await about(page, rate(name), TOP)) - Number(before))).toBeLessThan(1.5);
      }
    }),
  );

  inBrowser('is read from its first line where the tap made something else of the message', () =>
    withCheckIn(375, async (page) => {
      await page.locator(rate('finish')).scrollIntoViewIfNeeded();
      await page.click(rate('finish'));
      await page.waitForSelector('.message:has-text("Thank you")');
      expect(await about(page, '#messages .message:last-of-type', STARTS_IN_VIEW)).toBe(true);
    }),
  );

  inBrowser('goes to what is new only for those at its end, and tells the others', () =>
    withCheckIn(375, async (page, simulator) => {
      const { chat } = clientOf(simulator);
      await page.locator(rate('q2')).scrollIntoViewIfNeeded();
      const before = await about(page, SCROLL, 'node.scrollTop');
      await chat.postMessage({ channel: BEN.id, text: 'Something new' });
      await page.waitForSelector('#newer:not([hidden])');
      expect(await about(page, SCROLL, 'node.scrollTop')).toBe(before);
      await page.click('#newer');
      expect(await about(page, '#messages .message:last-of-type', STARTS_IN_VIEW)).toBe(true);
      expect(await page.locator('#newer').isHidden()).toBe(true);
      await chat.postMessage({ channel: BEN.id, text: 'Newer still\n\n\n\n\n' });
      await page.waitForSelector('.message:has-text("Newer still")');
      expect(await about(page, '#messages .message:last-of-type', STARTS_IN_VIEW)).toBe(true);
    }),
  );

  inBrowser('is at what came meanwhile for whoever comes back from Home', () =>
    withCheckIn(375, async (page, simulator) => {
      await page.locator(rate('q2')).scrollIntoViewIfNeeded();
      await page.click('#tab-home');
      await page.waitForSelector('#home-scroll:not([hidden])');
      await clientOf(simulator).chat.postMessage({ channel: BEN.id, text: 'Meanwhile' });
      await page.click('#tab-messages');
      await page.waitForSelector('.message:has-text("Meanwhile")');
      expect(await about(page, '#messages .message:last-of-type', STARTS_IN_VIEW)).toBe(true);
    }),
  );
});
