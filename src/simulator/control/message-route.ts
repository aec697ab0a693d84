import { z } from 'zod';
import { asSlackSendsIt } from '../app/as-slack-sends-it.ts';
import { messageEvent } from '../app/message-event.ts';
import { addMessage, openConversation } from '../conversations.ts';
import { parseJsonBody } from '../http/read-body.ts';
import { json, type Route } from '../http/route.ts';
import type { Slack } from '../slack.ts';
import { requireUser } from '../users.ts';
import { sendEvent } from './send-event.ts';

const Body = z.object({ user: z.string(), text: z.string().min(1) });

/** `POST /_control/message`: the person writes to the bot. */
export function messageRoute(slack: Slack): Route {
  return {
    method: 'POST',
    path: '/_control/message',
    handle: async (request) => {
      const { user: id, text } = parseJsonBody(Body, request.body);
      const user = requireUser(slack, id);
      const { channel } = openConversation(slack, user.id);
      const message = addMessage(slack, channel, user.id, { text: asSlackSendsIt(text), blocks: undefined });
      const event = messageEvent(slack, channel, message);
      return json(await sendEvent(slack, user.id, event));
    },
  };
}
