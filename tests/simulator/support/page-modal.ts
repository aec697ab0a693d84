import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Page } from 'playwright-core';
import type { Simulator } from '../../../src/simulator/simulator.ts';
import { withBoltApp } from './bolt-app.ts';
import { withPage } from './browser.ts';
import { BEN, withSimulator } from './simulated-company.ts';

/** Ben types a command to which the app opens this modal; `register` says what happens to it. */
export async function withModal(
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

/** A block of the modal that is seen. */
export function block(page: Page, blockId: string) {
  return page.locator(`#modal [data-block-id="${blockId}"].block`);
}

/** Resolves once no modal is seen. */
export async function isClosed(page: Page): Promise<void> {
  await page.waitForSelector('#modal:not([open])', { state: 'attached' });
}
