import { LogLevel } from '@slack/web-api';
import type { Log } from '../log.ts';

/** What Slack's packages log through, as they name it. */
export interface SlackLogger {
  debug(...messages: unknown[]): void;
  info(...messages: unknown[]): void;
  warn(...messages: unknown[]): void;
  error(...messages: unknown[]): void;
  setLevel(level: LogLevel): void;
  getLevel(): LogLevel;
  setName(name: string): void;
}

/** Their warnings and errors go to our log; their chatter, which can hold what people wrote, goes nowhere. */
export function slackLogger(log: Log): SlackLogger {
  return {
    debug: () => {},
    info: () => {},
    warn: (...messages) => log.warn({ from: 'slack', ...first(messages) }, 'a Slack package warned'),
    error: (...messages) =>
      log.error({ from: 'slack', ...first(messages) }, 'a Slack package reported an error'),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}

function first([message]: unknown[]): { readonly err: Error } | { readonly message: string } {
  return message instanceof Error ? { err: message } : { message: String(message) };
}
