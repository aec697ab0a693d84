import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ConfigError, readConfig } from '../src/config.ts';

const http = {
  SLACK_BOT_TOKEN: 'xoxb-1-2-hush',
  SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef',
};
const socket = { SLACK_BOT_TOKEN: 'xoxb-1-2-hush', SLACK_APP_TOKEN: 'xapp-1-hush' };

/** The one line that the bot, or the demo, refuses to start with. */
function refusal(environment: NodeJS.ProcessEnv, mode = 'bot'): string {
  try {
    readConfig(mode, environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'started';
}

describe('the bot is strict: a missing or malformed setting stops it with one line that names it', () => {
  test.each([
    ['SLACK_BOT_TOKEN', 'missing', { ...http, SLACK_BOT_TOKEN: undefined }],
    ['SLACK_BOT_TOKEN', 'empty', { ...http, SLACK_BOT_TOKEN: '' }],
    ['SLACK_BOT_TOKEN', 'blank', { ...http, SLACK_BOT_TOKEN: '  ' }],
    ['SLACK_BOT_TOKEN', 'an app’s', { ...http, SLACK_BOT_TOKEN: 'xapp-1-hush' }],
    ['SLACK_BOT_TOKEN', 'a person’s', { ...http, SLACK_BOT_TOKEN: 'xoxp-1-hush' }],
    ['SLACK_APP_TOKEN', 'missing, and no SLACK_SIGNING_SECRET', { ...socket, SLACK_APP_TOKEN: undefined }],
    ['SLACK_APP_TOKEN', 'empty, and no SLACK_SIGNING_SECRET', { ...socket, SLACK_APP_TOKEN: '' }],
    ['SLACK_APP_TOKEN', 'a bot’s', { ...socket, SLACK_APP_TOKEN: 'xoxb-1-2-hush' }],
    ['SLACK_APP_TOKEN', 'malformed, though there is a secret', { ...http, SLACK_APP_TOKEN: 'hush' }],
    ['SLACK_SIGNING_SECRET', 'missing, and no SLACK_APP_TOKEN', { ...http, SLACK_SIGNING_SECRET: undefined }],
    ['SLACK_SIGNING_SECRET', 'a token', { ...http, SLACK_SIGNING_SECRET: 'xoxb-1-2-hush' }],
    ['SLACK_SIGNING_SECRET', 'too short', { ...http, SLACK_SIGNING_SECRET: 'hush' }],
    ['SLACK_API_URL', 'no URL', { ...http, SLACK_API_URL: 'slack.example' }],
    ['SLACK_API_URL', 'not of the web', { ...http, SLACK_API_URL: 'file:///tmp/x' }],
    ['CONTACT', 'too long', { ...http, CONTACT: 'x'.repeat(201) }],
    ['DATABASE_URL', 'of another database', { ...http, DATABASE_URL: 'mysql://localhost/x' }],
    ['DATABASE_URL', 'a file', { ...http, DATABASE_URL: './data.db' }],
    ['LOG_LEVEL', 'unknown', { ...http, LOG_LEVEL: 'loud' }],
    ['PORT', 'a word', { ...http, PORT: 'http' }],
    ['PORT', 'a number and a word', { ...http, PORT: '3000x' }],
    ['PORT', 'half a number', { ...http, PORT: '3000.5' }],
    ['PORT', 'negative', { ...http, PORT: '-1' }],
    ['PORT', 'beyond the last', { ...http, PORT: '65536' }],
    ['POSTS_PER_MINUTE', 'none', { ...http, POSTS_PER_MINUTE: '0' }],
    ['POSTS_PER_MINUTE', 'a word', { ...http, POSTS_PER_MINUTE: 'many' }],
    ['SETTLING_SECONDS', 'too short to be believed', { ...http, SETTLING_SECONDS: '5' }],
    ['DRAIN_SECONDS', 'longer than anybody waits', { ...http, DRAIN_SECONDS: '61' }],
    ['DRAIN_SECONDS', 'half a number', { ...http, DRAIN_SECONDS: '1.5' }],
  ])('%s is %s', (name, _what, environment) => {
    const line = refusal(environment);
    expect(line).toContain(name);
    expect(line).not.toContain('\n');
    // Lines end up in logs and chats.
    expect(line).not.toContain('hush');
  });

  test.each([undefined, '', 'production', 'DEMO'])('an unknown way to start, %p, starts nothing', (mode) => {
    expect(() => readConfig(mode, http)).toThrow(ConfigError);
  });

  test('nothing at all never becomes the demo', () => {
    expect(refusal({})).toContain('SLACK_BOT_TOKEN is missing');
  });
});

describe('the bot’s settings', () => {
  test('over HTTP, with what is assumed', () => {
    expect(readConfig('bot', http)).toEqual({
      mode: 'bot',
      port: 3000,
      postsPerMinute: 300,
      settlingMs: 120_000,
      drainMs: 0,
      folder: resolve('.data/bot'),
      databaseUrl: undefined,
      logLevel: 'info',
      contact: undefined,
      slack: {
        token: http.SLACK_BOT_TOKEN,
        apiUrl: undefined,
        transport: { kind: 'http', signingSecret: http.SLACK_SIGNING_SECRET },
      },
    });
  });

  test('in Socket Mode, which goes first where both are set', () => {
    const transport = { kind: 'socket', appToken: socket.SLACK_APP_TOKEN };
    expect(readConfig('bot', socket)).toMatchObject({ slack: { transport } });
    expect(readConfig('bot', { ...http, ...socket })).toMatchObject({ slack: { transport } });
  });

  test('all of them given', () => {
    expect(
      readConfig('bot', {
        ...http,
        PORT: '8080',
        DATA_DIR: '/var/lib/bot',
        DATABASE_URL: 'postgresql://bot@db/bot',
        LOG_LEVEL: 'warn',
        SLACK_API_URL: 'http://127.0.0.1:3000/api/',
        CONTACT: '#hr',
        POSTS_PER_MINUTE: '600',
        SETTLING_SECONDS: '60',
        DRAIN_SECONDS: '15',
        SOMETHING_ELSE: 'ignored',
      }),
    ).toMatchObject({
      port: 8080,
      folder: '/var/lib/bot/bot',
      databaseUrl: 'postgresql://bot@db/bot',
      logLevel: 'warn',
      contact: '#hr',
      postsPerMinute: 600,
      settlingMs: 60_000,
      drainMs: 15_000,
      slack: { apiUrl: 'http://127.0.0.1:3000/api/' },
    });
  });

  test('an empty or blank value counts as absent', () => {
    const names = [
      'PORT',
      'DATA_DIR',
      'DATABASE_URL',
      'LOG_LEVEL',
      'SLACK_APP_TOKEN',
      'SLACK_API_URL',
      'CONTACT',
      'POSTS_PER_MINUTE',
      'SETTLING_SECONDS',
      'DRAIN_SECONDS',
    ];
    for (const nothing of ['', ' ']) {
      const empty = Object.fromEntries(names.map((name) => [name, nothing]));
      expect(readConfig('bot', { ...http, ...empty })).toEqual(readConfig('bot', http));
    }
  });

  test.each([
    ['0', 0],
    ['1', 1],
    ['65535', 65_535],
  ])('PORT may be %s', (PORT, port) => {
    expect(readConfig('demo', { PORT }).port).toBe(port);
  });
});

describe('the demo', () => {
  test('needs nothing, and keeps its data apart from the bot’s', () => {
    expect(readConfig('demo', {})).toEqual({
      mode: 'demo',
      port: 3000,
      folder: resolve('.data/demo'),
      databaseUrl: undefined,
      logLevel: 'warn',
    });
    const folders = (['demo', 'bot'] as const).map(
      (mode) => readConfig(mode, { ...http, DATA_DIR: '/d' }).folder,
    );
    expect(new Set(folders).size).toBe(2);
  });

  test('never looks at the settings of a real workspace', () => {
    expect(readConfig('demo', { ...http, SLACK_API_URL: 'nonsense' })).toEqual(readConfig('demo', {}));
  });

  test.each(['PORT', 'DATABASE_URL', 'LOG_LEVEL'])('refuses a malformed %s as the bot does', (name) => {
    expect(refusal({ [name]: 'nonsense' }, 'demo')).toContain(name);
  });
});
