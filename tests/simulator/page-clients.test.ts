import { expect } from '@jest/globals';
import { about, inBrowser, withPage } from './support/browser.ts';
import { modal, textInput } from './support/forms.ts';
import { block, isClosed, withModal } from './support/page-modal.ts';
import { BEN } from './support/simulated-company.ts';
import { callbackIds } from './support/views.ts';

inBrowser('a modal is on the page that opened it, and no other page of the person closes it', () =>
  withModal(
    modal('Form', [textInput('note')]),
    () => {},
    async (desktop, simulator) => {
      await block(desktop, 'note').locator('textarea').fill('half a sentence');
      await withPage(`${simulator.url}/#${BEN.id}`, 375, async (phone) => {
        expect(await phone.locator('#modal[open]').count()).toBe(0);
        await phone.fill('#composer-text', '/form');
        await phone.keyboard.press('Enter');
        await phone.waitForSelector('#modal[open]');
        expect(await block(phone, 'note').locator('textarea').inputValue()).toBe('');
        expect(await callbackIds(simulator, BEN.id)).toEqual(['form', 'form']);
        await phone.keyboard.press('Escape');
        await isClosed(phone);
      });
      expect(await callbackIds(simulator, BEN.id)).toEqual(['form']);
      expect(await block(desktop, 'note').locator('textarea').inputValue()).toBe('half a sentence');
      await desktop.reload();
      await desktop.waitForSelector('#modal[open]');
      expect(await about(desktop, '#modal-title', 'node.textContent')).toBe('Form');
    },
  ),
);
