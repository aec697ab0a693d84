import { type DestinationStream, type Logger, pino } from 'pino';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>;

/**
 * JSON lines on standard output, unless another place is given; static text, facts as fields. Tokens, secrets, e-mail
 * addresses and what people wrote are never fields; the redaction below is the second line, not the first.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: errorFields },
      redact: {
        paths: ['token', '*.token', 'headers', '*.headers', 'email', '*.email'],
        censor: '[redacted]',
      },
    },
    destination,
  );
}

/** What an error says of itself in the log. */
interface ErrorFields {
  readonly type: string;
  readonly message?: string;
  readonly code?: string | number | undefined;
  /** Where it was thrown, without the message. */
  readonly stack?: string;
  readonly cause?: ErrorFields | undefined;
}

/**
 * An error without what it is about: a database tells in other fields (`detail`, `meta`) what stands in the row that it
 * refuses, and Slack's client what was sent.
 */
function errorFields(error: unknown): ErrorFields {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack = '', cause } = error;
  return {
    type: name,
    message: quotesValues(error) ? '[redacted: it quotes a value]' : message,
    code: codeOf(error),
    stack: stack
      .replace(message, '')
      .split('\n')
      .filter((line) => /^\s+at /u.test(line))
      .join('\n'),
    cause: cause === undefined ? undefined : errorFields(cause),
  };
}

function codeOf(error: Error): ErrorFields['code'] {
  const code = fieldOf(error, 'code');
  return typeof code === 'string' || typeof code === 'number' ? code : undefined;
}

/**
 * PostgreSQL quotes a value in its message in one class of errors alone, Prisma the whole query in what it refuses
 * itself.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html (class 22, data exception)
 */
function quotesValues(error: Error): boolean {
  const adapted = fieldOf(fieldOf(error, 'meta'), 'driverAdapterError');
  const sqlStates = [
    codeOf(error),
    fieldOf(error.cause, 'originalCode'),
    fieldOf(fieldOf(adapted, 'cause'), 'originalCode'),
    /Code: `(\w+)`/u.exec(error.message)?.[1],
  ];
  const isValueRefused = sqlStates.some((state) => /^22[\dA-Z]{3}$/u.test(String(state)));
  return isValueRefused || error.name === 'PrismaClientValidationError';
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
