import type { Tier } from '../rate-limit.ts';
import { authTest } from './auth-test.ts';
import { chatDelete } from './chat-delete.ts';
import { chatGetPermalink } from './chat-get-permalink.ts';
import { chatPostEphemeral } from './chat-post-ephemeral.ts';
import { chatPostMessage } from './chat-post-message.ts';
import { chatUpdate } from './chat-update.ts';
import { conversationsHistory } from './conversations-history.ts';
import { conversationsInfo } from './conversations-info.ts';
import { conversationsOpen } from './conversations-open.ts';
import type { MethodHandler } from './method.ts';
import { usersInfo } from './users-info.ts';
import { usersList } from './users-list.ts';
import { usersLookupByEmail } from './users-lookup-by-email.ts';
import { viewsOpen } from './views-open.ts';
import { viewsPublish } from './views-publish.ts';
import { viewsPush } from './views-push.ts';
import { viewsUpdate } from './views-update.ts';

interface Method {
  readonly tier: Tier;
  /** `null`: any token, or the handler says which, by the kind of conversation. */
  readonly scope: string | null;
  readonly handler: MethodHandler;
}

/** The Web API as far as it is simulated. Tiers and scopes: https://docs.slack.dev/reference/methods. */
export const METHODS: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['auth.test', { tier: 'special', scope: null, handler: authTest }],
  ['chat.delete', { tier: 'tier-3', scope: 'chat:write', handler: chatDelete }],
  ['chat.getPermalink', { tier: 'special', scope: null, handler: chatGetPermalink }],
  ['chat.postEphemeral', { tier: 'tier-4', scope: 'chat:write', handler: chatPostEphemeral }],
  ['chat.postMessage', { tier: 'message', scope: 'chat:write', handler: chatPostMessage }],
  ['chat.update', { tier: 'tier-3', scope: 'chat:write', handler: chatUpdate }],
  ['conversations.history', { tier: 'tier-3', scope: null, handler: conversationsHistory }],
  ['conversations.info', { tier: 'tier-3', scope: null, handler: conversationsInfo }],
  ['conversations.open', { tier: 'tier-3', scope: 'im:write', handler: conversationsOpen }],
  ['users.info', { tier: 'tier-4', scope: 'users:read', handler: usersInfo }],
  ['users.list', { tier: 'tier-2', scope: 'users:read', handler: usersList }],
  ['users.lookupByEmail', { tier: 'tier-3', scope: 'users:read.email', handler: usersLookupByEmail }],
  ['views.open', { tier: 'tier-4', scope: null, handler: viewsOpen }],
  ['views.publish', { tier: 'tier-4', scope: null, handler: viewsPublish }],
  ['views.push', { tier: 'tier-4', scope: null, handler: viewsPush }],
  ['views.update', { tier: 'tier-4', scope: null, handler: viewsUpdate }],
]);
