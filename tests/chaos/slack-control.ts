import { z } from 'zod';
import type { Fault } from '../../src/simulator/faults/faults.ts';

const message = z.looseObject({
  ts: z.string(),
  user: z.string(),
  text: z.string(),
  blocks: z.array(z.looseObject({ type: z.string() })).default([]),
});
export type SeenMessage = z.infer<typeof message>;

const recorded = z.looseObject({ number: z.int(), kind: z.string(), machine_ms: z.number() });
export type RecordedEntry = z.infer<typeof recorded>;

/** The simulated Slack's control routes, as a person or a tester calls them. */
export function slackControl(url: string) {
  const post = async (path: string, body: object): Promise<unknown> => {
    const answer = await fetch(`${url}/_control/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return await answer.json();
  };
  const get = async (path: string): Promise<unknown> => (await fetch(`${url}/_control/${path}`)).json();
  return {
    connect: (apps: readonly { url: string; signing_secret: string; ready_url: string }[]) =>
      post('connect', { apps }),
    putFault: (fault: Omit<Fault, 'retry_after'>) => post('fault', fault),
    takeFaultsOff: () => post('fault/off', {}),
    messagesOf: async (user: string) => z.array(message).parse(await get(`messages?user=${user}`)),
    tap: (tapped: {
      user: string;
      ts: string;
      action_id: string;
      block_id: string;
      value?: string | undefined;
    }) => post('action', tapped),
    submit: (user: string, values: Record<string, Record<string, string>>) =>
      post('submit', { user, values }),
    command: (user: string, text: string) => post('command', { user, command: '/competency', text }),
    say: (user: string, text: string) => post('message', { user, text }),
    record: async () => {
      const entries: RecordedEntry[] = [];
      for (;;) {
        const page = z.array(recorded).parse(await get(`record?after=${entries.length}`));
        if (page.length === 0) return entries;
        entries.push(...page);
      }
    },
  };
}
export type SlackControl = ReturnType<typeof slackControl>;
