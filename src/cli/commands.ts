import type { z } from 'zod';
import type { DirectoryUser } from '../domain/people/directory.ts';
import type { CommandAnswer } from '../storage/data-folder/control-server.ts';
import type { Context } from '../usecases/context.ts';
import { blackoutAdd } from './blackout/run-add.ts';
import { blackoutList } from './blackout/run-list.ts';
import { blackoutRemove } from './blackout/run-remove.ts';
import { calendarImport } from './calendar/run-import.ts';
import { calendarShow } from './calendar/run-show.ts';
import { deliveryShow } from './delivery/run-show.ts';
import { doctor } from './doctor/run-doctor.ts';
import { rosterImport } from './roster/run-import.ts';
import { scheduleSet } from './schedule/run-set.ts';
import { scheduleStart } from './schedule/run-start.ts';

/** What a command works with, in its own process or in the running one. */
export interface CommandParts {
  readonly context: Context;
  readonly workspaceId: string;
  readonly isDemo: boolean;
  readonly listDirectory: () => Promise<DirectoryUser[]>;
  /** What Slack lets the bot do: scopes the app was not given, where Slack says which it has. */
  readonly askRights: () => Promise<{ readonly missingScopes: readonly string[] | undefined }>;
}

/** A command that needs the database: its input crosses a socket, so it is parsed where it arrives. */
export interface Command<Input> {
  readonly input: z.ZodType<Input>;
  run(parts: CommandParts, input: Input): Promise<CommandAnswer>;
}

type Run = (parts: CommandParts, input: unknown) => Promise<CommandAnswer>;

const parsed =
  <Input>(command: Command<Input>): Run =>
  (parts, input) =>
    command.run(parts, command.input.parse(input));

const COMMANDS = {
  'blackout add': parsed(blackoutAdd),
  'blackout list': parsed(blackoutList),
  'blackout remove': parsed(blackoutRemove),
  'calendar import': parsed(calendarImport),
  'calendar show': parsed(calendarShow),
  'delivery show': parsed(deliveryShow),
  doctor: parsed(doctor),
  'roster import': parsed(rosterImport),
  'schedule set': parsed(scheduleSet),
  'schedule start': parsed(scheduleStart),
} as const;

export type CommandName = keyof typeof COMMANDS;

/** Runs a command by its name. */
export async function runCommand(parts: CommandParts, name: string, input: unknown): Promise<CommandAnswer> {
  const run = new Map<string, Run>(Object.entries(COMMANDS)).get(name);
  return (await run?.(parts, input)) ?? { output: `Unknown command: ${name}\n`, exitCode: 1 };
}
