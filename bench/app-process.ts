import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { startApp } from '../src/app.ts';
import { type CallPaces, callPaces } from '../src/app-settings.ts';
import { DELIVERY_TIMINGS } from '../src/delivery/timings.ts';
import { createLog } from '../src/log.ts';
import { countPending } from '../src/storage/deliveries/find-deliveries.ts';
import { DRAWING_TIMINGS } from '../src/usecases/draw-check-in.ts';
import { importRoster } from '../src/usecases/import-roster.ts';
import { startSchedule } from '../src/usecases/renew-schedules.ts';
import { acknowledgeFor } from '../tests/support/acknowledge.ts';
import { measure } from './measure.ts';
import { BOT, dueIn, roster } from './workload.ts';

/** The app: `node app-process.ts <database url> <slack url> <posts a minute> <folder>`; `{week}` sends a week's. */
const [databaseUrl = '', slackUrl = '', postsPerMinute = '', folder = ''] = process.argv.slice(2);
const question = z.object({ week: z.int() });

const LOOK_EVERY_MS = 50;

let now = new Date(dueIn(0).getTime() - 24 * 3_600_000);
const paces: CallPaces = callPaces(Number(postsPerMinute));
const app = await startApp(
  {
    slack: {
      token: BOT.token,
      apiUrl: `${slackUrl}/api/`,
      transport: { kind: 'http', signingSecret: 'bench-signing-secret' },
      port: 0,
      host: '127.0.0.1',
      callMs: DELIVERY_TIMINGS.callMs,
    },
    folder,
    databaseUrl,
    isDemo: false,
    contact: undefined,
    now: () => now,
    ticking: 'by-hand',
    paces,
    timings: DELIVERY_TIMINGS,
    drawing: DRAWING_TIMINGS,
    drainMs: 0,
  },
  createLog('warn'),
);
const { context, workspaceId, commandParts } = app;
await importRoster(context, {
  workspaceId,
  csv: roster(),
  directory: await commandParts.listDirectory(),
  dryRun: false,
});
await acknowledgeFor(context.database, workspaceId);
await startSchedule(context, workspaceId);

process.on('disconnect', () => process.exit(0));
process.on('message', (message) => {
  void answer(question.parse(message).week);
});
process.send?.({ url: app.eventsUrl });

async function answer(week: number): Promise<void> {
  now = dueIn(week);
  const measured = await measure(async () => {
    await app.tick();
    while ((await countPending(context.database.prisma, context.now())) > 0) await pause(LOOK_EVERY_MS);
  });
  process.send?.(measured);
}
