import { Command } from 'commander';
import { ActionableError } from '../errors.ts';
import { standardCommand } from './standard/standard.ts';

const program = new Command('npm run cli --')
  .description('What an operator does with the bot from the command line')
  .addCommand(standardCommand());

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof ActionableError ? error.line : error}\n`);
  process.exitCode = 1;
}
