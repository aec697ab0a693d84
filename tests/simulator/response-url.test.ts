import { describe, expect, test } from '@jest/globals';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { actions, button } from '../../src/slack/blocks/build.ts';
import { RESPONSE_URL } from '../../src/slack/blocks/limits.ts';
import { command, ephemeralsOf, lastPayload, logOf, messagesOf, post, tap } from './support/control.ts';
import { withPlainApp } from './support/plain-app.ts';
import { AMY, clientOf, standingClock, withSimulator } from './support/simulated-company.ts';

const BUTTON = button({ actionId: 'rate', text: '1', value: '1' });

/** The response URL of a tap on a fresh message, and the `ts` of that message. */
async function tapped(simulator: Simulator): Promise<{ url: string; ts: string }> {
  const posted = await clientOf(simulator).chat.postMessage({
    channel: AMY.id,
    text: 'Question',
    blocks: [actions('first', [BUTTON])],
    metadata: { event_type: 'delivery', event_payload: { id: 'd1' } },
  });
  const ts = String(posted.ts);
  await tap(simulator, { user: AMY.id, ts, action_id: 'rate' });
  return { url: String((await lastPayload(simulator)).response_url), ts };
}

// https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
describe('a response_url', () => {
  test('answers ok, and by default shows a new message to the person only', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        const { url } = await tapped(simulator);
        expect(await post(url, { text: 'Thanks' })).toEqual({ status: 200, body: { text: 'ok' } });
        expect((await ephemeralsOf(simulator, AMY.id)).map(({ text }) => text)).toEqual(['Thanks']);
        expect(await messagesOf(simulator, AMY.id)).toHaveLength(1);
      }),
    ));

  test('posts to the conversation with response_type in_channel', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        const { url } = await tapped(simulator);
        await post(url, { text: 'Thanks', response_type: 'in_channel' });
        expect((await messagesOf(simulator, AMY.id)).map(({ text }) => text)).toEqual(['Question', 'Thanks']);
      }),
    ));

  test('replaces the message it was tapped on, which keeps its ts and metadata', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        const { url, ts } = await tapped(simulator);
        await post(url, { text: 'Saved', replace_original: true });
        expect(await messagesOf(simulator, AMY.id)).toMatchObject([
          { ts, text: 'Saved', metadata: { event_payload: { id: 'd1' } } },
        ]);
      }),
    ));

  test('replaces an ephemeral message too, which then is still only theirs', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        const shown = await clientOf(simulator).chat.postEphemeral({
          channel: AMY.id,
          user: AMY.id,
          text: 'psst',
          blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'psst' }, accessory: BUTTON }],
        });
        await tap(simulator, { user: AMY.id, ts: shown.message_ts, action_id: 'rate' });
        const payload = await lastPayload(simulator);
        expect(payload).toMatchObject({ container: { is_ephemeral: true } });
        expect(payload).not.toHaveProperty('message');
        await post(String(payload.response_url), { text: 'done', replace_original: true });
        expect((await ephemeralsOf(simulator, AMY.id)).map(({ text }) => text)).toEqual(['done']);
      }),
    ));

  test('deletes the message, and then has none to replace', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        const { url } = await tapped(simulator);
        await post(url, { delete_original: true });
        expect(await messagesOf(simulator, AMY.id)).toEqual([]);
        expect(await post(url, { text: 'x', replace_original: true })).toMatchObject({
          status: 404,
          body: { error: 'message_not_found' },
        });
      }),
    ));

  test('works five times and not a sixth', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        await command(simulator, AMY.id, '/competency');
        const url = String((await lastPayload(simulator)).response_url);
        for (let use = 0; use < RESPONSE_URL.uses; use += 1) {
          expect((await post(url, { text: 'x' })).status).toBe(200);
        }
        expect(await post(url, { text: 'x' })).toMatchObject({ status: 404, body: { error: 'used_url' } });
        expect(await ephemeralsOf(simulator, AMY.id)).toHaveLength(RESPONSE_URL.uses);
      }),
    ));

  test('works for thirty minutes of business time', () => {
    const clock = standingClock();
    return withSimulator({ now: clock.now }, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        const { url } = await tapped(simulator);
        clock.advance(RESPONSE_URL.minutes * 60_000);
        expect((await post(url, { text: 'x' })).status).toBe(200);
        clock.advance(1);
        expect(await post(url, { text: 'x' })).toMatchObject({ status: 404, body: { error: 'expired_url' } });
      }),
    );
  });

  test('refuses blocks that Slack would refuse, which does not count as a use', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        const { url, ts } = await tapped(simulator);
        const refused = await post(url, { blocks: [{ type: 'section' }], replace_original: true });
        expect(refused).toMatchObject({ status: 400, body: { error: 'invalid_blocks' } });
        const text = { type: 'mrkdwn', text: 'x'.repeat(2_900) };
        const large = Array.from({ length: 5 }, () => ({ type: 'section', text }));
        expect(await post(url, { blocks: large, replace_original: true })).toMatchObject({
          status: 400,
          body: { error: 'msg_blocks_too_long' },
        });
        expect(await messagesOf(simulator, AMY.id)).toMatchObject([{ ts, text: 'Question' }]);
        expect((await logOf(simulator)).at(-1)).toMatchObject({ method: 'response_url', ok: false });
      }),
    ));

  test('that nobody was given is 404', () =>
    withSimulator({}, async (simulator) => {
      expect((await post(`${simulator.url}/response/nonsense`, { text: 'x' })).status).toBe(404);
    }));
});
