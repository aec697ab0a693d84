import { v7 } from 'uuid';
import { Pace } from '../../../src/delivery/pace.ts';
import { reconcile } from '../../../src/delivery/reconcile.ts';
import { redrawOwed } from '../../../src/delivery/redraw-owed.ts';
import { sendTurn } from '../../../src/delivery/sender.ts';
import type { Post, RenderedMessage, SenderParts } from '../../../src/delivery/sender-parts.ts';
import { DELIVERY_TIMINGS, type DeliveryTimings } from '../../../src/delivery/timings.ts';
import { resumeIfTaken } from '../../../src/delivery/troubles.ts';
import { createLog } from '../../../src/log.ts';
import { listDirectory } from '../../../src/slack/client/list-directory.ts';
import {
  askStanding,
  findPosted,
  postDelivery,
  updateMessage,
} from '../../../src/slack/client/post-delivery.ts';
import { createRenderers } from '../../../src/slack/renderers.ts';
import { claimUndrawn } from '../../../src/storage/check-ins/drawing.ts';
import type { Database } from '../../../src/storage/database.ts';
import { drawCheckIn, drawingTimes } from '../../../src/usecases/draw-check-in.ts';
import { findBackAt } from '../../../src/usecases/find-back-at.ts';
import { importRoster } from '../../../src/usecases/import-roster.ts';
import { planCheckIns } from '../../../src/usecases/plan-check-ins.ts';
import { acknowledgeFor } from '../../support/acknowledge.ts';
import { openShop, RETAIL, type Shop } from '../../support/shop.ts';
import { AMY, BEN, type Contract, messagesIn, type Staff } from './open-contract.ts';

/** The hour of check-ins, in Taipei and in London. */
const WEDNESDAY = ['2026-11-18T05:00:00Z', '2026-11-18T13:00:00Z'] as const;
const going = new AbortController().signal;

/** What is in a DM, beside what was rendered for it and what the database says of it. */
export interface Arrived {
  readonly channel: string;
  readonly ts: string;
  readonly text: string;
  readonly blocks: readonly unknown[];
  readonly rendered: RenderedMessage | undefined;
  readonly row: { readonly state: string; readonly channel: string | null; readonly ts: string | null };
}

/** A workspace whose messages go through the whole outgoing side, wired as the program wires it. */
export interface Outbox {
  readonly shop: Shop;
  /** Sends what is queued, with another way to post or another token where given; answers how many were sent. */
  send(given?: { readonly post?: Post; readonly token?: string }): Promise<number>;
  /** Asks Slack whether it takes the bot again. */
  resume(token?: string): Promise<void>;
  /** Settles what is uncertain, after its time. */
  settle(): Promise<void>;
  /** Draws what is owed; answers how many. */
  redraw(): Promise<number>;
  passSeconds(seconds: number): void;
  states(): Promise<string[]>;
  /** The messages of this workspace in somebody's DM. */
  inboxOf(slackUserId: string): Promise<Arrived[]>;
}

/** Neither Slack's clock is that of the story. */
const TIMINGS: DeliveryTimings = { ...DELIVERY_TIMINGS, clockMarginMs: Number.POSITIVE_INFINITY };

/** Amy and Ben work to a standard, for a supervisor; their check-ins of the week are queued. */
export async function openOutbox(
  contract: Contract,
  database: Database,
  staff: Staff,
  workspaceId: string,
): Promise<Outbox> {
  const { client } = contract;
  const log = createLog('silent');
  const rendered = new Map<string, RenderedMessage>();
  const shop = await openShop(database, workspaceId);
  let machineNow = new Date('2026-11-18T13:00:10Z');
  const passSeconds = (seconds: number) => {
    machineNow = new Date(machineNow.getTime() + seconds * 1_000);
    shop.machineAt(machineNow.toISOString());
  };
  passSeconds(0);
  await hire(shop, contract, staff);
  await shop.start();
  for (const hour of WEDNESDAY) {
    shop.at(hour);
    await planCheckIns(shop.context);
  }
  // Both go out now: the one of Taipei, eight hours old, would wait for the morning there.
  await database.prisma.delivery.updateMany({
    where: { workspaceId },
    data: { createdAt: shop.context.now() },
  });

  const paceOf = (method: string) =>
    new Pace(database, { method, perMinute: 60_000, burst: 100, channelIntervalMs: 0, recoveryMs: 0 });

  const parts = (given: { post?: Post; token?: string } = {}): SenderParts => {
    const own = given.token === undefined ? client : contract.clientWith(given.token);
    const post = given.post ?? postDelivery(own);
    return {
      database,
      renderers: createRenderers(shop.context).deliveries,
      findBackAt: (...asked) => findBackAt(shop.context, ...asked),
      post: async (delivery, message) => {
        rendered.set(delivery.deliveryId, message);
        return await post(delivery, message);
      },
      askStanding: askStanding(own),
      pace: paceOf('chat.postMessage'),
      timings: TIMINGS,
      log,
      processId: '01a00000-0000-7000-8000-000000000000',
      machineNow: () => machineNow,
      now: shop.context.now,
      random: () => 0.5,
      newId: () => v7(),
    };
  };

  const rows = () =>
    database.prisma.delivery.findMany({ where: { workspaceId }, orderBy: { deliveryId: 'asc' } });

  return {
    shop,
    passSeconds,
    send: async (given) => (await sendTurn(parts(given), workspaceId, going)).sent,
    resume: (token) => resumeIfTaken(parts(token === undefined ? {} : { token }), workspaceId),
    settle: async () => {
      passSeconds((DELIVERY_TIMINGS.leaseMs + DELIVERY_TIMINGS.settlingMs) / 1_000 + 1);
      const historyPace = paceOf('conversations.history');
      await reconcile({ ...parts(), findPosted: findPosted(client), historyPace }, workspaceId, going);
    },
    redraw: () =>
      redrawOwed(
        {
          claim: async (workspace) =>
            (await claimUndrawn(database.prisma, workspace, 1, drawingTimes(shop.context)))[0],
          drawWith: (state, draw) => drawCheckIn(shop.context, state, draw),
          render: createRenderers(shop.context).checkIn,
          update: updateMessage(client),
          pace: paceOf('chat.update'),
          timings: TIMINGS,
          log,
          machineNow: () => machineNow,
        },
        workspaceId,
        going,
      ),
    states: async () => (await rows()).map(({ kind, state }) => `${kind} ${state}`).toSorted(),
    inboxOf: async (slackUserId) => {
      const opened = await client.conversations.open({ users: slackUserId });
      const channel = String(opened.channel?.id);
      const messages = await messagesIn(client, channel);
      const own = await rows();
      return messages.flatMap(({ ts, text, blocks, metadata }) => {
        const row = own.find(({ deliveryId }) => deliveryId === metadata?.event_payload.delivery_id);
        return row === undefined
          ? []
          : [{ channel, ts, text, blocks, rendered: rendered.get(row.deliveryId), row }];
      });
    },
  };
}

/** Out of Slack's own directory, with the locales that not every Slack knows. */
async function hire(shop: Shop, { client }: Contract, { amy, ben, boss, hr }: Staff): Promise<void> {
  const directory = (await listDirectory(client)).map((user) => ({
    ...user,
    timeZone: user.slackUserId === ben ? BEN.timeZone : AMY.timeZone,
    slackLocale: user.slackUserId === ben ? BEN.locale : AMY.locale,
  }));
  const csv = [
    'slack_id,standard,supervisor,role',
    `${amy},${RETAIL},${boss},`,
    `${ben},${RETAIL},${boss},`,
    `${boss},,,`,
    `${hr},,,administrator`,
  ].join('\n');
  const imported = await importRoster(shop.context, {
    workspaceId: shop.workspaceId,
    csv,
    directory,
    dryRun: false,
  });
  if (imported.outcome !== 'imported') throw new Error('the roster was refused');
  await acknowledgeFor(shop.context.database, shop.workspaceId);
}
