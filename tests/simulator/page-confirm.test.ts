import { describe, expect } from '@jest/globals';
import type { KnownBlock } from '@slack/types';
import { withBoltApp } from './support/bolt-app.ts';
import { about, inBrowser, tooWide, withPage } from './support/browser.ts';
import { plain } from './support/forms.ts';
import { AMY, clientOf, withSimulator } from './support/simulated-company.ts';

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
              expect(await about(page, button, `node === document.activeElement`)).toBe(true);
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
