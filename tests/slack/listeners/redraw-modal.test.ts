import { beforeEach, describe, expect, test } from '@jest/globals';
import type { ModalView } from '@slack/web-api';
import { redrawModal } from '../../../src/slack/listeners/home/redraw-modal.ts';
import type { HomeTap } from '../../../src/slack/listeners/home/tapped-home.ts';

describe('drawing the modal anew in which somebody tapped', () => {
  /** What each call of views.update brought: the hash, and what it drew. */
  let asked: [hash: string | undefined, drawn: string][];
  let refusals: string[];
  let logged: string[];
  let now: string;

  beforeEach(() => {
    [asked, refusals, logged, now] = [[], [], [], 'one leave'];
  });

  const tap = {
    body: { view: { id: 'V1', hash: 'as it was tapped' } },
    client: {
      views: {
        update: async ({ hash, view }: { hash?: string; view: ModalView }) => {
          asked.push([hash, view.callback_id ?? '']);
          const error = refusals.shift();
          if (error !== undefined) throw Object.assign(new Error(error), { data: { error } });
        },
      },
    },
  } as unknown as HomeTap;
  const parts = {
    context: { newId: () => '0199a000-0000-7000-8000-000000000001' },
    log: { error: ({ what }: { what: string }) => logged.push(what) },
  } as unknown as Parameters<typeof redrawModal>[0];
  const redraw = (read = async (): Promise<ModalView | undefined> => modalOf(now)) =>
    redrawModal(parts, tap, read);
  const modalOf = (callback_id: string) => ({ callback_id }) as ModalView;

  test('it is drawn over what was tapped', async () => {
    await redraw();
    expect(asked).toEqual([['as it was tapped', 'one leave']]);
  });

  test('drawn meanwhile for another tap, it is read once more', async () => {
    refusals = ['hash_conflict'];
    await redraw(async () => {
      const view = modalOf(now);
      now = 'no leave';
      return view;
    });
    expect(asked).toEqual([
      ['as it was tapped', 'one leave'],
      [undefined, 'no leave'],
    ]);
    expect(logged).toEqual([]);
  });

  test('a failure is logged, once and for all', async () => {
    refusals = ['internal_error'];
    await redraw();
    expect(asked).toHaveLength(1);
    expect(logged).toEqual(['redraw-modal']);
  });

  test('where there is nothing to be drawn, it stays as it is', async () => {
    await redraw(async () => undefined);
    expect(asked).toEqual([]);
  });
});
