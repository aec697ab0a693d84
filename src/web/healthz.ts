import { answerJson, type WebRoute } from './route.ts';

/** `GET /healthz`: the process lives and its event loop turns. It says nothing of what it depends on. */
export function healthzRoute(): WebRoute {
  return {
    path: '/healthz',
    method: 'GET',
    handler: (_request, response) => answerJson(response, 200, { status: 'ok' }),
  };
}
