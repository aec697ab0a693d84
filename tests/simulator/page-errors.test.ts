import { describe, expect } from '@jest/globals';
import type { KnownBlock } from '@slack/types';
import type { Page } from 'playwright-core';
import { about, inBrowser } from './support/browser.ts';
import { modal, plain, radios, textInput } from './support/forms.ts';
import { block, withModal } from './support/page-modal.ts';

const ALERT = '#modal-trouble';
const SEEN = `[node, document.getElementById('modal-body')]
  .map((one) => one.getBoundingClientRect())
  .reduce((inner, outer) => inner.height > 0 && inner.top >= outer.top && inner.bottom <= outer.bottom + 1)`;

const errorsOn = (page: Page) => page.locator('#modal .field-error:not(:empty)').allTextContents();

describe('what is wrong in a form', () => {
  inBrowser('is not said any longer once that field is changed', () =>
    withModal(
      modal('Form', [textInput('note'), radios('rating', ['1', '2']), textInput('link', { optional: true })]),
      (app) => app.view('form', ({ ack }) => ack({ response_action: 'errors', errors: { link: 'No link' } })),
      async (page) => {
        await page.click('#modal-submit');
        expect(await errorsOn(page)).toHaveLength(2);
        await block(page, 'note').locator('textarea').pressSequentially('a');
        expect(await errorsOn(page)).toHaveLength(1);
        expect(await block(page, 'note').locator('textarea').getAttribute('aria-invalid')).toBe(null);
        expect(await page.locator(ALERT).textContent()).toBe('1 answer needs another look.');
        await block(page, 'rating').locator('label', { hasText: '2' }).click();
        expect(await errorsOn(page)).toEqual([]);
        expect(await page.locator(ALERT).textContent()).toBe('');
        await page.click('#modal-submit');
        await block(page, 'link').locator('.field-error', { hasText: 'No link' }).waitFor();
        await block(page, 'link').locator('textarea').fill('https://example.com');
        expect(await errorsOn(page)).toEqual([]);
      },
    ),
  );

  inBrowser('goes with the version of the view that it was said of', () => {
    const blocks: KnownBlock[] = [
      textInput('note'),
      {
        type: 'actions',
        block_id: 'buttons',
        elements: [{ type: 'button', action_id: 'more', text: plain('More') }],
      },
    ];
    return withModal(
      modal('Before', blocks),
      (app) =>
        app.action('more', async ({ ack, body, client }) => {
          await ack();
          if (body.type !== 'block_actions' || body.view === undefined) return;
          await client.views.update({ view_id: body.view.id, view: modal('After', blocks) });
        }),
      async (page) => {
        await page.click('#modal-submit');
        expect(await errorsOn(page)).toHaveLength(1);
        await page.click('[data-action-id="more"]');
        await page.waitForSelector('#modal-title:has-text("After")');
        expect(await errorsOn(page)).toEqual([]);
        expect(await page.locator(ALERT).textContent()).toBe('');
      },
    );
  });

  inBrowser('is not there for whoever comes back to a form that was taken', () => {
    let submitted = 0;
    return withModal(
      modal('First', [textInput('note')]),
      (app) =>
        app.view('form', ({ ack }) => {
          submitted += 1;
          return submitted === 1
            ? ack({ response_action: 'errors', errors: { note: 'Too short' } })
            : ack({ response_action: 'push', view: modal('Second', [textInput('other')]) });
        }),
      async (page) => {
        await block(page, 'note').locator('textarea').fill('typed');
        await page.click('#modal-submit');
        await block(page, 'note').locator('.field-error', { hasText: 'Too short' }).waitFor();
        await page.click('#modal-submit');
        await page.waitForSelector('#modal-title:has-text("Second")');
        await page.click('#modal-back');
        await page.waitForSelector('#modal-title:has-text("First")');
        expect(await errorsOn(page)).toEqual([]);
      },
    );
  });

  inBrowser.each([375, 1280])('is brought into sight, with the focus at its field: at %i pixels', (width) =>
    withModal(
      modal('Form', [
        ...['a', 'b', 'c'].map((name) => textInput(name, { optional: true })),
        radios('rating', ['1', '2', '3', '4', '5', '6', '7', '8']),
        ...['d', 'e', 'f', 'g'].map((name) => textInput(name, { optional: true })),
      ]),
      () => {},
      async (page) => {
        await page.click('#modal-submit');
        expect(await about(page, '#modal .field-error:not(:empty)', SEEN)).toBe(true);
        expect(await about(page, '[data-block-id="rating"] input', 'node === document.activeElement')).toBe(
          true,
        );
      },
      width,
    ),
  );
});
