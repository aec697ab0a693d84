import { z } from 'zod';
import { sendInteraction } from '../app/send-interaction.ts';
import { globalShortcutPayload, messageShortcutPayload } from '../app/shortcut-payload.ts';
import { channelOf } from '../conversations.ts';
import { HttpError } from '../http/http-error.ts';
import { parseJsonBody } from '../http/read-body.ts';
import { json, type Route } from '../http/route.ts';
import type { SimulatedShortcut, SimulatedUser } from '../options.ts';
import type { Slack } from '../slack.ts';
import { requireUser } from '../users.ts';
import { shownAcknowledgement } from './shown-acknowledgement.ts';

const Body = z.strictObject({
  user: z.string(),
  callback_id: z.string(),
  channel: z.string().optional(),
  ts: z.string().optional(),
  client: z.string().optional(),
});
type Body = z.infer<typeof Body>;

/** `POST /_control/shortcut`: the person uses one of the app's shortcuts, with `ts` one on a message. */
export function shortcutRoute(slack: Slack): Route {
  return {
    method: 'POST',
    path: '/_control/shortcut',
    handle: async ({ body }) => {
      const asked = parseJsonBody(Body, body);
      const user = requireUser(slack, asked.user);
      requireRegistered(slack, asked.callback_id, asked.ts === undefined ? 'global' : 'message');
      const payload = payloadOf(slack, user, asked);
      const acknowledgement = await sendInteraction(slack, 'shortcut', payload);
      const { user: _user, client: _client, ...details } = asked;
      slack.record.add({ kind: 'shortcut', user: user.id, status: acknowledgement.status, details });
      return json(shownAcknowledgement(acknowledgement));
    },
  };
}

function payloadOf(slack: Slack, user: SimulatedUser, asked: Body): Record<string, unknown> {
  const used = { callbackId: asked.callback_id, client: asked.client };
  if (asked.ts === undefined) return globalShortcutPayload(slack, user, used);
  const channel = asked.channel ?? channelOf(user.id);
  const message = slack.store.message(channel, asked.ts);
  // Slack offers no shortcuts on what only one person sees, because it does not keep it.
  if (message === undefined || message.ephemeral_for !== undefined) {
    throw new HttpError(404, `${channel} has no message ${asked.ts}.`);
  }
  return messageShortcutPayload(slack, user, used, { channel, message });
}

function requireRegistered(slack: Slack, callbackId: string, type: SimulatedShortcut['type']): void {
  const { shortcuts } = slack.options;
  if (shortcuts === undefined) return;
  if (!shortcuts.some((shortcut) => shortcut.callback_id === callbackId && shortcut.type === type)) {
    throw new HttpError(404, `The app has no ${type} shortcut ${callbackId}.`);
  }
}
