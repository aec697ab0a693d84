import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  WebClient,
} from '@slack/web-api';
import { classifyError, PERMANENT_ERRORS } from '../../src/delivery/classify-error.ts';
import { clientOptions } from '../../src/slack/client/create-clients.ts';
import { slackLogger } from '../../src/slack/slack-logger.ts';

const nothing = () => {};
const logger = slackLogger({ debug: nothing, info: nothing, warn: nothing, error: nothing, fatal: nothing });

/** What the client, as the bot uses it, throws when it posts to this address. */
async function thrownBy(apiUrl: string, fetchFunction?: typeof fetch): Promise<unknown> {
  const client = new WebClient('xoxb-test', {
    ...clientOptions({ apiUrl, callMs: 10_000 }, logger),
    ...(fetchFunction === undefined ? {} : { fetch: fetchFunction }),
  });
  return await client.chat.postMessage({ channel: 'U1', text: 'hello' }).then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** Jest runs tests in a realm of their own; the client only keeps errors of the realm it is in. */
const realFetch: typeof fetch = async (...request) => {
  try {
    return await fetch(...request);
  } catch (error) {
    throw new TypeError('fetch failed', { cause: (error as Error).cause });
  }
};

/** What `fetch` throws when the connection fails: the reason is the cause, sometimes of a cause. */
function fetchFailure(cause: unknown): typeof fetch {
  return async () => {
    throw new TypeError('fetch failed', { cause });
  };
}

function coded(code: string): Error {
  return Object.assign(new Error(`connect ${code}`), { code });
}

describe('what Slack answers, over real HTTP', () => {
  let server: Server;
  let url: string;
  let answer: (response: ServerResponse) => void;

  beforeAll(async () => {
    server = createServer((request, response) => {
      request.resume().on('end', () => answer(response));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  });

  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  const json = (body: object) => (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

  test.each([
    [
      'an account that is off',
      json({ ok: false, error: 'account_inactive' }),
      'permanent',
      'account_inactive',
    ],
    ['blocks it refuses', json({ ok: false, error: 'invalid_blocks' }), 'permanent', 'invalid_blocks'],
    ['an error nobody has heard of', json({ ok: false, error: 'new_in_2027' }), 'transient', 'new_in_2027'],
    ['trouble of its own', json({ ok: false, error: 'internal_error' }), 'unknown', 'internal_error'],
    [
      'HTTP 500',
      (response: ServerResponse) => response.writeHead(500).end('oops'),
      'unknown',
      'slack_webapi_http_error',
    ],
    [
      'HTTP 503',
      (response: ServerResponse) => response.writeHead(503).end(),
      'unknown',
      'slack_webapi_http_error',
    ],
    ['a line that breaks', (response: ServerResponse) => response.destroy(), 'unknown', 'UND_ERR_SOCKET'],
  ])('%s', async (_what, respond, outcome, reason) => {
    answer = respond;
    expect(classifyError(await thrownBy(url, realFetch))).toMatchObject({ outcome, reason });
  });

  test('a 429 says how long to wait', async () => {
    answer = (response) => response.writeHead(429, { 'retry-after': '30' }).end();
    expect(classifyError(await thrownBy(url, realFetch))).toEqual({
      outcome: 'transient',
      reason: 'ratelimited',
      retryAfterSeconds: 30,
      isOutage: true,
    });
  });

  test('nobody listens', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    closed.close();
    await once(closed, 'close');
    expect(classifyError(await thrownBy(`http://127.0.0.1:${port}/api/`, realFetch))).toEqual({
      outcome: 'transient',
      reason: 'ECONNREFUSED',
      isOutage: true,
    });
  });
});

describe('what never left this machine may be tried again, anything else that broke is unknown', () => {
  test.each([
    ['refused', fetchFailure(coded('ECONNREFUSED')), 'transient', 'ECONNREFUSED'],
    ['a name nobody knows', fetchFailure(coded('ENOTFOUND')), 'transient', 'ENOTFOUND'],
    ['no name server', fetchFailure(coded('EAI_AGAIN')), 'transient', 'EAI_AGAIN'],
    ['no way to the host', fetchFailure(coded('EHOSTUNREACH')), 'transient', 'EHOSTUNREACH'],
    ['no network', fetchFailure(coded('ENETUNREACH')), 'transient', 'ENETUNREACH'],
    [
      'refused on every address',
      fetchFailure(Object.assign(new AggregateError([coded('ECONNREFUSED')]), { code: 'ECONNREFUSED' })),
      'transient',
      'ECONNREFUSED',
    ],
    [
      'a cause of a cause',
      fetchFailure(new Error('proxy', { cause: coded('ECONNREFUSED') })),
      'transient',
      'ECONNREFUSED',
    ],
    ['reset', fetchFailure(coded('ECONNRESET')), 'unknown', 'ECONNRESET'],
    ['broken pipe', fetchFailure(coded('EPIPE')), 'unknown', 'EPIPE'],
    ['no cause at all', fetchFailure(undefined), 'unknown', 'slack_webapi_request_error'],
    [
      'the timeout of 10 s',
      async () => {
        throw new DOMException('The operation was aborted due to timeout', 'TimeoutError');
      },
      'unknown',
      'slack_webapi_request_error',
    ],
    [
      'an abort',
      async () => {
        throw new DOMException('This operation was aborted', 'AbortError');
      },
      'unknown',
      'slack_webapi_request_error',
    ],
  ] satisfies [string, typeof fetch, string, string][])(
    '%s',
    async (_what, fetchFunction, outcome, reason) => {
      const error = await thrownBy('http://slack.test/api/', fetchFunction);
      expect(error).toBeInstanceOf(WebAPIRequestError);
      expect(classifyError(error)).toMatchObject({ outcome, reason });
    },
  );
});

describe('the classes of the client', () => {
  test.each([...PERMANENT_ERRORS])('%s is permanent, with whom it concerns', (error, { concerns }) => {
    expect(classifyError(new WebAPIPlatformError({ ok: false, error }))).toEqual({
      outcome: 'permanent',
      reason: error,
      concerns,
    });
  });

  test('what stops a whole workspace is the bot’s own token and nothing else', () => {
    const stopping = [...PERMANENT_ERRORS].filter(([, { concerns }]) => concerns === 'workspace');
    expect(stopping.map(([error]) => error).toSorted()).toEqual([
      'account_inactive',
      'invalid_auth',
      'not_authed',
      'token_expired',
      'token_revoked',
    ]);
  });

  test.each(['ratelimited', 'rate_limited', 'message_limit_exceeded', 'service_unavailable'])(
    '%s passes',
    (error) => {
      expect(classifyError(new WebAPIPlatformError({ ok: false, error })).outcome).toBe('transient');
    },
  );

  test.each(['internal_error', 'fatal_error', 'request_timeout'])('%s leaves it open', (error) => {
    expect(classifyError(new WebAPIPlatformError({ ok: false, error })).outcome).toBe('unknown');
  });

  test('rate limited and HTTP', () => {
    expect(classifyError(new WebAPIRateLimitedError(7))).toMatchObject({ retryAfterSeconds: 7 });
    expect(classifyError(new WebAPIHTTPError(502, 'Bad Gateway', {}, '')).outcome).toBe('unknown');
  });

  test.each([
    [new Error('boom')],
    ['boom'],
    [undefined],
    [null],
    [{ code: 42 }],
    [new TypeError('x is undefined')],
  ])('anything else is unknown, and what it says is not repeated: %p', (error) => {
    expect(classifyError(error)).toEqual({ outcome: 'unknown', reason: 'unexpected' });
  });
});
