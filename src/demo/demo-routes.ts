import { localeFromSlack } from '../domain/people/locale.ts';
import { json, type Reply, type Route, type SimulatedUser } from '../simulator/simulator.ts';
import { findNextDue } from '../storage/people/next-due.ts';
import { advanceTo, type DemoApp } from './advance.ts';
import { clockRequest, clockTarget } from './clock-target.ts';
import type { DemoClock } from './demo-clock.ts';
import { GUIDE } from './guide.ts';
import { answerUntil } from './live-colleagues.ts';

/** The demo's own routes beside the simulated Slack: the clock and the hints for a visitor. */
export function demoRoutes(
  clock: DemoClock,
  people: readonly SimulatedUser[],
  app: () => DemoApp | undefined,
): Route[] {
  let running: Promise<unknown> = Promise.resolve();
  return [
    {
      method: 'POST',
      path: '/_demo/clock',
      // One move at a time, in the order of asking.
      handle: ({ body }) => {
        const answer = running.then(() => moveClock(clock, people, app(), body));
        running = answer.catch(() => {});
        return answer;
      },
    },
    {
      method: 'GET',
      path: '/_demo/guide',
      handle: ({ query }) => json(GUIDE[localeFromSlack(query.get('language') ?? undefined)]),
    },
  ];
}

async function moveClock(
  clock: DemoClock,
  people: readonly SimulatedUser[],
  app: DemoApp | undefined,
  body: string,
): Promise<Reply> {
  if (app === undefined) return json({ error: 'The demo is still starting' }, 503);
  const request = clockRequest.safeParse(readJson(body));
  if (!request.success) {
    return json(
      {
        error:
          'Send {"advance":"P1D"} with an ISO 8601 duration in weeks, days, hours or minutes, {"advance":"next"}, {"to":"next-monday"} or {"to":"2026-11-23T01:00:00Z"}; all but the last take {"user":"U0…"}, whose days are meant',
      },
      400,
    );
  }
  const user = 'user' in request.data ? request.data.user : undefined;
  const person = people.find(({ id }) => id === user);
  if (user !== undefined && person === undefined) {
    return json({ error: `Nobody here has the id ${user}.` }, 404);
  }
  try {
    const nextDue = await findNextDue(app.context.database.prisma);
    const target = clockTarget(request.data, clock.now(), nextDue, person?.tz);
    await advanceTo(app, clock, target, (until) => answerUntil(app, clock, until));
    return json({ now: clock.now().toISOString() });
  } catch (error) {
    if (error instanceof RangeError) return json({ error: error.message }, 400);
    throw error;
  }
}

function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
