import { describe, expect, test } from '@jest/globals';
import { createLog } from '../../../src/log.ts';
import { identify } from '../../../src/slack/client/identify.ts';
import { post } from '../../simulator/support/control.ts';
import { BOT, clientOf, withSimulator } from '../../simulator/support/simulated-company.ts';

const log = createLog('silent');

describe('at the start the bot asks who it is', () => {
  test('and asks again while Slack cannot be reached', () =>
    withSimulator({}, async (simulator) => {
      await post(`${simulator.url}/_control/fault`, { method: 'auth.test', kind: 'reset', times: 1 });
      expect(await identify(clientOf(simulator), log)).toEqual({
        workspaceId: 'T0TEAM',
        workspaceName: 'Example',
        botId: BOT.botId,
        botUserId: BOT.userId,
      });
    }));

  test('and stops with a sentence that names the token when Slack refuses it', () =>
    withSimulator({}, async (simulator) => {
      await expect(identify(clientOf(simulator, 'xoxb-wrong'), log)).rejects.toMatchObject({
        name: 'ActionableError',
        message: expect.stringContaining('SLACK_BOT_TOKEN (invalid_auth)'),
        nextStep: expect.stringContaining('OAuth & Permissions'),
      });
    }));
});
