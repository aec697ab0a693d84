import { describe, expect } from '@jest/globals';
import type { App } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import type { Page } from 'playwright-core';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { withBoltApp } from './support/bolt-app.ts';
import { about, inBrowser, tooWide, withPage } from './support/browser.ts';
import { input, modal, option, plain, radios, textInput } from './support/forms.ts';
import { AMY, BEN, clientOf, withSimulator } from './support/simulated-company.ts';

const TITLE = '#modal-title';
const ALERT = '#modal-trouble';
const FOCUSED = 'document.activeElement';

/** Ben types a command to which the app opens this modal; `register` says what happens to it. */
async function withModal(
  view: ModalView,
  register: (app: App, simulator: Simulator) => void,
  look: (page: Page, simulator: Simulator) => Promise<void>,
  width = 1280,
): Promise<void> {
  await withSimulator({ acknowledgeWithinMs: 1_000 }, (simulator) =>
    withBoltApp(
      simulator,
      (app) => {
        app.command('/form', async ({ ack, client, body }) => {
          await ack();
          await client.views.open({ trigger_id: body.trigger_id, view });
        });
        register(app, simulator);
      },
      () =>
        withPage(`${simulator.url}/#${BEN.id}`, width, async (page) => {
          await page.fill('#composer-text', '/form');
          await page.keyboard.press('Enter');
          await page.waitForSelector('#modal[open]');
          await look(page, simulator);
        }),
    ),
  );
}

function block(page: Page, blockId: string) {
  return page.locator(`#modal [data-block-id="${blockId}"].block`);
}

async function isClosed(page: Page): Promise<void> {
  await page.waitForSelector('#modal:not([open])', { state: 'attached' });
}

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
      async (page) => {
        const kept = block(page, 'kept').locator('textarea');
        await kept.fill('half a sentence');
        await block(page, 'new before').locator('textarea').fill('gone with its block');
        await kept.press('Home');
        await about(page, '[data-action-id="more"]', 'node.click()');
        await page.waitForSelector(`${TITLE}:has-text("After")`);
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
          app.view('form', async () => {
            await new Promise<void>((resolve) => {
              release = resolve;
            });
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

  inBrowser('is filled in and sent with the keyboard alone, and Tab stays in it', async () => {
    const sent: unknown[] = [];
    await withModal(
      modal('Form', [
        radios('rating', ['1', '2', '3']),
        input('people', { type: 'multi_static_select', options: ['amy', 'ben'].map((name) => option(name)) }),
        input('when', { type: 'datepicker' }),
        input('name', { type: 'plain_text_input' }),
      ]),
      (app) =>
        app.view('form', ({ ack, view }) => {
          sent.push(view.state.values);
          return ack();
        }),
      async (page) => {
        const press = async (...keys: string[]) => {
          for (const key of keys) await page.keyboard.press(key);
        };
        await press('Space', 'ArrowDown', 'Tab');
        await page.keyboard.type('be');
        await page.waitForSelector('[role="option"].pointed:has-text("ben")');
        await press('Enter', 'Tab');
        await page.keyboard.type('11192026');
        await page.locator('#modal [data-block-id="name"] input').focus();
        for (let count = 0; count < 20; count += 1) {
          await press('Tab');
          expect(await about(page, '#modal', `node.contains(${FOCUSED})`)).toBe(true);
        }
        for (let count = 0; count < 20; count += 1) {
          await press('Shift+Tab');
          expect(await about(page, '#modal', `node.contains(${FOCUSED})`)).toBe(true);
        }
        await page.locator('#modal [data-block-id="name"] input').focus();
        await page.keyboard.type('Ben');
        await press('Enter');
        await isClosed(page);
      },
    );
    expect(sent).toMatchObject([
      {
        rating: { rating: { selected_option: { value: '2' } } },
        people: { people: { selected_options: [{ value: 'ben' }] } },
        when: { when: { selected_date: '2026-11-19' } },
        name: { name: { value: 'Ben' } },
      },
    ]);
  });

  inBrowser('sends what every kind of input holds, as Slack writes it', async () => {
    const sent: unknown[] = [];
    const names = ['a', 'b', 'c'].map((name) => option(name));
    await withModal(
      modal('Form', [
        input('boxes', { type: 'checkboxes', options: names }),
        input('one', { type: 'static_select', options: names }),
        input('time', { type: 'timepicker' }),
        input('moment', { type: 'datetimepicker' }),
        input('number', { type: 'number_input', is_decimal_allowed: false, max_value: '9' }),
        input('link', { type: 'url_text_input' }),
        input('mail', { type: 'email_text_input' }),
        textInput('note', {}, 5),
      ]),
      (app) =>
        app.view('form', ({ ack, view }) => {
          sent.push(view.state.values);
          return ack();
        }),
      async (page) => {
        const field = (name: string) => block(page, name).locator('input, textarea, select');
        await block(page, 'boxes').locator('label', { hasText: 'a' }).click();
        await block(page, 'boxes').locator('label', { hasText: 'c' }).click();
        await field('one').selectOption('b');
        await field('time').fill('17:30');
        await field('moment').fill('2026-11-19T09:00');
        await field('number').fill('12');
        await field('link').fill('javascript:alert(1)');
        await field('mail').fill('ben@');
        await field('note').fill('longer');
        expect(await block(page, 'note').locator('.counter').textContent()).toBe('6/5');
        await page.click('#modal-submit');
        const errors = await page.locator('#modal .field-error:not(:empty)').allTextContents();
        expect(errors).toEqual([
          'It cannot be more than 9.',
          'Enter a link that begins with https:// or http://.',
          'Enter an e-mail address.',
          'At most 5 characters fit here.',
        ]);
        await field('number').fill('7');
        await field('link').fill('https://example.com/x');
        await field('mail').fill('ben@example.com');
        await field('note').fill('short');
        await page.click('#modal-submit');
        await isClosed(page);
      },
    );
    expect(sent).toMatchObject([
      {
        boxes: { boxes: { selected_options: [{ value: 'a' }, { value: 'c' }] } },
        one: { one: { selected_option: { value: 'b' } } },
        time: { time: { selected_time: '17:30' } },
        // Nine in the morning in London.
        moment: { moment: { selected_date_time: 1_795_078_800 } },
        number: { number: { value: '7' } },
        link: { link: { value: 'https://example.com/x' } },
        mail: { mail: { value: 'ben@example.com' } },
        note: { note: { value: 'short' } },
      },
    ]);
  });

  inBrowser('loads options for what is typed, from three characters on', async () => {
    const asked: string[] = [];
    const sent: unknown[] = [];
    await withModal(
      modal('Form', [input('code', { type: 'external_select', placeholder: plain('Which one?') })]),
      (app) => {
        app.options('code', ({ ack, payload }) => {
          asked.push(payload.value);
          return ack({
            options: payload.value === 'xyz' ? [] : [option('p11', 'P1.1.1'), option('p12', 'P1.1.2')],
          });
        });
        app.view('form', ({ ack, view }) => {
          sent.push(view.state.values);
          return ack();
        });
      },
      async (page) => {
        const field = block(page, 'code').locator('input');
        await field.pressSequentially('P1');
        await block(page, 'code').locator('[role="status"]', { hasText: 'Type a little more' }).waitFor();
        await field.fill('xyz');
        await block(page, 'code').locator('[role="status"]', { hasText: 'Nothing found' }).waitFor();
        await field.fill('P1.');
        await page.waitForSelector('[role="option"]:has-text("P1.1.2")');
        await page.keyboard.press('Escape');
        expect(await page.locator('[role="listbox"]').isHidden()).toBe(true);
        expect(await page.locator('#modal[open]').count()).toBe(1);
        await field.press('End');
        await field.pressSequentially('1');
        await page.waitForSelector('[role="option"]:has-text("P1.1.2")');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        expect(await field.inputValue()).toBe('P1.1.2');
        await page.click('#modal-submit');
        await isClosed(page);
      },
    );
    expect(asked).toEqual(['xyz', 'P1.', 'P1.1']);
    expect(sent).toMatchObject([{ code: { code: { selected_option: option('p12', 'P1.1.2') } } }]);
  });

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

describe('a button that asks first', () => {
  const buttons = (): KnownBlock[] => [
    {
      type: 'actions',
      block_id: 'buttons',
      elements: [
        {
          type: 'button',
          action_id: 'delete',
          text: plain('Delete'),
          confirm: {
            title: plain('Delete it?'),
            text: plain('For good.'),
            confirm: plain('Delete'),
            deny: plain('Keep'),
          },
        },
      ],
    },
  ];

  inBrowser('sends only what was confirmed, and leaves the focus where it was', () =>
    withSimulator({}, async (simulator) => {
      let deleted = 0;
      await clientOf(simulator).chat.postMessage({ channel: AMY.id, text: 'Question', blocks: buttons() });
      await withBoltApp(
        simulator,
        (app) =>
          app.action('delete', ({ ack }) => {
            deleted += 1;
            return ack();
          }),
        () =>
          withPage(`${simulator.url}/#${AMY.id}`, 375, async (page) => {
            const button = '[data-action-id="delete"]';
            for (const leave of ['Escape', 'no'] as const) {
              await page.click(button);
              const dialog = page.locator('[role="alertdialog"]');
              expect(await dialog.textContent()).toBe('Delete it?For good.KeepDelete');
              expect(await tooWide(page)).toEqual([]);
              if (leave === 'Escape') await page.keyboard.press('Escape');
              else await dialog.getByText('Keep').click();
              await dialog.waitFor({ state: 'detached' });
              expect(await about(page, button, `node === ${FOCUSED}`)).toBe(true);
            }
            expect(deleted).toBe(0);
            await page.click(button);
            const sent = page.waitForResponse('**/_control/action');
            await page.keyboard.press('Enter');
            await sent;
            expect(deleted).toBe(1);
          }),
      );
    }),
  );
});
