import { describe, expect, test } from '@jest/globals';
import { interactiveCalls } from '../../src/delivery/interactive-calls.ts';
import { Pace } from '../../src/delivery/pace.ts';
import { createLog } from '../../src/log.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { STORES } from '../support/stores.ts';

const NOW = new Date('2026-11-18T05:00:00Z');
const tooMany = (retryAfter: number) =>
  Object.assign(new Error('too many'), { code: 'slack_webapi_rate_limited_error', retryAfter });

describe.each(STORES)('a call that somebody waits for on $name', (store) => {
  const counting = sharedDatabase(store);
  let workspace = 0;

  const paced = () => {
    workspace += 1;
    const pace = (method: string) =>
      new Pace(counting.database, { method, perMinute: 60, burst: 1, channelIntervalMs: 0, recoveryMs: 0 });
    const posts = pace('chat.postMessage');
    const updates = pace('chat.update');
    const publishes = pace('views.publish');
    const calls = interactiveCalls({
      posts,
      updates,
      publishes,
      machineNow: () => NOW,
      log: createLog('silent'),
      signal: new AbortController().signal,
    });
    return { posts, updates, publishes, calls, workspaceId: `T0CALLS${workspace}` };
  };

  test('does not wait behind what nobody waits for; that makes room for it', async () => {
    const { posts, calls, workspaceId } = paced();
    await posts.reserve(workspaceId, ['U1', 'U2', 'U3'], NOW, 60_000);
    expect(await calls.post(workspaceId, 'U9', async () => 'at once')).toBe('at once');
    expect(await posts.reserve(workspaceId, ['U4'], NOW, 60_000)).toEqual({
      outcome: 'reserved',
      waitsMs: [4_000],
    });
  });

  test('that Slack refuses with "too many" stops the bulk, and is tried once more', async () => {
    const { posts, calls, workspaceId } = paced();
    const answers = [() => Promise.reject(tooMany(0)), async () => 'then'];
    expect(
      await calls.post(workspaceId, 'U1', () => answers.shift()?.() ?? Promise.reject(new Error())),
    ).toBe('then');
    const refused = calls.post(workspaceId, 'U1', () => Promise.reject(tooMany(60)));
    await expect(refused).rejects.toThrow('wants nothing');
    expect(posts.heldForMs(workspaceId, NOW)).toBe(60_000);
  });

  test('to change a message goes at once, except while Slack wants none', async () => {
    const { updates, calls, workspaceId } = paced();
    await updates.reserve(workspaceId, [''], NOW, 60_000);
    expect(await calls.update(workspaceId, async () => 'changed')).toBe('changed');
    await expect(calls.update(workspaceId, () => Promise.reject(tooMany(7)))).rejects.toThrow('too many');
    expect(updates.heldForMs(workspaceId, NOW)).toBe(7_000);
    await expect(calls.update(workspaceId, async () => 'changed')).rejects.toThrow('wants no chat.update');
  });

  test('to change a message that is not answered may still arrive', async () => {
    const { calls, workspaceId } = paced();
    const unanswered = calls.update(workspaceId, () => Promise.reject(new Error('the connection was lost')));
    await expect(unanswered).rejects.toMatchObject({ name: 'UnansweredError' });
  });

  test('does not wait for a database that is away', async () => {
    const { posts, updates, publishes } = paced();
    const away = async () => {
      throw new Error('no connection');
    };
    const calls = interactiveCalls({
      posts: Object.assign(posts, { take: away }),
      updates,
      publishes,
      machineNow: () => NOW,
      log: createLog('silent'),
      signal: new AbortController().signal,
    });
    expect(await calls.post('T0AWAY', 'U1', async () => 'all the same')).toBe('all the same');
  });

  test('does not provoke Slack while it is known to want nothing for long', async () => {
    const { posts, calls, workspaceId } = paced();
    await posts.holdBack(workspaceId, 60, NOW);
    let called = 0;
    const refused = calls.post(workspaceId, 'U1', async () => {
      called += 1;
    });
    await expect(refused).rejects.toThrow('wants nothing');
    expect(called).toBe(0);
  });
});
