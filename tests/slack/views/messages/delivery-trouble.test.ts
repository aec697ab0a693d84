import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LOCALES } from '../../../../src/domain/people/locale.ts';
import { validateBlocks } from '../../../../src/simulator/validate-blocks/validate-blocks.ts';
import { deliveryTroubleMessage } from '../../../../src/slack/views/messages/delivery-trouble.ts';
import { textsFor } from '../../../../src/texts/texts.ts';

const SEED = 20_261_124;

describe.each(LOCALES)('an administrator is told of trouble in %s', (locale) => {
  const say = (failed: number, unreachable: readonly string[]) =>
    deliveryTroubleMessage({ reason: 'user_not_found', failed, unreachable }, textsFor(locale));

  test('with how many messages, whom they were for, Slack’s reason and what to do', () => {
    const { text } = say(3, ['林雅婷', 'Ben Carter']);
    expect(text).toContain('3');
    expect(text).toContain('林雅婷');
    expect(text).toContain('Ben Carter');
    expect(text).toContain('user_not_found');
  });

  test('with names as they are: nothing in them is mrkdwn or an emoji', () => {
    const { text } = say(1, ['*王*', ':smile:']);
    expect(text).not.toMatch(/\*王\*|:smile:/);
    expect(text.replaceAll('\u2060', '')).toMatch(/\*王\*(?:、|, ):smile:/);
  });

  test('with ten names at most, and how many more', () => {
    const { text } = say(
      40,
      Array.from({ length: 40 }, (_, index) => `Person ${index}`),
    );
    expect(text).toContain('Person 9');
    expect(text).not.toContain('Person 10');
    expect(text).toContain('30');
  });

  test('promise 10: Slack takes it, whatever people are called', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.array(fc.string({ maxLength: 120 }), { maxLength: 30 }),
        (failed, names) => {
          expect(validateBlocks(say(failed, names).blocks, 'message')).toEqual([]);
        },
      ),
      { seed: SEED, numRuns: 50 },
    );
  });
});
