import type { DirectoryUser } from '../../../src/domain/people/directory.ts';

/** Somebody of the workspace that both Slacks are given. */
export interface ContractPerson {
  /** Slack's handle. */
  readonly handle: string;
  /** What people call them, and what a test finds them by: one of the Slacks makes up its ids. */
  readonly name: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly standing?: 'guest' | 'deactivated';
}

/** What a Slack is started with. */
export interface ContractWorkspace {
  readonly people: readonly ContractPerson[];
  /** The scopes of the bot's token; a call beyond them is refused. */
  readonly scopes: readonly string[];
}

/**
 * One opinion on how Slack's Web API behaves, asked over HTTP as Slack is. The same tests are put to each; where two
 * opinions differ, and Slack itself is not one of them, its file says in what.
 */
export interface ContractSlack {
  readonly name: string;
  /** A fresh one on a free port of this machine, with these people and the bot. */
  start(workspace: ContractWorkspace): Promise<{ readonly apiUrl: string; stop(): Promise<void> }>;
  /** What its directory says of somebody, their id apart; undefined where it cannot have such a person. */
  shows(person: ContractPerson): Omit<DirectoryUser, 'slackUserId'> | undefined;
}

export const BOT = {
  token: 'xoxb-contract',
  userId: 'U0BOT',
  botId: 'B0BOT',
  appId: 'A0BOT',
  name: 'competency',
};

/** A token that Slack does not take: of an account that is gone. */
export const WRONG_TOKEN = 'xoxb-of-nobody';

export const emailOf = ({ handle }: ContractPerson): string => `${handle}@example.com`;
