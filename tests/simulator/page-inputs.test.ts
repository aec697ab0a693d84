import { describe, expect } from '@jest/globals';
import { about, inBrowser } from './support/browser.ts';
import { input, modal, option, plain, radios, textInput } from './support/forms.ts';
import { block, isClosed, withModal } from './support/page-modal.ts';

describe('a form on the page', () => {
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
          expect(await about(page, '#modal', `node.contains(document.activeElement)`)).toBe(true);
        }
        for (let count = 0; count < 20; count += 1) {
          await press('Shift+Tab');
          expect(await about(page, '#modal', `node.contains(document.activeElement)`)).toBe(true);
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
        await field('link').fill('https://a b.c/x');
        await page.click('#modal-submit');
        expect(await block(page, 'link').locator('.field-error').textContent()).toBe(
          'This link is not complete, or has a space in its address.',
        );
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
});
