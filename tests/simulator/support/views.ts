import { z } from 'zod';
import type { Simulator } from '../../../src/simulator/simulator.ts';
import { getJson, post } from './control.ts';

const View = z.looseObject({
  id: z.string(),
  hash: z.string(),
  callback_id: z.string(),
  private_metadata: z.string(),
  root_view_id: z.string(),
  previous_view_id: z.string().nullable(),
  blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string() })),
  state: z.object({ values: z.record(z.string(), z.record(z.string(), z.looseObject({}))) }),
  errors: z.record(z.string(), z.string()).optional(),
});
const Views = z.object({ home: View.nullable(), modals: z.array(View) });

export async function viewsOf(simulator: Simulator, user: string) {
  return Views.parse(await getJson(simulator, `/_control/view?user=${user}`));
}

export async function callbackIds(simulator: Simulator, user: string): Promise<string[]> {
  return (await viewsOf(simulator, user)).modals.map(({ callback_id }) => callback_id);
}

export function submit(simulator: Simulator, given: Record<string, unknown>) {
  return post(`${simulator.url}/_control/submit`, given);
}

export function openHome(simulator: Simulator, user: string) {
  return post(`${simulator.url}/_control/home`, { user });
}

export function useShortcut(simulator: Simulator, given: Record<string, unknown>) {
  return post(`${simulator.url}/_control/shortcut`, given);
}

const plain = (text: string) => ({ type: 'plain_text' as const, text });

/** An input block `id` whose element is also called so. */
export function input(id: string, element: Record<string, unknown> = {}, more: Record<string, unknown> = {}) {
  return {
    type: 'input',
    block_id: id,
    label: plain(id),
    element: { type: 'plain_text_input', action_id: id, ...element },
    ...more,
  };
}

export function option(value: string) {
  return { text: plain(value), value };
}

export function modal(callbackId: string, more: Record<string, unknown> = {}) {
  return {
    type: 'modal' as const,
    callback_id: callbackId,
    title: plain(callbackId),
    submit: plain('Save'),
    blocks: [input('note')],
    ...more,
  };
}
