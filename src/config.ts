import { resolve } from 'node:path';
import { z } from 'zod';

/** The only reader of the environment. Everything else is given a `Config`. */

const port = z.coerce
  .number('PORT must be a number')
  .int('PORT must be a whole number')
  .min(0, 'PORT must be 0 to 65535')
  .max(65_535, 'PORT must be 0 to 65535')
  .default(3000);

function wholeNumber(name: string, least: number, most: number) {
  const sentence = `${name} must be a whole number from ${least} to ${most}`;
  return z.coerce.number(sentence).int(sentence).min(least, sentence).max(most, sentence);
}

const common = z.object({
  PORT: port,
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//, 'DATABASE_URL must begin with postgres:// or postgresql://')
    .optional(),
  LOG_LEVEL: z
    .enum(
      ['debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'LOG_LEVEL must be debug, info, warn, error, fatal or silent',
    )
    .optional(),
});

const real = common.extend({
  SLACK_BOT_TOKEN: z
    .string('SLACK_BOT_TOKEN is missing: copy the bot token from "OAuth & Permissions" of the Slack app')
    .regex(/^xoxb-/, 'SLACK_BOT_TOKEN must begin with xoxb-'),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-/, 'SLACK_APP_TOKEN must begin with xapp-')
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(
      /^(?!xox|xapp)\S{8,}$/,
      'SLACK_SIGNING_SECRET must be the signing secret from "Basic Information", not a token',
    )
    .optional(),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: 'SLACK_API_URL must be a URL that begins with http:// or https://' })
    .optional(),
  CONTACT: z.string().min(1).max(200).optional(),
  POSTS_PER_MINUTE: wholeNumber('POSTS_PER_MINUTE', 1, 1_000).default(300),
  SETTLING_SECONDS: wholeNumber('SETTLING_SECONDS', 10, 3_600).default(120),
  DRAIN_SECONDS: wholeNumber('DRAIN_SECONDS', 0, 60).default(0),
});

interface CommonConfig {
  readonly port: number;
  /** Absolute; the demo and the bot have separate folders in DATA_DIR. */
  readonly folder: string;
  /** PostgreSQL instead of the embedded database. */
  readonly databaseUrl: string | undefined;
  readonly logLevel: string;
}

export interface DemoConfig extends CommonConfig {
  readonly mode: 'demo';
}

export interface BotConfig extends CommonConfig {
  readonly mode: 'bot';
  readonly slack: {
    readonly token: string;
    readonly apiUrl: string | undefined;
    readonly transport:
      | { readonly kind: 'socket'; readonly appToken: string }
      | { readonly kind: 'http'; readonly signingSecret: string };
  };
  /** Whom staff can ask about their data; shown in every check-in. */
  readonly contact: string | undefined;
  /** Messages that nobody waits for, a workspace; Slack allows "several hundred". */
  readonly postsPerMinute: number;
  /** How long after a send with an unknown outcome the history is believed. */
  readonly settlingMs: number;
  /** How long `/readyz` says no before the program stops to listen. */
  readonly drainMs: number;
}

export type Config = DemoConfig | BotConfig;

/** A setting that is missing or malformed; the message is one line that names it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the settings of the demo or the bot. The bot never falls back to anything.
 *
 * @throws {ConfigError}
 */
export function readConfig(mode: string | undefined, environment: NodeJS.ProcessEnv = process.env): Config {
  if (mode === 'demo') return { mode, ...commonOf(parse(common, environment), 'demo', 'warn') };
  if (mode !== 'bot') throw new ConfigError(`Unknown mode "${mode ?? ''}": use "npm start" or "npm run bot"`);
  const settings = parse(real, environment);
  return {
    mode,
    ...commonOf(settings, 'bot', 'info'),
    contact: settings.CONTACT,
    postsPerMinute: settings.POSTS_PER_MINUTE,
    settlingMs: settings.SETTLING_SECONDS * 1_000,
    drainMs: settings.DRAIN_SECONDS * 1_000,
    slack: {
      token: settings.SLACK_BOT_TOKEN,
      apiUrl: settings.SLACK_API_URL,
      transport: transportOf(settings),
    },
  };
}

function transportOf(settings: z.infer<typeof real>): BotConfig['slack']['transport'] {
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = settings;
  if (appToken !== undefined) return { kind: 'socket', appToken };
  if (signingSecret !== undefined) return { kind: 'http', signingSecret };
  throw new ConfigError(
    'SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) is missing: set one of them',
  );
}

function commonOf(settings: z.infer<typeof common>, folder: string, logLevel: string): CommonConfig {
  return {
    port: settings.PORT,
    folder: resolve(settings.DATA_DIR, folder),
    databaseUrl: settings.DATABASE_URL,
    logLevel: settings.LOG_LEVEL ?? logLevel,
  };
}

/** An empty or blank value counts as absent, as in a shell or an env file. */
function parse<Schema extends z.ZodType>(schema: Schema, environment: NodeJS.ProcessEnv): z.infer<Schema> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const name = String(issue?.path[0] ?? 'a setting');
  const message = issue?.message ?? 'is malformed';
  throw new ConfigError(message.includes(name) ? message : `${name} is malformed: ${message}`);
}
