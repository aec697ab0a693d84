import { z } from 'zod';
import { commandPayload } from '../app/command-payload.ts';
import { dispatch } from '../app/dispatch.ts';
import { createResponseUrl } from '../app/response-url.ts';
import { formEncoded } from '../app/send-to-app.ts';
import { openChannel } from '../channels.ts';
import { openConversation } from '../conversations.ts';
import { parseJsonBody } from '../http/read-body.ts';
import { json, type Route } from '../http/route.ts';
import { showCommandAcknowledgement } from '../interactions/command-acknowledgement.ts';
import { registeredCommand, sayNotACommand } from '../interactions/registered-command.ts';
import type { Slack } from '../slack.ts';
import { requireUser } from '../users.ts';
import { requireChannel } from './place.ts';

const Body = z.object({
  user: z.string(),
  command: z.string().regex(/^\/\S+$/, 'it starts with / and has no spaces'),
  text: z.string().default(''),
  channel: z.string().optional(),
  client: z.string().optional(),
});

/**
 * `POST /_control/command`: the person types a slash command in their DM with the bot, or in a channel, where it is
 * then answered, also where the bot is not. One that the app has not registered never reaches it; one that it has
 * reaches it in the registered spelling.
 */
export function commandRoute(slack: Slack): Route {
  return {
    method: 'POST',
    path: '/_control/command',
    handle: async (request) => {
      const { user: id, command: typed, text, client, ...where } = parseJsonBody(Body, request.body);
      const user = requireUser(slack, id);
      const { channel } =
        where.channel === undefined
          ? openConversation(slack, user.id)
          : openChannel(slack, requireChannel(slack, where.channel));
      const command = registeredCommand(slack.options.commands, typed);
      if (command === undefined) {
        sayNotACommand(slack, channel, user.id, typed);
        slack.record.add({ kind: 'not-a-command', user: user.id, command: typed });
        return json({ acknowledged_ms: 0, status: 0, body: '', error: 'not_a_command' });
      }
      const responseUrl = createResponseUrl(slack, channel, user.id);
      const payload = commandPayload(slack, user, { command, text, channel, responseUrl, client });
      const acknowledgement = await dispatch(slack, 'command', payload, formEncoded(payload));
      const shown = showCommandAcknowledgement(
        slack,
        { channel, user: user.id, command, text },
        acknowledgement,
      );
      const { acknowledged_ms, status, body } = acknowledgement;
      slack.record.add({ kind: 'commanded', user: user.id, status, details: { command, text, ...shown } });
      return json({ acknowledged_ms, status, body, ...shown });
    },
  };
}
