import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runCommand } from '../../src/cli/commands.ts';
import { suspendWorkspace } from '../../src/storage/people/suspensions.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { openShop, RETAIL, type Shop } from '../support/shop.ts';
import { type CountingDatabase, openCounting, STORES } from '../support/stores.ts';

describe.each(STORES)('delivery show on $name', (store) => {
  let counting: CountingDatabase;
  let shop: Shop;

  beforeAll(async () => {
    counting = await openCounting(store);
    shop = await openShop(counting.database);
    await shop.hire(['U1', 'U2', 'U3'].map((id) => ({ id, standard: RETAIL })));
    await shop.start();
  });
  afterAll(() => counting.remove());

  const show = async () => {
    const { context, workspaceId } = shop;
    const parts = {
      context,
      workspaceId,
      isDemo: false,
      listDirectory: async () => [],
      askRights: async () => ({ missingScopes: undefined }),
    };
    return (await runCommand(parts, 'delivery show', {})).output;
  };

  test('says so when there is nothing', async () => {
    expect(await show()).toBe('Messages of the last 14 days:\n  none\n');
  });

  test('counts what was sent, failed and waits, and says why and whom Slack refuses', async () => {
    const { prisma } = counting.database;
    const { workspaceId } = shop;
    shop.at('2026-11-18T05:00:00Z');
    await planCheckIns(shop.context);
    const of = (slackUserId: string) => ({ where: { workspaceId, member: { slackUserId } } });
    await prisma.delivery.updateMany({ ...of('U1'), data: { state: 'sent' } });
    await prisma.delivery.updateMany({ ...of('U2'), data: { state: 'failed', reason: 'user_not_found' } });
    await prisma.member.updateMany({
      where: { workspaceId, slackUserId: 'U2' },
      data: { unreachableReason: 'user_not_found', unreachableSince: new Date('2026-11-18T05:01:00Z') },
    });
    await suspendWorkspace(prisma, workspaceId, 'token_revoked', new Date('2026-11-18T05:02:00Z'));
    const said = await show();
    for (const line of [
      'Slack refuses the bot since 2026-11-18 05:02 UTC (token_revoked): nothing is sent.',
      '  1 sent',
      '  1 failed',
      '  1 queued',
      '  1 failed: user_not_found',
      '  Name of U2 since 2026-11-18 05:01 UTC: user_not_found',
    ]) {
      expect(said.split('\n')).toContain(line);
    }
  });

  test('looks two weeks back, not further', async () => {
    shop.at('2026-12-30T05:00:00Z');
    expect(await show()).toContain('days:\n  none\n');
  });
});
