import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { channelOf } from './conversations.ts';
import { HttpError } from './http/http-error.ts';
import { json, matchRoute, type Route } from './http/route.ts';
import type { SimulatedUser } from './options.ts';
import { permalinkOf } from './permalink.ts';
import type { Slack } from './slack.ts';
import type { StoredMessage } from './state/message.ts';
import { everybody, requireUser } from './users.ts';

const FOLDER = join(import.meta.dirname, 'page');

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** How long a page may hang on for news before it asks again. */
const WAIT_MS = 25_000;

/** The browser page and what it asks for. */
export function pageRoutes(slack: Slack): Route[] {
  return [
    fileRoute('/', 'index.html'),
    ...pageFiles().map((name) => fileRoute(`/page/${name}`, name)),
    configRoute(slack),
    changesRoute(slack),
    conversationRoute(slack),
  ];
}

/** With their folders, as addresses have them. */
function pageFiles(): string[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => extname(name) !== '')
    .map((name) => name.replaceAll('\\', '/'));
}

function fileRoute(path: string, name: string): Route {
  return {
    method: 'GET',
    path,
    handle: () => ({
      status: 200,
      headers: {
        'content-type': CONTENT_TYPES[extname(name)] ?? 'application/octet-stream',
        'cache-control': 'no-cache',
        'content-security-policy': "default-src 'self'; img-src 'self' https: data:; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      },
      body: readFileSync(join(FOLDER, name)),
    }),
  };
}

/** Who this is, which channels, commands and shortcuts there are, and whether the demo offers a clock and a guide. */
function configRoute({ options }: Slack): Route {
  const offers = (method: string, path: string) =>
    matchRoute(options.extraRoutes ?? [], method, path) !== undefined;
  return {
    method: 'GET',
    path: '/_page/config',
    handle: () =>
      json({
        team: options.team.name,
        channels: options.channels ?? [],
        shortcuts: options.shortcuts ?? [],
        commands: (options.commands ?? []).map(
          (command) => options.commandHints?.find((hint) => hint.command === command) ?? { command },
        ),
        bot: { user: options.bot.userId, name: options.bot.displayName },
        clock: offers('POST', '/_demo/clock'),
        guide: offers('GET', '/_demo/guide'),
      }),
  };
}

/** The time, the people and how many messages each has from the bot, as soon as something is newer than `since`. */
function changesRoute(slack: Slack): Route {
  return {
    method: 'GET',
    path: '/_page/changes',
    handle: async ({ query, signal }) => {
      const since = Number(query.get('since') ?? -1);
      if (!Number.isInteger(since)) throw new HttpError(400, '"since" is a version.');
      await slack.store.changes.waitForOther(since, AbortSignal.any([signal, AbortSignal.timeout(WAIT_MS)]));
      return json({
        version: slack.store.changes.version,
        now: slack.options.now().toISOString(),
        preparing: slack.preparing,
        people: everybody(slack)
          .filter((user) => !user.is_bot)
          .map((user) => personOf(slack, user)),
      });
    },
  };
}

function personOf(slack: Slack, user: SimulatedUser): Record<string, unknown> {
  return {
    id: user.id,
    name: user.name,
    real_name: user.real_name,
    tz: user.tz,
    locale: user.locale,
    deleted: user.deleted ?? false,
    from_bot: messagesSeenBy(slack, user.id).filter((message) => message.user === slack.options.bot.userId)
      .length,
  };
}

/**
 * A person's DM, or with `channel` a channel, as that person sees it: with what only they see, oldest first. What Slack
 * keeps has a link.
 */
function conversationRoute(slack: Slack): Route {
  return {
    method: 'GET',
    path: '/_page/conversation',
    handle: ({ query }) => {
      const user = requireUser(slack, query.get('user') ?? '');
      const channel = query.get('channel') ?? channelOf(user.id);
      return json(
        messagesSeenBy(slack, user.id, channel).map((message) => ({
          ...message,
          ...(message.ephemeral_for === undefined
            ? { permalink: permalinkOf(slack, channel, message.ts) }
            : {}),
        })),
      );
    },
  };
}

/** Without what only somebody else sees, who tapped on a message here that was not theirs. */
function messagesSeenBy(slack: Slack, user: string, channel = channelOf(user)): readonly StoredMessage[] {
  const messages = slack.store.conversation(channel)?.messages ?? [];
  return messages.filter(({ ephemeral_for }) => ephemeral_for === undefined || ephemeral_for === user);
}
