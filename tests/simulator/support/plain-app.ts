import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Simulator } from '../../../src/simulator/simulator.ts';

/** How the app answers everything it is sent; `never` leaves the request hanging. */
type Answer = { status?: number; json?: unknown; text?: string } | 'never';

/** An app that answers in one way, to see what the simulator makes of it. */
export async function withPlainApp(
  simulator: Simulator,
  answer: Answer,
  test: (received: string[]) => Promise<void>,
): Promise<void> {
  const received: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    received.push(Buffer.concat(chunks).toString());
    if (answer === 'never') return;
    response.statusCode = answer.status ?? 200;
    if (answer.json !== undefined) response.setHeader('content-type', 'application/json');
    response.end(answer.json === undefined ? (answer.text ?? '') : JSON.stringify(answer.json));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  simulator.connectApp({ url: `http://127.0.0.1:${port}/slack/events`, signingSecret: 'secret' });
  try {
    await test(received);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
