import { createServer } from 'node:http';
import { ActionableError } from '../errors.ts';
import { answerJson, type WebRoute } from './route.ts';

/**
 * Serves the program's own pages where Slack comes by socket.
 *
 * @throws {ActionableError} when the port is taken.
 */
export async function serve(
  routes: readonly WebRoute[],
  port: number,
): Promise<{ stop: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const route = routes.find(({ path, method }) => path === pathname && method === request.method);
    if (route === undefined) answerJson(response, 404, { status: 'not found' });
    else route.handler(request, response);
  });
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, resolve);
    });
  } catch (cause) {
    throw new ActionableError(`Port ${port} cannot be listened on`, 'free it or choose another with PORT', {
      cause,
    });
  }
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}
