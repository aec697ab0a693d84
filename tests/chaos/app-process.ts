import { setTimeout as pause } from 'node:timers/promises';
import { startApp } from '../../src/app.ts';
import { createLog } from '../../src/log.ts';
import { importRoster } from '../../src/usecases/import-roster.ts';
import { startSchedule } from '../../src/usecases/renew-schedules.ts';
import { acknowledgeFor } from '../support/acknowledge.ts';
import { businessClock } from '../support/business-clock.ts';
import { BOT, company, SIGNING_SECRET } from './company.ts';
import { DRAWING, PACES, TIMINGS } from './scale.ts';

/** One process of the app: `node app-process.ts <clock file> <database url> <slack url> <members> <folder>`. */
const [clockFile = '', databaseUrl = '', slackUrl = '', members = '', folder = ''] = process.argv.slice(2);
const clock = businessClock(clockFile);
const log = createLog('info');

const TICK_MS = 250;
const DRAIN_MS = 300;

const app = await startApp(
  {
    slack: {
      token: BOT.token,
      apiUrl: `${slackUrl}/api/`,
      transport: { kind: 'http', signingSecret: SIGNING_SECRET },
      port: 0,
      host: '127.0.0.1',
      callMs: TIMINGS.callMs,
    },
    folder,
    databaseUrl,
    isDemo: false,
    contact: 'hr@chaos.example',
    now: () => clock.now(),
    ticking: 'by-hand',
    paces: PACES,
    timings: TIMINGS,
    drawing: DRAWING,
    drainMs: DRAIN_MS,
  },
  log,
);
const { context, workspaceId, commandParts } = app;
if ((await context.database.prisma.member.count({ where: { workspaceId } })) === 0) {
  const { roster } = company(Number(members));
  const directory = await commandParts.listDirectory();
  const imported = await importRoster(context, { workspaceId, csv: roster, directory, dryRun: false });
  if (imported.outcome === 'refused') throw new Error(JSON.stringify(imported.problems));
  await acknowledgeFor(context.database, workspaceId);
  await startSchedule(context, workspaceId);
}

let stopping = false;
const stop = () => {
  stopping = true;
  app.stop().then(
    () => process.exit(0),
    (error: unknown) => {
      log.error({ err: error }, 'the stop failed');
      process.exit(1);
    },
  );
};
process.on('SIGTERM', stop);
process.on('disconnect', () => process.exit(0));
process.send?.({ url: app.eventsUrl });

// What the job engine does once a minute in production.
while (!stopping) {
  await app.tick().catch((error: unknown) => log.error({ err: error }, 'a tick failed'));
  await pause(TICK_MS);
}
