import { describe, expect, test } from '@jest/globals';
import { createRateLimiter, type RateLimits } from '../../src/simulator/rate-limit.ts';

function limiterAt(limits?: RateLimits) {
  let now = 0;
  const limiter = createRateLimiter(() => now, limits);
  return {
    pass: (ms: number) => {
      now += ms;
    },
    call: (method: string, tier: 'tier-2' | 'special') => limiter.retryAfter({ method, tier }),
    message: (channel: string) =>
      limiter.retryAfter({ method: 'chat.postMessage', tier: 'message', channel }),
  };
}

// https://docs.slack.dev/apis/web-api/rate-limits
describe("Slack's rates", () => {
  test('a tier 2 method takes 20 calls in any minute, and says how long to wait', () => {
    const { call, pass } = limiterAt();
    for (let count = 0; count < 20; count += 1) {
      expect(call('users.list', 'tier-2')).toBeUndefined();
      pass(1_000);
    }
    expect(call('users.list', 'tier-2')).toBe(40);
    expect(call('auth.test', 'special')).toBeUndefined();
    pass(40_000);
    expect(call('users.list', 'tier-2')).toBeUndefined();
    expect(call('users.list', 'tier-2')).toBe(1);
  });

  test('messages go once a second to each channel', () => {
    const { message, pass } = limiterAt();
    expect(message('D1')).toBeUndefined();
    expect(message('D2')).toBeUndefined();
    expect(message('D1')).toBe(1);
    pass(1_000);
    expect(message('D1')).toBeUndefined();
  });

  test('messages of a workspace: a tenth of a minute at once, then steadily', () => {
    const { message, pass } = limiterAt({ postsPerMinute: 60 });
    const sent = Array.from({ length: 10 }, (_, index) => message(`D${index}`));
    expect(sent.filter((refused) => refused !== undefined)).toEqual([1, 1, 1, 1]);
    pass(1_000);
    expect(message('D10')).toBeUndefined();
    expect(message('D11')).toBe(1);
  });

  test('what is refused is not counted', () => {
    const { message, pass } = limiterAt({ postsPerMinute: 60 });
    for (let index = 0; index < 50; index += 1) message(`D${index}`);
    pass(1_000);
    expect(message('D50')).toBeUndefined();
  });

  test('all of them faster, where a test says so', () => {
    const { message, pass } = limiterAt({ scale: 10 });
    expect(message('D1')).toBeUndefined();
    expect(message('D1')).toBe(1);
    pass(100);
    expect(message('D1')).toBeUndefined();
  });
});
