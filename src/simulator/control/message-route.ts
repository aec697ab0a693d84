import { z } from 'zod';
import { messageAsSlackSendsIt } from '../app/as-slack-sends-it.ts';
import { messageEvent } from '../app/message-event.ts';
import { openChannel, scopePrefix } from '../channels.ts';
import { addMessage, openConversation } from '../conversations.ts';
import { parseJsonBody } from '../http/read-body.ts';
import { json, type Route } from '../http/route.ts';
import type { Slack } from '../slack.ts';
import { requireUser } from '../users.ts';
import { requireChannel } from './place.ts';
import { NOT_SENT, sendEvent } from './send-event.ts';

const Body = z.object({ user: z.string(), text: z.string().min(1), channel: z.string().optional() });

/** `POST /_control/message`: the person writes to the bot, or in a channel; where the bot is not, it hears nothing. */
export function messageRoute(slack: Slack): Route {
  return {
    method: 'POST',
    path: '/_control/message',
    handle: async (request) => {
      const asked = parseJsonBody(Body, request.body);
      const user = requireUser(slack, asked.user);
      const channel = asked.channel === undefined ? undefined : requireChannel(slack, asked.channel);
      const { channel: id } =
        channel === undefined ? openConversation(slack, user.id) : openChannel(slack, channel);
      const text = messageAsSlackSendsIt(asked.text);
      const message = addMessage(slack, id, user.id, { text, blocks: undefined });
      const { ts } = message;
      if (channel?.bot_is_member === false) return json({ ts, ...NOT_SENT });
      const subscription = `message.${scopePrefix(slack, id)}`;
      const event = messageEvent(slack, id, message);
      return json({ ts, ...(await sendEvent(slack, { user: user.id, ts, subscription, event })) });
    },
  };
}
