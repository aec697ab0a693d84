import { beforeEach, describe, expect, test } from '@jest/globals';
import { sendTurn } from '../../src/delivery/sender.ts';
import type { RenderedMessage } from '../../src/delivery/sender-parts.ts';
import { announceNewcomer } from '../../src/usecases/announce-newcomer.ts';
import { senderPartsOf } from '../support/sender-parts-of.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { openShop, type Person, type Shop } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';

describe.each(STORES)('somebody joins the workspace, on $name', (store) => {
  const counting = sharedDatabase(store);
  let shop: Shop;
  let shops = 0;

  beforeEach(async () => {
    shops += 1;
    shop = await openShop(counting.database, `T0JOIN${shops}`);
  });

  const announce = (standing: Parameters<typeof announceNewcomer>[2]['standing'] = 'person') =>
    announceNewcomer(shop.context, shop.workspaceId, { slackUserId: 'U0NEW', standing });
  const posts = async () => {
    const posted: { recipient: string; message: RenderedMessage }[] = [];
    const parts = senderPartsOf(shop.context, async ({ recipient }, message) => {
      posted.push({ recipient, message });
      return { channel: `D${recipient}`, ts: `1795000000.${String(posted.length).padStart(6, '0')}` };
    });
    await sendTurn(parts, shop.workspaceId, new AbortController().signal);
    return posted.toSorted((one, other) => (one.recipient < other.recipient ? -1 : 1));
  };
  const told = async (...people: readonly Person[]) => {
    await shop.hire(people);
    await announce();
    return (await posts()).map(({ recipient }) => recipient);
  };

  test('administrators are told who, and how to add them', async () => {
    expect(
      await told({ id: 'UADMIN', role: 'administrator' }, { id: 'UHR', role: 'hr' }, { id: 'USTAFF' }),
    ).toEqual(['UADMIN']);
    expect(shop.woken).toContain(shop.workspaceId);
  });

  test('the line names the person as Slack shows them, and the id for the roster', async () => {
    await shop.hire([{ id: 'UADMIN', role: 'administrator' }]);
    await announce();
    const [{ message } = { message: undefined }] = await posts();
    expect(message?.text).toContain('<@U0NEW>');
    expect(JSON.stringify(message?.blocks)).toContain('slack_id 是 `U0NEW`');
  });

  test('HR is told where there is no administrator, and nobody where there is neither', async () => {
    expect(await told({ id: 'UHR', role: 'hr' }, { id: 'USTAFF' })).toEqual(['UHR']);
    shop = await openShop(counting.database, `T0NOBODY${shops}`);
    expect(await told({ id: 'USTAFF' })).toEqual([]);
  });

  test.each(['bot', 'guest', 'other-organisation', 'deactivated'] as const)(
    'nobody is told of a %s',
    async (standing) => {
      await shop.hire([{ id: 'UADMIN', role: 'administrator' }]);
      expect(await announce(standing)).toBe(0);
    },
  );

  test('each is told once, however often it is heard of', async () => {
    await shop.hire([
      { id: 'UADMIN', role: 'administrator' },
      { id: 'UOTHER', role: 'administrator' },
    ]);
    expect(await announce()).toBe(2);
    expect(await announce()).toBe(0);
  });

  test('nobody is told of somebody who was added before the line went out', async () => {
    await shop.hire([{ id: 'UADMIN', role: 'administrator' }]);
    await announce();
    await shop.hire([{ id: 'U0NEW' }]);
    expect(await posts()).toEqual([]);
  });

  test('nothing is kept of the newcomer but their Slack id', async () => {
    await shop.hire([{ id: 'UADMIN', role: 'administrator' }]);
    await announce();
    const { prisma } = counting.database;
    expect(await prisma.member.count({ where: { workspaceId: shop.workspaceId } })).toBe(1);
    const [row] = await prisma.delivery.findMany({ where: { workspaceId: shop.workspaceId } });
    expect(row?.key).toMatch(/^newcomer:U0NEW:/);
    expect(row?.subjectId).toBe(row?.deliveryId);
  });
});
