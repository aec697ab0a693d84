import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SimulatorOptions } from '../options.ts';
import { HttpError } from './http-error.ts';
import { readBody } from './read-body.ts';
import { json, matchRoute, type Outcome, type Reply, type Route } from './route.ts';
import { isFromThisMachine } from './same-machine.ts';

export interface RunningServer {
  readonly port: number;
  /** Ends waiting requests and open connections, then resolves. */
  stop(): Promise<void>;
}

export async function startServer(
  routes: readonly Route[],
  options: { host: string; port: number; log: SimulatorOptions['log'] },
): Promise<RunningServer> {
  const stopping = new AbortController();
  const server = createServer((message, response) => {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    void answer(routes, message, AbortSignal.any([stopping.signal, gone.signal]))
      .catch((error: unknown) => replyTo(error, options.log))
      .then((reply) => send(response, reply));
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  const port = await listen(server, options);
  return {
    port,
    stop: () =>
      new Promise((resolve, reject) => {
        stopping.abort();
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

/**
 * A kept connection outlives the app's pauses. With Node's 5 seconds a call that reuses one just as it is closed, as
 * after the playing of the demo's past, ends in ECONNRESET.
 */
const KEEP_ALIVE_MS = 600_000;

function listen(server: Server, options: { host: string; port: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.off('error', reject);
      resolve(portOf(server.address()));
    });
  });
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address === 'object' && address !== null) return address.port;
  throw new Error('The simulator listens on something that has no port');
}

async function answer(
  routes: readonly Route[],
  message: IncomingMessage,
  signal: AbortSignal,
): Promise<Outcome> {
  if (!isFromThisMachine(message.headers)) {
    throw new HttpError(403, 'The simulated Slack answers only to this machine.');
  }
  const url = new URL(message.url ?? '/', 'http://localhost');
  const match = matchRoute(routes, message.method ?? 'GET', url.pathname);
  if (match === undefined) throw new HttpError(404, `There is nothing at ${message.method} ${url.pathname}.`);
  return match.route.handle({
    method: match.route.method,
    path: url.pathname,
    params: match.params,
    query: url.searchParams,
    headers: message.headers,
    body: await readBody(message),
    signal,
  });
}

function replyTo(error: unknown, log: SimulatorOptions['log']): Reply {
  if (error instanceof HttpError) return json({ error: error.message }, error.status);
  log?.error({ err: error }, 'a request to the simulated Slack failed');
  return json({ error: 'The simulated Slack failed; its log says why.' }, 500);
}

function send(response: ServerResponse, reply: Outcome): void {
  if (reply === 'never') return;
  if (reply === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  response.writeHead(reply.status, reply.headers ?? {});
  response.end(reply.body);
}
