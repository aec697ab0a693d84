import { z } from 'zod';
import type { Shop } from '../../support/shop.ts';
import type { OpenBot } from './open-bot.ts';

const posted = z.looseObject({ ok: z.literal(true), channel: z.string(), ts: z.string() });

/** Posts the message of somebody's check-in to them, notes in its delivery where it is, and answers its `ts`. */
export async function postCheckIn(
  { context }: Shop,
  bot: OpenBot,
  checkIn: { readonly checkInId: string; readonly slackUserId: string },
  message: object,
): Promise<string> {
  const { checkInId, slackUserId } = checkIn;
  const { channel, ts } = posted.parse(
    await bot.call('chat.postMessage', { channel: slackUserId, ...message }),
  );
  await context.database.prisma.delivery.updateMany({
    where: { key: `check-in:${checkInId}` },
    data: { state: 'sent', channel, ts },
  });
  return ts;
}
