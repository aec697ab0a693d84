import { type Config, ConfigError, readConfig } from '../config.ts';
import { ActionableError } from '../errors.ts';
import type { CommandAnswer } from '../storage/data-folder/control-server.ts';
import { askHolder } from '../storage/data-folder/control-server.ts';
import { findHolder } from '../storage/data-folder/data-folder.ts';
import type { CommandName } from './commands.ts';

/**
 * Runs a command where the data are: in the process that holds the embedded database when one is running, in
 * this one otherwise. Answers what it says and its exit code.
 */
export async function withDatabase(name: CommandName, input: unknown, demo: boolean): Promise<CommandAnswer> {
  const config = demo ? readConfig('demo') : botConfig();
  const holder = await findHolder(config.folder);
  if (holder !== undefined) return await askHolder(holder, name, input);
  if (config.mode === 'demo') {
    throw new ActionableError('The demo is not running', 'start it with npm start, then try again');
  }
  const [{ botSettings }, { openCore }, { runCommand }, { createLog }] = await Promise.all([
    import('../app-settings.ts'),
    import('../core.ts'),
    import('./commands.ts'),
    import('../log.ts'),
  ]);
  const core = await openCore(botSettings(config), createLog('warn'));
  try {
    return await runCommand(core.commandParts, name, input);
  } finally {
    await core.close();
  }
}

/** Whoever tries the demo meets the bot's missing settings first. */
function botConfig(): Config {
  try {
    return readConfig('bot');
  } catch (error) {
    if (!(error instanceof ConfigError && error.message.includes('is missing'))) throw error;
    throw new ConfigError(`${error.message}; for the running demo, add --demo`, { cause: error });
  }
}

/** Prints an answer and leaves its exit code for the end of the process. */
export function print({ output, exitCode }: CommandAnswer): void {
  (exitCode === 0 ? process.stdout : process.stderr).write(output);
  process.exitCode = exitCode;
}
