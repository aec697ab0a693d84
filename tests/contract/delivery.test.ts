import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { WebAPIRequestError } from '@slack/web-api';
import type { Rating } from '../../src/domain/check-in/rating.ts';
import { LOCALES, type Locale } from '../../src/domain/people/locale.ts';
import { postDelivery } from '../../src/slack/client/post-delivery.ts';
import { textsFor } from '../../src/texts/texts.ts';
import { planDigests } from '../../src/usecases/plan-digests.ts';
import { recordRating } from '../../src/usecases/record-rating.ts';
import { type CountingDatabase, openCounting, STORES } from '../support/stores.ts';
import { BEN, type Contract, NOBODY, openContract, SLACKS, type Staff } from './support/open-contract.ts';
import { type Outbox, openOutbox } from './support/open-outbox.ts';

const [STORE] = STORES;
const MONDAY = '2026-11-23T01:00:00Z';
const NO_TOKEN = '';

describe.each(SLACKS)('messages through the whole outgoing side, on $name', (slack) => {
  let contract: Contract;
  let counting: CountingDatabase;
  let staff: Staff;
  let outbox: Outbox;
  let number = 0;

  beforeAll(async () => {
    [contract, counting] = await Promise.all([openContract(slack), openCounting(STORE)]);
    staff = await contract.staff();
  });

  afterAll(async () => {
    await contract.stop();
    await counting.remove();
  });

  beforeEach(async () => {
    number += 1;
    outbox = await openOutbox(contract, counting.database, staff, `T0CONTRACT${number}`);
  });

  /** The one message somebody has: where the database says, and as it was rendered. */
  async function onlyMessageOf(who: keyof Staff): Promise<{ text: string; shown: string }> {
    const [message, ...others] = await outbox.inboxOf(staff[who]);
    if (message === undefined) throw new Error(`${who} has no message`);
    expect(others).toEqual([]);
    const { row, channel, ts, text, blocks, rendered } = message;
    expect(row).toMatchObject({ state: 'sent', channel, ts });
    expect(text).toBe(rendered?.text);
    // Slack gives blocks the ids they lack.
    expect(blocks).toMatchObject(JSON.parse(JSON.stringify(rendered?.blocks)));
    return { text, shown: JSON.stringify(blocks) };
  }

  const change = (who: keyof Staff, data: { locale?: Locale; slackUserId?: string }) =>
    counting.database.prisma.member.updateMany({
      where: { workspaceId: outbox.shop.workspaceId, slackUserId: staff[who] },
      data,
    });

  let taps = 0;
  /** Amy answers her check-in. */
  async function answer(answers: readonly Rating[]): Promise<void> {
    const { shop } = outbox;
    const { checkIn } = await shop.checkInOf(staff.amy, '2026-W47');
    for (const [position, given] of answers.entries()) {
      taps += 1;
      await recordRating(shop.context, {
        workspaceId: shop.workspaceId,
        slackUserId: staff.amy,
        checkInId: checkIn.checkInId,
        position,
        answer: given,
        actionTs: `${1_795_000_000 + taps}.000000`,
      });
    }
  }

  describe('arrive as they were rendered', () => {
    test.each([
      ['zh-TW', 'amy'],
      ['en', 'ben'],
    ] as const)('a check-in in %s', async (locale, who) => {
      expect(await outbox.send()).toBe(2);
      const { shown } = await onlyMessageOf(who);
      expect(shown).toContain(textsFor(locale).checkIn.question);
      expect(shown).toMatch(/\*P\d\.\d\.\d\*/);
    });

    test.each(LOCALES)('a weekly digest with its table in %s', async (locale) => {
      await answer([5, 4, 'no-opportunity', 3]);
      outbox.shop.at(MONDAY);
      await planDigests(outbox.shop.context);
      await change('boss', { locale });
      await outbox.send();
      const { shown, text } = await onlyMessageOf('boss');
      expect(shown).toContain('"type":"table"');
      expect(shown).toContain(textsFor(locale).weeklyDigest.tableTitle);
      expect(text).toContain('T1.1');
    });

    test.each(LOCALES)(
      'a word to an administrator of somebody whom Slack does not know, in %s',
      async (locale) => {
        await change('hr', { locale });
        await change('ben', { slackUserId: NOBODY });
        await outbox.send();
        // It waits a minute, to know how many messages it concerns.
        outbox.passSeconds(61);
        await outbox.send();
        expect(await outbox.states()).toEqual(['check-in failed', 'check-in sent', 'delivery-trouble sent']);
        const { text } = await onlyMessageOf('hr');
        expect(text).toContain(textsFor(locale).deliveryTrouble.unreachable([BEN.name]));
      },
    );
  });

  const lostAnswer = () => new WebAPIRequestError(new Error('socket hang up'));

  test('promise 2: what arrived without an answer is adopted, not posted again', async () => {
    const arrives = postDelivery(contract.client);
    const post = async (...given: Parameters<typeof arrives>) => {
      await arrives(...given);
      throw lostAnswer();
    };
    await outbox.send({ post });
    expect(await outbox.states()).toEqual(['check-in uncertain', 'check-in uncertain']);
    await outbox.settle();
    expect(await outbox.send()).toBe(0);
    await onlyMessageOf('amy');
    await onlyMessageOf('ben');
  });

  test('promise 1: what never arrived is posted after all', async () => {
    await outbox.send({ post: () => Promise.reject(lostAnswer()) });
    expect(await outbox.inboxOf(staff.amy)).toEqual([]);
    await outbox.settle();
    expect(await outbox.send()).toBe(2);
    await onlyMessageOf('amy');
    await onlyMessageOf('ben');
  });

  test('promise 1: without a token everything waits, and goes out once there is one', async () => {
    await outbox.send({ token: NO_TOKEN });
    await outbox.resume(NO_TOKEN);
    expect(await outbox.send()).toBe(0);
    expect(await outbox.states()).toEqual(['check-in queued', 'check-in queued']);
    await outbox.resume();
    expect(await outbox.send()).toBe(2);
    await onlyMessageOf('amy');
    await onlyMessageOf('ben');
  });

  test('an answered check-in is redrawn in place by the tick, where no tap drew it', async () => {
    await outbox.send();
    await answer([5, 4, 3, 2]);
    // Whoever saved the taps died before drawing them.
    outbox.passSeconds(60);
    expect(await outbox.redraw()).toBe(1);
    const inbox = await outbox.inboxOf(staff.amy);
    expect(inbox.map(({ text }) => text)).toEqual([textsFor('zh-TW').checkIn.thanks(4)]);
    expect(JSON.stringify(inbox)).toContain('check-in-reopen');
  });
});
