import type { Readiness } from '../usecases/check-readiness.ts';
import { answerJson, type WebRoute } from './route.ts';

/**
 * `GET /readyz`: 200 while this process can take a tap and keep it, else 503 and why: it is stopping, the database is
 * away, or Slack refuses the bot.
 */
export function readyzRoute(check: () => Promise<Readiness>, isStopping: () => boolean): WebRoute {
  const answer = async () => {
    if (isStopping()) return { status: 503, body: { status: 'stopping' } };
    const readiness = await check();
    const isReady = readiness.database === 'reachable' && readiness.slack === 'taken';
    return { status: isReady ? 200 : 503, body: { status: isReady ? 'ready' : 'not ready', ...readiness } };
  };
  return {
    path: '/readyz',
    method: 'GET',
    handler: (_request, response) => {
      answer().then(
        ({ status, body }) => answerJson(response, status, body),
        () => answerJson(response, 503, { status: 'unknown' }),
      );
    },
  };
}
