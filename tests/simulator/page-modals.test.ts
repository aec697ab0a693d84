import { describe, expect } from '@jest/globals';
import type { KnownBlock } from '@slack/types';
import { about, inBrowser, tooWide } from './support/browser.ts';
import { lastPayload } from './support/control.ts';
import { modal, plain, radios, textInput } from './support/forms.ts';
import { block, isClosed, withModal } from './support/page-modal.ts';

const TITLE = '#modal-title';
const ALERT = '#modal-trouble';
const FOCUSED = 'document.activeElement';

const nothing = () => {};

describe('a modal on the page', () => {
  inBrowser(
    'shows each error under its input, says so, keeps what was typed, and is sent again',
    async () => {
      const sent: unknown[] = [];
      await withModal(
        modal('Answer', [
          radios('rating', ['1', '2', '3']),
          textInput('note'),
          textInput('link', { optional: true }),
        ]),
        (app) =>
          app.view('form', async ({ ack, view }) => {
            sent.push(view.state.values);
            if (sent.length > 1) return ack();
            return ack({ response_action: 'errors', errors: { link: 'No link', note: 'Too short' } });
          }),
        async (page) => {
          await page.click('#modal-submit');
          expect(await block(page, 'rating').locator('.field-error').textContent()).toContain(
            'complete this field',
          );
          expect(await page.locator(ALERT).textContent()).toContain('2 answers');
          expect(await about(page, '[data-block-id="rating"] input', `node === ${FOCUSED}`)).toBe(true);
          expect(sent).toEqual([]);

          await block(page, 'rating').locator('label', { hasText: '2' }).click();
          await block(page, 'note').locator('textarea').fill('今天談好了');
          await page.click('#modal-submit');
          await block(page, 'note').locator('.field-error', { hasText: 'Too short' }).waitFor();
          expect(await block(page, 'link').locator('.field-error').textContent()).toBe('No link');
          expect(await block(page, 'rating').locator('.field-error').textContent()).toBe('');
          const note = block(page, 'note').locator('textarea');
          expect(await note.getAttribute('aria-invalid')).toBe('true');
          expect(await note.inputValue()).toBe('今天談好了');
          expect(await about(page, '#modal textarea', `node === ${FOCUSED}`)).toBe(true);
          const describing = (await note.getAttribute('aria-describedby'))?.split(' ') ?? [];
          const described = await Promise.all(describing.map((id) => page.locator(`#${id}`).textContent()));
          expect(described.join(' ')).toContain('Too short');

          await page.click('#modal-submit');
          await isClosed(page);
        },
      );
      const answers = {
        rating: { rating: { type: 'radio_buttons', selected_option: { value: '2' } } },
        note: { note: { type: 'plain_text_input', value: '今天談好了' } },
      };
      expect(sent).toMatchObject([answers, answers]);
    },
  );

  inBrowser('keeps what was typed and the cursor while the app updates it, and draws the rest anew', () => {
    const blocks = (said: string): KnownBlock[] => [
      { type: 'section', text: plain(said) },
      textInput('kept'),
      textInput(`new ${said}`, { optional: true }),
    ];
    return withModal(
      modal('Before', [
        ...blocks('before'),
        {
          type: 'actions',
          block_id: 'buttons',
          elements: [{ type: 'button', action_id: 'more', text: plain('More') }],
        },
      ]),
      (app) =>
        app.action('more', async ({ ack, body, client }) => {
          await ack();
          if (body.type !== 'block_actions' || body.view === undefined) return;
          await client.views.update({ view_id: body.view.id, view: modal('After', blocks('after')) });
        }),
      async (page, simulator) => {
        const kept = block(page, 'kept').locator('textarea');
        await kept.fill('half a sentence');
        await block(page, 'new before').locator('textarea').fill('gone with its block');
        await kept.press('Home');
        await about(page, '[data-action-id="more"]', 'node.click()');
        await page.waitForSelector(`${TITLE}:has-text("After")`);
        expect(await lastPayload(simulator)).toMatchObject({
          view: { state: { values: { kept: { kept: { value: 'half a sentence' } } } } },
        });
        expect(await kept.inputValue()).toBe('half a sentence');
        expect(await about(page, '#modal textarea', `node === ${FOCUSED} && node.selectionStart`)).toBe(0);
        expect(await block(page, 'new after').locator('textarea').inputValue()).toBe('');
        await page.keyboard.type('Not ');
        expect(await kept.inputValue()).toBe('Not half a sentence');
      },
    );
  });

  inBrowser(
    'stacks: a pushed view has a way back to what was typed, and Escape goes one back at a time',
    () =>
      withModal(
        modal('First', [textInput('note')]),
        (app) =>
          app.view('form', ({ ack }) =>
            ack({ response_action: 'push', view: modal('Second', [textInput('other')]) }),
          ),
        async (page) => {
          expect(await page.locator('#modal-back').isHidden()).toBe(true);
          await block(page, 'note').locator('textarea').fill('kept');
          await page.click('#modal-submit');
          await page.waitForSelector(`${TITLE}:has-text("Second")`);
          expect(await page.locator('#modal-leave').getAttribute('aria-label')).toBe('Close all');
          await page.click('#modal-back');
          await page.waitForSelector(`${TITLE}:has-text("First")`);
          expect(await block(page, 'note').locator('textarea').inputValue()).toBe('kept');
          await page.click('#modal-submit');
          await page.waitForSelector(`${TITLE}:has-text("Second")`);
          await page.keyboard.press('Escape');
          await page.waitForSelector(`${TITLE}:has-text("First")`);
          await page.keyboard.press('Escape');
          await isClosed(page);
          expect(await about(page, '#composer-text', `node === ${FOCUSED}`)).toBe(true);
        },
      ),
  );

  inBrowser('shows what the app answers a submission with instead', () =>
    withModal(
      modal('Form', [textInput('note', { optional: true })]),
      (app) =>
        app.view('form', ({ ack }) =>
          ack({
            response_action: 'update',
            view: {
              type: 'modal',
              title: plain('Saved'),
              blocks: [{ type: 'section', text: plain('All of it') }],
            },
          }),
        ),
      async (page) => {
        await page.click('#modal-submit');
        await page.waitForSelector(`${TITLE}:has-text("Saved")`);
        expect(await page.locator('#modal-submit').isHidden()).toBe(true);
        expect(await page.locator('#modal-body').textContent()).toBe('All of it');
        expect(await about(page, '#modal', `node.contains(${FOCUSED})`)).toBe(true);
      },
    ),
  );

  inBrowser(
    'is busy while it is sent, and says when the app did not answer in time, with nothing lost',
    () => {
      let release = nothing;
      return withModal(
        modal('Form', [textInput('note')]),
        (app) =>
          app.view('form', async ({ ack }) => {
            await new Promise<void>((resolve) => {
              release = resolve;
            });
            await ack();
          }),
        async (page) => {
          await block(page, 'note').locator('textarea').fill('typed');
          await page.click('#modal-submit');
          await page.waitForSelector('#modal-submit[aria-busy="true"]');
          expect(await about(page, '#modal-body', 'node.inert')).toBe(true);
          await page.locator(ALERT, { hasText: 'We had some trouble connecting. Try again?' }).waitFor();
          expect(await about(page, '#modal-body', 'node.inert')).toBe(false);
          expect(await block(page, 'note').locator('textarea').inputValue()).toBe('typed');
          release();
        },
      );
    },
  );

  inBrowser.each([
    ['a phone', 375, 375],
    ['a desktop', 1280, 544],
  ])('fits %s, however long it is, with its buttons in view', (_what, width, wide) =>
    withModal(
      modal(
        'A title of 24 characters',
        Array.from({ length: 10 }, (_none, index) => [
          radios(`r${index}`, ['1 '.repeat(30), '職能'.repeat(30), 'x'.repeat(70)], {
            label: plain('很長的說明'.repeat(60)),
          }),
          textInput(`n${index}`, { optional: true, hint: plain('y'.repeat(200)) }, 300),
        ]).flat(),
      ),
      nothing,
      async (page) => {
        expect(await tooWide(page)).toEqual([]);
        expect(await about(page, '#modal', 'node.offsetWidth')).toBe(wide);
        const inView = 'node.getBoundingClientRect().bottom <= innerHeight';
        expect(await about(page, '#modal-submit', inView)).toBe(true);
      },
      width,
    ),
  );
});
