import { describe, expect, test } from '@jest/globals';
import { WebAPIPlatformError } from '@slack/web-api';
import { PERMANENT_ERRORS } from '../../../src/delivery/classify-error.ts';
import { createLog } from '../../../src/log.ts';
import { identify } from '../../../src/slack/client/identify.ts';
import { askStanding } from '../../../src/slack/client/post-delivery.ts';
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

  /** Slack, saying each of these errors once and then who the bot is. */
  const saying = (...errors: string[]) => ({
    auth: {
      test: async () => {
        const error = errors.shift();
        if (error !== undefined) throw new WebAPIPlatformError({ ok: false, error });
        return { team_id: 'T0TEAM', team: 'Example', bot_id: BOT.botId, user_id: BOT.userId };
      },
    },
  });

  test('and asks again while Slack says that it is not well: that is no word about the token', async () => {
    const asked = identify(saying('service_unavailable', 'fatal_error'), log, [0, 0]);
    expect(await asked).toMatchObject({ workspaceId: 'T0TEAM' });
  });

  test('and says what Slack said where it goes on not being well', async () => {
    await expect(
      identify(saying('service_unavailable', 'service_unavailable'), log, [0]),
    ).rejects.toMatchObject({
      name: 'ActionableError',
      message: expect.stringContaining('(service_unavailable)'),
    });
  });

  test.each([...PERMANENT_ERRORS].filter(([, { concerns }]) => concerns === 'workspace'))(
    'and stops at once at %s, whether it starts or runs',
    async (error) => {
      await expect(identify(saying(error), log, [])).rejects.toMatchObject({
        message: `Slack refuses SLACK_BOT_TOKEN (${error})`,
      });
      expect(await askStanding(saying(error))()).toEqual({ standing: 'refused', reason: error });
    },
  );

  test.each(['service_unavailable', 'missing_scope', 'user_not_found'])(
    'and takes %s for no word about the token',
    async (error) => {
      expect(await askStanding(saying(error))()).toEqual({ standing: 'unknown' });
    },
  );
});
