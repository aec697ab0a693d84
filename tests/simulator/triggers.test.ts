import { describe, expect, test } from '@jest/globals';
import { SlackApiError } from '../../src/simulator/methods/slack-api-error.ts';
import { createTriggers } from '../../src/simulator/triggers.ts';
import { createVisibility } from '../../src/simulator/visibility.ts';
import { command, lastPayload } from './support/control.ts';
import { withPlainApp } from './support/plain-app.ts';
import { AMY, clientOf, withSimulator } from './support/simulated-company.ts';

const errorOf = (work: () => unknown) => {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof SlackApiError ? error.code : error;
  }
};

// https://docs.slack.dev/reference/methods/views.open#errors
describe('a trigger', () => {
  test('is good once, for three seconds, and for whoever it came from', () => {
    let now = 1_000;
    const triggers = createTriggers(
      () => now,
      () => 'ABC',
    );
    const [first, second] = [triggers.issue('U1'), triggers.issue('U2')];
    expect(triggers.exchange(first)).toBe('U1');
    expect(errorOf(() => triggers.exchange(first))).toBe('exchanged_trigger_id');
    now += 3_000;
    expect(triggers.exchange(second)).toBe('U2');
    const third = triggers.issue('U3');
    now += 3_001;
    expect(errorOf(() => triggers.exchange(third))).toBe('expired_trigger_id');
    expect(errorOf(() => triggers.exchange('1.2.none'))).toBe('invalid_trigger_id');
  });

  test('opens a view that Slack takes', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        await command(simulator, AMY.id, '/competency');
        const trigger_id = String((await lastPayload(simulator)).trigger_id);
        const { views } = clientOf(simulator);
        const title = { type: 'plain_text' as const, text: 'Hello' };
        const view = { type: 'modal' as const, title, blocks: [{ type: 'divider' as const }] };
        const tooLong = { ...title, text: 'x'.repeat(25) };
        await expect(views.open({ trigger_id, view: { ...view, title: tooLong } })).rejects.toMatchObject({
          data: { error: 'invalid_arguments' },
        });
        await expect(views.open({ trigger_id, view })).resolves.toMatchObject({
          view: { id: expect.stringMatching(/^V/), title },
        });
        await expect(views.open({ trigger_id, view })).rejects.toMatchObject({
          data: { error: 'exchanged_trigger_id' },
        });
      }),
    ));
});

describe('conversations.history', () => {
  test('may show a message late, by no more than the lag', () => {
    let now = 0;
    const chances = [0.5, 1];
    const visibility = createVisibility(
      () => now,
      () => chances.shift() ?? 0,
      1_000,
    );
    visibility.accepted('1.1');
    visibility.accepted('1.2');
    const seen = () => ['1.1', '1.2'].map((ts) => visibility.isVisible(ts));
    expect(seen()).toEqual([false, false]);
    now = 500;
    expect(seen()).toEqual([true, false]);
    now = 1_000;
    expect(seen()).toEqual([true, true]);
  });

  test('hides what is too new, while the person sees it', () =>
    withSimulator({ historyLagMs: 60_000, random: () => 0.9 }, async (simulator) => {
      const client = clientOf(simulator);
      await client.chat.postMessage({ channel: AMY.id, text: 'x' });
      const { messages } = await client.conversations.history({ channel: 'D0AMY' });
      expect(messages).toEqual([]);
    }));
});

// "Roll-out is phased": an app must be able to do without a newer block.
test('a block that this workspace does not have yet is refused', () =>
  withSimulator({ unsupportedBlocks: ['table'] }, async (simulator) => {
    const cell = { type: 'raw_text', text: 'x' };
    const table = { type: 'table', rows: [[cell]] };
    const post = (blocks: { type: string }[]) =>
      clientOf(simulator).chat.postMessage({ channel: AMY.id, text: 'x', blocks });
    await expect(post([table])).rejects.toMatchObject({ data: { error: 'invalid_blocks' } });
    await expect(post([{ type: 'divider' }])).resolves.toMatchObject({ ok: true });
  }));
