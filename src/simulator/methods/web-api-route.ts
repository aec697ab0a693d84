import { withFaults } from '../faults/with-faults.ts';
import { json, type Reply, type Route, type SimulatorRequest } from '../http/route.ts';
import type { AskedRecord } from '../record.ts';
import type { Slack } from '../slack.ts';
import { argumentsOf, callMethod, RateLimitedError } from './call-method.ts';
import { SlackApiError } from './slack-api-error.ts';

/** `POST /api/<method>`. Every call is written down, without its token. */
export function webApiRoute(slack: Slack): Route {
  return {
    method: 'POST',
    path: '/api/:method',
    handle: (request) =>
      withFaults(
        slack,
        request.params.method ?? '',
        request,
        () => answerCall(slack, request),
        askedOf(request),
      ),
  };
}

/** What a call is about, as far as it can be read. */
function askedOf({ headers, body }: Pick<SimulatorRequest, 'headers' | 'body'>): AskedRecord {
  const { channel, metadata } = readArguments(headers, body);
  return {
    ...(typeof channel === 'string' ? { channel } : {}),
    has_metadata: metadata !== undefined && metadata !== '',
  };
}

function readArguments(headers: SimulatorRequest['headers'], body: string): Record<string, unknown> {
  try {
    return argumentsOf(headers, body);
  } catch {
    return {};
  }
}

function answerCall(slack: Slack, { params, headers, body }: SimulatorRequest): Reply {
  const method = params.method ?? '';
  const called: { arguments: Record<string, unknown> } = { arguments: {} };
  try {
    const given = argumentsOf(headers, body);
    called.arguments = withoutToken(given);
    const answer = callMethod(slack, method, headers.authorization, given);
    const ts = answer.ts ?? answer.message_ts;
    slack.activity.add({
      direction: 'from-app',
      method,
      ...called,
      ok: true,
      ...(typeof ts === 'string' ? { ts } : {}),
    });
    return json({ ok: true, ...answer });
  } catch (error) {
    if (!(error instanceof SlackApiError)) throw error;
    const { code, messages } = error;
    slack.activity.add({ direction: 'from-app', method, ...called, ok: false, error: code, messages });
    slack.record.add({
      kind: 'refused',
      method,
      error: code,
      ...(error instanceof RateLimitedError ? { retry_after: error.retryAfterSeconds } : {}),
      asked: askedOf({ headers, body }),
    });
    return refusal(error);
  }
}

function refusal(error: SlackApiError): Reply {
  const { code, messages, details } = error;
  const body = {
    ok: false,
    error: code,
    ...details,
    ...(messages.length > 0 ? { response_metadata: { messages } } : {}),
  };
  return error instanceof RateLimitedError
    ? json(body, 429, { 'retry-after': String(error.retryAfterSeconds) })
    : json(body);
}

/** Written down as what they are, not as text. */
const DECODED = ['blocks', 'metadata', 'view'];

function withoutToken(given: Record<string, unknown>): Record<string, unknown> {
  const { token: _token, ...rest } = given;
  return Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [name, DECODED.includes(name) ? readable(value) : value]),
  );
}

function readable(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
