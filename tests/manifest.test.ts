import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { COMMAND_HINTS, COMMANDS, EVENTS, SHORTCUTS } from '../src/demo/company.ts';
import { NEEDED_SCOPES } from '../src/slack/client/ask-rights.ts';
import { LISTENERS } from '../src/slack/listeners/register.ts';

/** Only what Slack's manifest v2 knows, with its lengths: anything else is refused when the app is created. */
const manifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.int() }),
  display_information: z.strictObject({
    name: z.string().max(35),
    description: z.string().max(140),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({ display_name: z.string().max(80), always_online: z.boolean() }),
    slash_commands: z.array(
      z.strictObject({
        command: z.string().max(32),
        description: z.string().max(2000),
        usage_hint: z.string().max(1000),
        should_escape: z.boolean(),
      }),
    ),
    shortcuts: z
      .array(
        z.strictObject({
          name: z.string().max(24),
          type: z.enum(['global', 'message']),
          callback_id: z.string().max(255),
          description: z.string().max(150),
        }),
      )
      .max(10),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string()) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(z.string()) }),
    interactivity: z.strictObject({ is_enabled: z.boolean() }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

/** The scope of each Web API method that the app calls: https://docs.slack.dev/reference/methods. */
const SCOPES: Record<string, string[]> = {
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.getPermalink': [],
  'conversations.open': ['im:write'],
  'conversations.history': ['im:history'],
  'users.info': ['users:read'],
  'users.list': ['users:read', 'users:read.email'],
  'files.getUploadURLExternal': ['files:write'],
  'files.completeUploadExternal': ['files:write'],
  'views.open': [],
  'views.publish': [],
  'views.update': [],
  'auth.test': [],
};

describe('manifest.yml', () => {
  const file = readFileSync(fileURLToPath(new URL('../manifest.yml', import.meta.url)), 'utf8');
  const { features, oauth_config, settings } = manifest.parse(parse(file));

  test('asks for exactly the commands, shortcuts and events that the bot listens to', () => {
    expect(features.shortcuts.map(({ callback_id }) => callback_id)).toEqual([...LISTENERS.shortcuts]);
    expect(features.slash_commands.map(({ command }) => command)).toEqual([...LISTENERS.commands]);
    expect(settings.event_subscriptions.bot_events).toEqual([...LISTENERS.events]);
    expect([...EVENTS]).toEqual([...LISTENERS.events]);
    expect(settings.interactivity.is_enabled).toBe(true);
  });

  test('has the commands that the demo types', () => {
    expect(features.slash_commands.map(({ command }) => command)).toEqual([...COMMANDS]);
    const hints = features.slash_commands.map(({ command, usage_hint, description }) => ({
      command,
      usage_hint,
      description,
    }));
    expect(hints).toEqual([...COMMAND_HINTS]);
  });

  test('has the shortcuts that the demo offers', () => {
    const offered = features.shortcuts.map(({ name, type, callback_id }) => ({ name, type, callback_id }));
    expect(offered).toEqual([...SHORTCUTS]);
  });

  test('lets people write to the bot, and gives them a Home', () => {
    expect(features.app_home).toMatchObject({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
  });

  test('asks for the scopes of what the bot calls, of commands and of messages, and for no more', () => {
    const needed = new Set([...Object.values(SCOPES).flat(), 'commands', 'im:history']);
    expect(oauth_config.scopes.bot.toSorted()).toEqual([...needed].toSorted());
  });

  test('asks for what `doctor` misses where it was not given', () => {
    expect(oauth_config.scopes.bot.toSorted()).toEqual(NEEDED_SCOPES.toSorted());
  });

  test('what talks to Slack calls only methods whose scopes are known here', () => {
    const folder = fileURLToPath(new URL('../src/slack/', import.meta.url));
    const called = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) => [
        ...readFileSync(`${folder}${path}`, 'utf8').matchAll(
          /client\s*\.((?:auth|chat|users|conversations|views|files)\.\w+)\(/g,
        ),
      ])
      .map(([, name]) => name ?? '');
    expect(called.length).toBeGreaterThan(10);
    expect(called.filter((name) => !(name in SCOPES))).toEqual([]);
  });
});
