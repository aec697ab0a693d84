import { describe, expect, test } from '@jest/globals';
import { classifyError } from '../../src/delivery/classify-error.ts';
import { createFaults } from '../../src/simulator/faults/faults.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { getJson, messagesOf, post } from './support/control.ts';
import { AMY, clientOf, withSimulator } from './support/simulated-company.ts';

const put = (simulator: Simulator, fault: Record<string, unknown>) =>
  post(`${simulator.url}/_control/fault`, fault);

const send = (simulator: Simulator) => clientOf(simulator).chat.postMessage({ channel: AMY.id, text: 'x' });

async function verdictOf(call: Promise<unknown>) {
  return await call.then(
    () => 'accepted',
    (error: unknown) => classifyError(error).outcome,
  );
}

async function textsOf(simulator: Simulator) {
  return (await messagesOf(simulator, AMY.id)).map(({ text }) => text);
}

describe('a fault of the local Slack', () => {
  // https://docs.slack.dev/apis/web-api/rate-limits#responding: Retry-After, and the method alone.
  test('429 refuses with Retry-After, and goes on until that time is over; other methods work', () =>
    withSimulator({}, async (simulator) => {
      await put(simulator, { method: 'chat.postMessage', kind: '429', times: 1, retry_after: 30 });
      const answer = () =>
        fetch(`${simulator.apiUrl}chat.postMessage`, {
          method: 'POST',
          body: new URLSearchParams({ token: 'xoxb-simulated', channel: AMY.id, text: 'x' }),
        });
      const first = await answer();
      expect([first.status, first.headers.get('retry-after')]).toEqual([429, '30']);
      expect((await answer()).status).toBe(429);
      await expect(clientOf(simulator).auth.test()).resolves.toMatchObject({ ok: true });
      expect(await textsOf(simulator)).toEqual([]);
      await post(`${simulator.url}/_control/fault/off`, {});
      expect((await answer()).status).toBe(200);
    }));

  test('500 and reset do nothing, and the app cannot know that', () =>
    withSimulator({}, async (simulator) => {
      for (const kind of ['500', 'reset']) {
        await put(simulator, { method: 'chat.postMessage', kind, times: 1 });
        expect(await verdictOf(send(simulator))).toBe('unknown');
      }
      expect(await textsOf(simulator)).toEqual([]);
      expect(await verdictOf(send(simulator))).toBe('accepted');
    }));

  test('timeout-after does it and never answers', () =>
    withSimulator({}, async (simulator) => {
      await put(simulator, { method: 'chat.postMessage', kind: 'timeout-after', times: 1 });
      const impatient = fetch(`${simulator.apiUrl}chat.postMessage`, {
        method: 'POST',
        body: new URLSearchParams({ token: 'xoxb-simulated', channel: AMY.id, text: 'x' }),
        signal: AbortSignal.timeout(50),
      });
      expect(await verdictOf(impatient)).toBe('unknown');
      expect(await textsOf(simulator)).toEqual(['x']);
    }));

  test('slow does it and answers late', () =>
    withSimulator({}, async (simulator) => {
      await put(simulator, { method: 'chat.postMessage', kind: 'slow', times: 1, slow_ms: 30 });
      expect(await verdictOf(send(simulator))).toBe('accepted');
      expect(await textsOf(simulator)).toEqual(['x']);
    }));

  test('also strikes a response_url, and every method with *', () =>
    withSimulator({}, async (simulator) => {
      await put(simulator, { method: '*', kind: '500', times: 2 });
      expect((await post(`${simulator.url}/response/none`, {})).status).toBe(500);
      expect(await verdictOf(clientOf(simulator).auth.test())).toBe('unknown');
      expect(await getJson(simulator, '/_control/fault')).toEqual([
        { method: '*', kind: '500', times: 2, hits: 2 },
      ]);
    }));

  test.each([
    [{ method: 'chat.dance', kind: '500' }, 'no method of this Slack'],
    [{ method: '*', kind: 'flood' }, '"kind" of the body'],
    [{ method: '*', kind: '500', rate: 2 }, '"rate" of the body'],
    [{ method: '*', kind: '429', retry_after: 0 }, '"retry_after" of the body'],
  ])('%j is refused with a sentence', (fault, sentence) =>
    withSimulator({}, async (simulator) => {
      const refused = await put(simulator, fault);
      expect(refused.status).toBe(400);
      expect(refused.body.error).toContain(sentence);
    }),
  );
});

describe('how often a fault strikes', () => {
  test('as many times as it says, in order', () => {
    const faults = createFaults(
      () => 0,
      () => 0,
    );
    faults.put({ method: 'chat.update', kind: 'reset', times: 2 });
    faults.put({ method: '*', kind: '500', times: 1 });
    const kinds = Array.from({ length: 4 }, () => faults.hit('chat.update')?.kind);
    expect(kinds).toEqual(['reset', 'reset', '500', undefined]);
  });

  test('as large a share of the calls as it says', () => {
    const chances = [0.1, 0.3, 0.19, 0.9];
    const faults = createFaults(
      () => 0,
      () => chances.shift() ?? 1,
    );
    faults.put({ method: '*', kind: 'reset', rate: 0.2 });
    expect([1, 2, 3, 4].map(() => faults.hit('auth.test') !== undefined)).toEqual([true, false, true, false]);
  });

  test('a 429 holds its method to the second', () => {
    let now = 0;
    const faults = createFaults(
      () => now,
      () => 0,
    );
    faults.put({ method: 'chat.update', kind: '429', times: 1, retry_after: 3 });
    expect(faults.hit('chat.update')).toMatchObject({ retryAfterSeconds: 3, isFirst: true });
    now = 2_999;
    expect(faults.hit('chat.update')).toMatchObject({ retryAfterSeconds: 1, isFirst: false });
    now = 3_000;
    expect(faults.hit('chat.update')).toBeUndefined();
  });
});
