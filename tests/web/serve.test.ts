import { describe, expect, test } from '@jest/globals';
import type { Readiness } from '../../src/usecases/check-readiness.ts';
import { healthzRoute } from '../../src/web/healthz.ts';
import { readyzRoute } from '../../src/web/readyz.ts';
import { serve } from '../../src/web/serve.ts';
import { freePort } from '../support/free-port.ts';

describe('the program’s own pages, where Slack comes by socket', () => {
  async function served(
    readiness: () => Promise<Readiness>,
    isStopping: () => boolean,
    test: (url: string) => Promise<void>,
  ) {
    const port = await freePort();
    const web = await serve([healthzRoute(), readyzRoute(readiness, isStopping)], port);
    try {
      await test(`http://127.0.0.1:${port}`);
    } finally {
      await web.stop();
    }
  }
  const get = async (url: string) => {
    const answer = await fetch(url);
    return [answer.status, await answer.json()];
  };
  const ready: Readiness = { database: 'reachable', slack: 'taken' };

  test('answer what they are asked, and 404 for anything else', () =>
    served(
      async () => ready,
      () => false,
      async (url) => {
        expect(await get(`${url}/healthz`)).toEqual([200, { status: 'ok' }]);
        expect(await get(`${url}/readyz`)).toEqual([200, { status: 'ready', ...ready }]);
        expect(await get(`${url}/metrics`)).toEqual([404, { status: 'not found' }]);
        expect((await fetch(`${url}/healthz`, { method: 'POST' })).status).toBe(404);
      },
    ));

  test.each([
    [{ database: 'unreachable', slack: 'unknown' }, false, 'not ready'],
    [{ database: 'reachable', slack: 'token_revoked' }, false, 'not ready'],
    [ready, true, 'stopping'],
  ] as const)('are not ready: %j, stopping %s', (readiness, stopping, status) =>
    served(
      async () => readiness,
      () => stopping,
      async (url) => {
        expect(await get(`${url}/readyz`)).toMatchObject([503, { status }]);
      },
    ),
  );

  test('do not hang on a check that fails', () =>
    served(
      () => Promise.reject(new Error('nobody knows')),
      () => false,
      async (url) => expect((await get(`${url}/readyz`))[0]).toBe(503),
    ));

  test('say in one line when the port is taken', async () => {
    const port = await freePort();
    const first = await serve([healthzRoute()], port);
    await expect(serve([healthzRoute()], port)).rejects.toMatchObject({
      name: 'ActionableError',
      message: `Port ${port} cannot be listened on`,
    });
    await first.stop();
  });
});
