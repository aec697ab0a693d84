import type { z } from 'zod';
import type { DirectoryUser } from '../domain/people/directory.ts';
import type { CommandAnswer } from '../storage/data-folder/control-server.ts';
import type { Context } from '../usecases/context.ts';
import { deliveryShow } from './delivery/run-show.ts';
import { noticeShow } from './notice/run-show.ts';
import { rosterImport } from './roster/run-import.ts';
import { scheduleStart } from './schedule/run-start.ts';

/** What a command works with, in its own process or in the running one. */
export interface CommandParts {
  readonly context: Context;
  readonly workspaceId: string;
  readonly isDemo: boolean;
  readonly listDirectory: () => Promise<DirectoryUser[]>;
}

/** A command that needs the database: its input crosses a socket, so it is parsed where it arrives. */
export interface Command<Input> {
  readonly input: z.ZodType<Input>;
  run(parts: CommandParts, input: Input): Promise<CommandAnswer>;
}

const COMMANDS = {
  'delivery show': deliveryShow,
  'notice show': noticeShow,
  'roster import': rosterImport,
  'schedule start': scheduleStart,
} as const;

export type CommandName = keyof typeof COMMANDS;

/** Runs a command by its name. */
export async function runCommand(parts: CommandParts, name: string, input: unknown): Promise<CommandAnswer> {
  switch (name) {
    case 'delivery show':
      return await COMMANDS[name].run(parts, COMMANDS[name].input.parse(input));
    case 'notice show':
      return await COMMANDS[name].run(parts, COMMANDS[name].input.parse(input));
    case 'roster import':
      return await COMMANDS[name].run(parts, COMMANDS[name].input.parse(input));
    case 'schedule start':
      return await COMMANDS[name].run(parts, COMMANDS[name].input.parse(input));
    default:
      return { output: `Unknown command: ${name}\n`, exitCode: 1 };
  }
}
