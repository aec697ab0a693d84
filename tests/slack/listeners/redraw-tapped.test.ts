import { describe, expect, test } from '@jest/globals';
import { createLog } from '../../../src/log.ts';
import { redrawTapped } from '../../../src/slack/listeners/actions/redraw-tapped.ts';
import { createRedraws } from '../../../src/slack/redraws.ts';
import type { CheckInForMember } from '../../../src/storage/check-ins/check-in-rows.ts';

const state: CheckInForMember = {
  checkIn: {
    workspaceId: 'T0',
    checkInId: 'c',
    memberId: 'm',
    period: '2026-W47',
    periodEndsAt: new Date(0),
    closesAt: new Date(0),
    version: 1,
    items: [],
    reopened: false,
  },
  recipient: { slackUserId: 'U0', locale: 'zh-TW', timeZone: 'Asia/Taipei' },
  audience: { supervisors: [], contact: undefined },
};

describe('an answer that is saved is drawn', () => {
  const parts = {
    renderCheckIn: () => ({ text: 'as saved', blocks: [] }),
    redraw: createRedraws(),
    log: createLog('silent'),
  };
  const body = { container: { type: 'message', channel_id: 'D1', message_ts: '1.000001' } };
  const spent = () => Promise.reject(new Error('Failed to respond to the response_url: 404'));

  const drawWith = async (
    respond: (message: object) => Promise<unknown>,
    update: (message: object) => Promise<unknown>,
  ) => {
    await redrawTapped(parts, { body, respond, client: { chat: { update } } }, state);
  };

  test('through the response_url of the tap, in place of the message', async () => {
    const sent: object[] = [];
    await drawWith(async (message) => sent.push(message), spent);
    expect(sent).toEqual([{ text: 'as saved', blocks: [], replace_original: true }]);
  });

  test('through chat.update where the response_url is spent or expired', async () => {
    const sent: object[] = [];
    await drawWith(spent, async (message) => sent.push(message));
    expect(sent).toEqual([{ channel: 'D1', ts: '1.000001', text: 'as saved', blocks: [] }]);
  });

  test('and when neither works nobody is told that it was not saved', async () => {
    await expect(drawWith(spent, spent)).resolves.toBeUndefined();
  });
});
