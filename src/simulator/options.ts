import type { Logger } from 'pino';
import type { Route } from './http/route.ts';
import type { RateLimits } from './rate-limit.ts';
import type { Person } from './state/person.ts';

/** A person or bot of the simulated workspace. */
export type SimulatedUser = Person;

export interface SimulatorOptions {
  /** A loopback address; `127.0.0.1` unless told. */
  readonly host?: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly bot: SimulatedBot;
  readonly users: readonly SimulatedUser[];
  /** Channels besides the DMs with the bot; everybody is in all of them, the bot where it is said. */
  readonly channels?: readonly SimulatedChannel[];
  /** Business time: message timestamps, event times and the expiry of response URLs come from it. */
  readonly now: () => Date;
  /** JSON lines, only ever appended to and replayed on start. Without one everything ends with the process. */
  readonly journalFile?: string;
  readonly extraRoutes?: readonly Route[];
  /** The page says that the company is being prepared, until `ready()`. */
  readonly preparing?: boolean;
  /** The slash commands the app has registered, with their `/`. Unless told, every command is the app's. */
  readonly commands?: readonly string[];
  /** What the app's manifest says of them to whoever types a `/`. */
  readonly commandHints?: readonly SimulatedCommandHint[];
  /** The events the app has subscribed to, such as `message.im`. Unless told, all of them. */
  readonly events?: readonly string[];
  /** The shortcuts the app has registered. Unless told, every one is the app's. */
  readonly shortcuts?: readonly SimulatedShortcut[];
  /** How long the app may take to acknowledge; Slack's 3 seconds unless told. Machine time. */
  readonly acknowledgeWithinMs?: number;
  /** Answers 429 past Slack's rates, counted in machine time. Off unless told. */
  readonly rateLimits?: boolean | RateLimits;
  /** A message may stay unseen by `conversations.history` for up to so long; 0 unless told. Machine time. */
  readonly historyLagMs?: number;
  /** Types of blocks that this workspace does not have yet: Slack rolls new ones out in phases. */
  readonly unsupportedBlocks?: readonly string[];
  /** When an event that was not acknowledged is sent again; Slack's times unless told. */
  readonly eventRetryAfterMs?: readonly number[];
  /** For faults with a rate and for the lag: 0 to below 1. */
  readonly random?: () => number;
  readonly log?: Pick<Logger, 'info' | 'warn' | 'error'>;
}

export interface SimulatedChannel {
  /** `C…` */
  readonly id: string;
  /** Without `#`. */
  readonly name: string;
  readonly is_private?: boolean;
  readonly bot_is_member: boolean;
}

export interface SimulatedCommandHint {
  readonly command: string;
  readonly usage_hint?: string;
  readonly description?: string;
}

export interface SimulatedShortcut {
  readonly callback_id: string;
  readonly name: string;
  /** From anywhere, or on a message. */
  readonly type: 'global' | 'message';
}

export interface SimulatedBot {
  readonly token: string;
  readonly userId: string;
  readonly botId: string;
  readonly appId: string;
  readonly name: string;
  readonly displayName: string;
  /** The scopes of the token. Every scope unless told. */
  readonly scopes?: readonly string[];
}
