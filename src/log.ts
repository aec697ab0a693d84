import { type Logger, pino } from 'pino';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>;

/**
 * JSON lines on standard output; static text, facts as fields. Tokens, secrets, e-mail addresses and what
 * people wrote are never fields; the redaction below is the second line, not the first.
 */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        'token',
        '*.token',
        'headers',
        '*.headers',
        'err.data',
        'err.original.config',
        'email',
        '*.email',
      ],
      censor: '[redacted]',
    },
  });
}
