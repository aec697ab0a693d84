import { z } from 'zod';
import { type DeliveryReport, findDeliveryReport } from '../../storage/deliveries/find-delivery-report.ts';
import { findRefusals, type Refusals } from '../../storage/deliveries/find-refusals.ts';
import type { Command } from '../commands.ts';

const DAYS = 14;
const DAY_MS = 24 * 3_600_000;

const input = z.object({});

/** How the messages of the last two weeks fared, whom Slack refuses, and whether it refuses the bot. */
export const deliveryShow: Command<z.infer<typeof input>> = {
  input,
  run: async ({ context, workspaceId }) => {
    const since = new Date(context.now().getTime() - DAYS * DAY_MS);
    const report = await findDeliveryReport(context.database.prisma, workspaceId, since);
    const refusals = await findRefusals(context.database.prisma, workspaceId);
    return { output: `${describe({ ...report, ...refusals }).join('\n')}\n`, exitCode: 0 };
  },
};

function describe({ states, reasons, unreachable, suspension }: DeliveryReport & Refusals): string[] {
  const day = (instant: Date) => instant.toISOString().slice(0, 16).replace('T', ' ');
  return [
    ...(suspension === undefined
      ? []
      : [
          `Slack refuses the bot since ${day(suspension.since)} UTC (${suspension.reason}): nothing is sent.`,
          'Install the app again, and start the bot with the new token.',
        ]),
    `Messages of the last ${DAYS} days:`,
    ...(states.length === 0 ? ['  none'] : states.map(({ state, count }) => `  ${count} ${state}`)),
    ...(reasons.length === 0 ? [] : ['Why:']),
    ...reasons.map(({ state, reason, count }) => `  ${count} ${state}: ${reason}`),
    ...(unreachable.length === 0 ? [] : ['Slack refuses messages to:']),
    ...unreachable.map(({ name, reason, since }) => `  ${name} since ${day(since)} UTC: ${reason}`),
  ];
}
