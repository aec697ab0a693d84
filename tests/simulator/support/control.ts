import { z } from 'zod';
import type { Simulator } from '../../../src/simulator/simulator.ts';

const Message = z.looseObject({
  ts: z.string(),
  user: z.string(),
  text: z.string(),
  blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string() })).optional(),
  metadata: z.unknown().optional(),
  edited: z.unknown().optional(),
});

const Activity = z.looseObject({
  direction: z.string(),
  method: z.string().optional(),
  kind: z.string().optional(),
  ok: z.boolean().optional(),
  error: z.string().optional(),
  arguments: z.unknown().optional(),
  payload: z.looseObject({}).optional(),
});

export async function getJson(simulator: Simulator, path: string): Promise<unknown> {
  return (await fetch(simulator.url + path)).json();
}

export async function messagesOf(simulator: Simulator, user: string) {
  return z.array(Message).parse(await getJson(simulator, `/_control/messages?user=${user}`));
}

export async function ephemeralsOf(simulator: Simulator, user: string) {
  return z.array(Message).parse(await getJson(simulator, `/_control/ephemerals?user=${user}`));
}

export async function logOf(simulator: Simulator) {
  return z.array(Activity).parse(await getJson(simulator, '/_control/log'));
}

/** What was sent to the app last. */
export async function lastPayload(simulator: Simulator): Promise<Record<string, unknown>> {
  const sent = (await logOf(simulator)).filter(({ direction }) => direction === 'to-app');
  return sent.at(-1)?.payload ?? {};
}

/** Resolves as soon as something in the workspace is newer than `since`. */
export async function nextChange(simulator: Simulator, since: number): Promise<number> {
  const changes = await getJson(simulator, `/_page/changes?since=${since}`);
  return z.looseObject({ version: z.number() }).parse(changes).version;
}

export async function post(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : { text } };
}

export function command(simulator: Simulator, user: string, name: string, text = '') {
  return post(`${simulator.url}/_control/command`, { user, command: name, text });
}

export function tap(simulator: Simulator, given: Record<string, unknown>) {
  return post(`${simulator.url}/_control/action`, given);
}

export function say(simulator: Simulator, user: string, text: string) {
  return post(`${simulator.url}/_control/message`, { user, text });
}
