import { expect, test } from '@jest/globals';
import { findPosted, postDelivery } from '../../../src/slack/client/post-delivery.ts';
import { AMY, clientOf, standingClock, withSimulator } from '../../simulator/support/simulated-company.ts';

const HOUR_MS = 3_600_000;
const DELIVERY = { recipient: AMY.id, deliveryId: '01a00000-0000-7000-8000-000000000001' };
const SAID = { text: 'x', blocks: [] };

test('a history is read back to a time, however many messages are newer, and no further', async () => {
  const clock = standingClock();
  await withSimulator({ now: clock.now }, async (simulator) => {
    const client = clientOf(simulator);
    const beforeIt = clock.now();
    clock.advance(HOUR_MS);
    const place = await postDelivery(client)(DELIVERY, SAID);
    clock.advance(HOUR_MS);
    const afterIt = clock.now();
    for (let newer = 0; newer < 120; newer += 1) {
      await client.chat.postMessage({ channel: place.channel, text: `newer ${newer}` });
    }
    const find = (since: Date) => findPosted(client)({ ...DELIVERY, since });
    expect(await find(beforeIt)).toEqual(place);
    expect(await find(new Date(0))).toEqual(place);
    expect(await find(afterIt)).toBeUndefined();
  });
});
