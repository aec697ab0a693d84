import { expect, test } from '@jest/globals';
import { createRateLimiter } from '../../src/simulator/rate-limit.ts';

// https://docs.slack.dev/apis/web-api/rate-limits
test('a tier 2 method takes 20 calls in any minute, and says how long to wait', () => {
  let now = 0;
  const limiter = createRateLimiter(() => now);
  for (let call = 0; call < 20; call += 1) {
    expect(limiter.retryAfter('users.list', 'tier-2')).toBeUndefined();
    now += 1_000;
  }
  expect(limiter.retryAfter('users.list', 'tier-2')).toBe(40);
  expect(limiter.retryAfter('auth.test', 'special')).toBeUndefined();
  now = 60_000;
  expect(limiter.retryAfter('users.list', 'tier-2')).toBeUndefined();
});

test('messages go once a second to each channel', () => {
  let now = 0;
  const limiter = createRateLimiter(() => now);
  expect(limiter.retryAfter('chat.postMessage D1', 'message')).toBeUndefined();
  expect(limiter.retryAfter('chat.postMessage D2', 'message')).toBeUndefined();
  expect(limiter.retryAfter('chat.postMessage D1', 'message')).toBe(1);
  now = 1_000;
  expect(limiter.retryAfter('chat.postMessage D1', 'message')).toBeUndefined();
});
