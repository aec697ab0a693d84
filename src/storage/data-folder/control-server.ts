import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { ActionableError } from '../../errors.ts';

/** What another process asks this one to do: a command's name and its already parsed input. */
const commandSchema = z.object({ command: z.string(), input: z.unknown() });
const answerSchema = z.object({
  output: z.string(),
  exitCode: z.int(),
  /** The command would do something if it were confirmed. */
  awaitsConfirmation: z.boolean().optional(),
});

export type CommandAnswer = z.infer<typeof answerSchema>;
export type CommandHandler = (command: string, input: unknown) => Promise<CommandAnswer>;

interface ControlServer {
  readonly port: number;
  onCommand(handler: CommandHandler): void;
  close(): Promise<void>;
}

/** Listens on loopback; everything but the bearer of the token is refused. */
export async function openControlServer(token: string): Promise<ControlServer> {
  let handler: CommandHandler | undefined;
  const server = createServer((request, response) => {
    answer(request, response, token, handler).catch((error: unknown) => {
      response.writeHead(500).end(error instanceof Error ? error.message : 'failed');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  server.unref();
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the control server has no port');
  return {
    port: address.port,
    onCommand: (given) => {
      handler = given;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  token: string,
  handler: CommandHandler | undefined,
): Promise<void> {
  if (request.headers.authorization !== `Bearer ${token}`) {
    response.writeHead(401).end();
    return;
  }
  if (request.method === 'GET') {
    response.writeHead(204).end();
    return;
  }
  const { command, input } = commandSchema.parse(JSON.parse(await text(request)));
  if (handler === undefined) {
    response.writeHead(503).end('still starting');
    return;
  }
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(await handler(command, input)));
}

/** Whether the holder of that port still is who the lock says. A busy holder that accepts but is slow is alive. */
export async function probeHolder(holder: { port: number; token: string }): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${holder.port}/`, {
      headers: { authorization: `Bearer ${holder.token}` },
      signal: AbortSignal.timeout(10_000),
    });
    return response.status === 204;
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError';
  }
}

/**
 * Has the running process carry out a command.
 *
 * @throws {ActionableError} when it does not take commands yet.
 */
export async function askHolder(
  holder: { port: number; token: string },
  command: string,
  input: unknown,
): Promise<CommandAnswer> {
  const response = await fetch(`http://127.0.0.1:${holder.port}/`, {
    method: 'POST',
    headers: { authorization: `Bearer ${holder.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ command, input }),
  });
  if (!response.ok) {
    throw new ActionableError(
      `The running process answered: ${await response.text()}`,
      'try again in a moment',
    );
  }
  return answerSchema.parse(await response.json());
}
