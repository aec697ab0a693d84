import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { REMINDER_ENDED, REMINDER_ROW, rowOf } from '../../src/slack/views/messages/check-in-actions.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const element = z.looseObject({
  action_id: z.string(),
  value: z.string().optional(),
  style: z.string().optional(),
  text: z.looseObject({ text: z.string() }),
});
const block = z.looseObject({
  type: z.string(),
  block_id: z.string().optional(),
  elements: z.array(z.unknown()).optional(),
});
const message = z.looseObject({ ts: z.string(), text: z.string(), blocks: z.array(block).default([]) });
export type ShownMessage = z.infer<typeof message>;

const state = z.object({
  now: z.string(),
  users: z.array(z.looseObject({ id: z.string(), locale: z.string() })),
});
const acknowledged = z.looseObject({ status: z.int(), body: z.string().optional() });

/** The demo as a visitor has it: a process of its own, spoken to over HTTP only. */
export interface DemoProcess {
  readonly child: ChildProcess;
  state(): Promise<z.infer<typeof state>>;
  /** What a person has been sent, reminders of check-ins left out. */
  messages(user: string): Promise<ShownMessage[]>;
  newest(user: string): Promise<ShownMessage>;
  ephemerals(user: string): Promise<string[]>;
  /** Presses a button of the person's newest message; `item` names the row of answers. */
  tap(user: string, actionId: string, item?: number): Promise<number>;
  /** Sends a tap that no button offers. */
  forge(
    user: string,
    ts: string,
    action: { action_id: string; block_id?: string; value?: string },
  ): Promise<number>;
  command(user: string, text: string): Promise<string>;
  say(user: string, text: string): Promise<number>;
  clock(request: object): Promise<{ status: number; body: string }>;
  stop(): Promise<number | null>;
  kill(): Promise<void>;
}

export interface DemoPlace {
  readonly folder: string;
  readonly url?: string;
}

/** Starts the demo on a free port and waits until it says that it is ready. */
export async function startDemoProcess(place: DemoPlace): Promise<DemoProcess> {
  const { child, exit } = spawnDemo(place);
  const base = await readyUrl(child, exit);
  const get = async (path: string) => (await fetch(`${base}${path}`)).json();
  const post = (path: string, body: object) =>
    fetch(`${base}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const messages = async (user: string) =>
    z
      .array(message)
      .parse(await get(`/_control/messages?user=${user}`))
      .filter(
        ({ blocks }) =>
          !blocks.some(({ block_id: id = '' }) => rowOf(id) === REMINDER_ROW || id === REMINDER_ENDED),
      );
  const newest = async (user: string) => {
    const last = (await messages(user)).at(-1);
    if (last === undefined) throw new Error(`${user} has no message`);
    return last;
  };
  const act = async (body: object) =>
    acknowledged.parse(await (await post('/_control/action', body)).json()).status;
  return {
    child,
    messages,
    newest,
    state: async () => state.parse(await get('/_control/state')),
    ephemerals: async (user) =>
      z
        .array(z.looseObject({ text: z.string() }))
        .parse(await get(`/_control/ephemerals?user=${user}`))
        .map(({ text }) => text),
    tap: async (user, actionId, item) => {
      const { ts, blocks } = await newest(user);
      const row = item === undefined ? {} : { block_id: answerRowOf({ blocks }, item) };
      return await act({ user, ts, action_id: actionId, ...row });
    },
    forge: (user, ts, action) => act({ user, ts, ...action }),
    command: async (user, text) => {
      const answer = await post('/_control/command', { user, command: '/competency', text });
      return acknowledged.parse(await answer.json()).body ?? '';
    },
    say: async (user, text) =>
      acknowledged.parse(await (await post('/_control/message', { user, text })).json()).status,
    clock: async (request) => {
      const answer = await post('/_demo/clock', request);
      return { status: answer.status, body: await answer.text() };
    },
    stop: async () => {
      child.kill('SIGTERM');
      return await exit;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exit;
    },
  };
}

/** The id of the row of answers of an item, `item-0:<check-in>`. */
export function answerRowOf({ blocks }: Pick<ShownMessage, 'blocks'>, item: number): string {
  const row = blocks.find(({ block_id: id = '' }) => rowOf(id) === `item-${item}`)?.block_id;
  if (row === undefined) throw new Error(`the message has no item ${item}`);
  return row;
}

/** Runs the demo until it ends by itself; answers its exit code and what it wrote to standard error. */
export async function runDemoToEnd(place: DemoPlace): Promise<{ code: number | null; errors: string }> {
  const { child, exit } = spawnDemo(place);
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  return { code: await exit, errors };
}

function spawnDemo({ folder, url }: DemoPlace): { child: ChildProcess; exit: Promise<number | null> } {
  const { DATABASE_URL: _, ...environment } = process.env;
  const child = spawn(process.execPath, ['src/main.ts', 'demo'], {
    cwd: ROOT,
    env: {
      ...environment,
      NODE_OPTIONS: '',
      PORT: '0',
      DATA_DIR: folder,
      LOG_LEVEL: 'error',
      ...(url === undefined ? {} : { DATABASE_URL: url }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(child, 'exit').then(([code]: unknown[]) => (typeof code === 'number' ? code : null));
  return { child, exit };
}

async function readyUrl(child: ChildProcess, exit: Promise<unknown>): Promise<string> {
  if (child.stdout === null) throw new Error('the demo has no output');
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const lines = createInterface({ input: child.stdout });
  const ready = new Promise<string>((resolve) => {
    lines.on('line', (line) => {
      const found = /Ready: http:\/\/localhost:(\d+)/.exec(line)?.[1];
      if (found !== undefined) resolve(`http://127.0.0.1:${found}`);
    });
  });
  const ended = exit.then(() => {
    throw new Error(`the demo ended before it was ready: ${errors}`);
  });
  return await Promise.race([ready, ended]);
}

/** The buttons of a message, row by row. */
export function buttonsOf({ blocks }: ShownMessage): z.infer<typeof element>[] {
  return blocks
    .filter(({ type }) => type === 'actions')
    .flatMap(({ elements }) => elements ?? [])
    .flatMap((each) => element.safeParse(each).data ?? []);
}

/** Which answers a message shows as chosen. */
export function chosenIn(shown: ShownMessage): string[] {
  return buttonsOf(shown)
    .filter(({ style, action_id }) => style === 'primary' && action_id.startsWith('rate-'))
    .map(({ text }) => text.text);
}

/** Asks until a fact is true; the test's own time limit ends the asking. */
export async function eventually<T>(ask: () => Promise<T>, isTrue: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (isTrue(answer)) return answer;
  }
}
