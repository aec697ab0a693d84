import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ViewsPublishArguments } from '@slack/web-api';
import type { Locale } from '../../../src/domain/people/locale.ts';
import { answerHomeTap } from '../../../src/slack/listeners/home/answer-home-tap.ts';
import { homePublisher, type PublishHome } from '../../../src/slack/listeners/home/publish-home.ts';
import type { HomeTap } from '../../../src/slack/listeners/home/tapped-home.ts';
import { setLanguage } from '../../../src/usecases/set-language.ts';
import { openShop, RETAIL, type Shop, UNPACED } from '../../support/shop.ts';
import { type CountingDatabase, openCounting, STORES } from '../../support/stores.ts';

const refusedWith = (error: string) => Object.assign(new Error(error), { data: { error } });

describe('publishing a Home', () => {
  let counting: CountingDatabase;
  let shop: Shop;
  let publishHome: PublishHome;
  let otherProcess: PublishHome;
  /** Slack's answers to come, each let go by hand; what was shown, in the order of asking. */
  let asked: ViewsPublishArguments[];
  let pending: { resolve: () => void; reject: (error: Error) => void }[];

  const client = {
    views: {
      publish: (view: ViewsPublishArguments) =>
        new Promise<void>((resolve, reject) => {
          asked.push(view);
          pending.push({ resolve, reject });
        }),
    },
  };
  const who = { workspaceId: 'T0PUBLISH', slackUserId: 'UME' };

  beforeAll(async () => {
    counting = await openCounting(STORES[0]);
    shop = await openShop(counting.database, 'T0PUBLISH');
    await shop.hire([{ id: 'UME', standard: RETAIL }]);
  });
  beforeEach(async () => {
    asked = [];
    pending = [];
    const parts = {
      context: shop.context,
      findCaller: async () => ({ locale: 'en' as const, timeZone: 'Asia/Taipei', standardCodes: [] }),
      calls: UNPACED,
      log: shop.context.log,
    };
    [publishHome, otherProcess] = [homePublisher(parts), homePublisher(parts)];
    await speak('zh-TW');
  });
  afterAll(() => counting.remove());

  const speak = (locale: Locale) =>
    counting.database.prisma.$transaction((tx) => setLanguage(shop.context, tx, { ...who, locale }));

  /** The answer to the call with this number, once it was asked. */
  const answering = async (call: number) => {
    for (;;) {
      const found = pending[call];
      if (found !== undefined) return found;
      await new Promise(setImmediate);
    }
  };
  const shownIn = (call: number) => JSON.stringify(asked[call]?.view);

  test('two at once end with the newest: the second waits, and reads when it begins', async () => {
    const first = publishHome(client, who);
    const inFlight = await answering(0);
    const second = publishHome(client, who);
    const third = publishHome(client, { ...who, said: ({ settings }) => settings.saved });
    await speak('en');
    expect(asked).toHaveLength(1);
    inFlight.resolve();
    (await answering(1)).resolve();
    await Promise.all([first, second, third]);
    expect(asked).toHaveLength(2);
    expect(shownIn(0)).toContain('我的職能');
    expect(shownIn(1)).toContain('My competencies');
    expect(shownIn(1)).toContain('Your settings are saved');
    const fourth = publishHome(client, who);
    (await answering(2)).resolve();
    await fourth;
  });

  test('overtaken by another process, it reads once more', async () => {
    const published = publishHome(client, { ...who, hash: 'of the one before' });
    const overtaken = await answering(0);
    await speak('en');
    overtaken.reject(refusedWith('hash_conflict'));
    (await answering(1)).resolve();
    await published;
    expect(asked.map(({ hash }) => hash)).toEqual(['of the one before', undefined]);
    expect(shownIn(1)).toContain('My competencies');
  });

  test('what a form shows, which knows no hash, is read once more: it may have been drawn over something newer', async () => {
    const published = publishHome(client, { ...who, said: ({ settings }) => settings.saved });
    const slow = await answering(0);
    await speak('en');
    slow.resolve();
    (await answering(1)).resolve();
    await published;
    expect([shownIn(0), shownIn(1)]).toEqual([
      expect.stringContaining('我的職能'),
      expect.stringContaining('My competencies'),
    ]);
    expect(asked).toHaveLength(2);
  });

  test.each([
    ['a tap', 'a tap', 'as both saw it', 'as both saw it'],
    ['a form', 'a tap', undefined, 'as both saw it'],
    ['a tap', 'a form', 'as both saw it', undefined],
    ['a form', 'a form', undefined, undefined],
  ])(
    'two processes, the slow one after %s and the other after %s: Home ends on the newest picture',
    async (_slow, _quick, slowHash, quickHash) => {
      const slack = { hash: 'as both saw it', shows: '' };
      const held = Promise.withResolvers<void>();
      const left = Promise.withResolvers<void>();
      const clientWaitingFor = (arrives: Promise<void>) => ({
        views: {
          publish: async ({ hash, view }: ViewsPublishArguments) => {
            left.resolve();
            await arrives;
            if (hash !== undefined && hash !== slack.hash) throw refusedWith('hash_conflict');
            slack.hash = `${slack.hash}, and once more`;
            slack.shows = JSON.stringify(view);
          },
        },
      });
      const slow = publishHome(clientWaitingFor(held.promise), { ...who, hash: slowHash });
      await left.promise;
      await speak('en');
      await otherProcess(clientWaitingFor(Promise.resolve()), { ...who, hash: quickHash });
      held.resolve();
      await slow;
      expect(slack.shows).toContain('My competencies');
    },
  );

  test('a Home that is opened for the first time is one statement', async () => {
    const first = async () => {
      const published = publishHome(client, { ...who, isFirst: true });
      (await answering(0)).resolve();
      await published;
    };
    expect(await counting.statementsOf(first)).toBe(1);
  });

  test.each([
    ['home', 'as it was tapped'],
    ['modal', undefined],
  ])('of a tap on a %s, the hash of Home is: %s', async (type, hash) => {
    const listener = answerHomeTap(
      { context: shop.context, log: shop.context.log },
      publishHome,
      { what: 'a test', saidAt: 'top', failed: () => 'it failed' },
      async () => undefined,
    );
    const tapped = {
      ack: async () => undefined,
      body: { team: { id: 'T0PUBLISH' }, user: { id: 'UME' }, view: { type, hash: 'as it was tapped' } },
      client,
    } as unknown as HomeTap;
    const done = listener(tapped);
    (await answering(0)).resolve();
    await done;
    expect(asked.map((each) => each.hash)).toEqual([hash]);
  });

  test.each(['invalid_arguments', 'invalid_blocks'])(
    'where Slack has not all the blocks (%s), it is shown with established ones',
    async (error) => {
      const published = publishHome(client, who);
      (await answering(0)).reject(refusedWith(error));
      (await answering(1)).resolve();
      await published;
      expect(asked).toHaveLength(2);
    },
  );

  test('what Slack does not take leaves the next one free to try', async () => {
    const published = publishHome(client, who);
    (await answering(0)).reject(refusedWith('internal_error'));
    await published;
    const again = publishHome(client, who);
    (await answering(1)).resolve();
    await again;
    expect(asked).toHaveLength(2);
  });
});
