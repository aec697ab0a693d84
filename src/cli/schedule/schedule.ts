import { createInterface } from 'node:readline/promises';
import { Command } from 'commander';
import { commandLine } from '../command-line.ts';

export function scheduleCommand(): Command {
  return new Command('schedule').description('when check-ins and digests go out').addCommand(
    new Command('start')
      .description('print who gets what and when, ask, then begin to send')
      .option('--yes', 'do not ask', false)
      .option('--demo', 'in the running demo instead of the bot', false)
      .action(async ({ yes, demo }: { yes: boolean; demo: boolean }) => {
        const { print, withDatabase } = await import('../with-database.ts');
        const plan = await withDatabase('schedule start', { confirmed: false }, demo);
        print(plan);
        if (plan.awaitsConfirmation !== true) return;
        if (!yes && !(await agreed())) {
          process.stdout.write(
            `Nothing was started. To start: ${commandLine('schedule start --yes', demo)}\n`,
          );
          return;
        }
        print(await withDatabase('schedule start', { confirmed: true }, demo));
      }),
  );
}

/** Without a terminal to ask at, nothing is agreed to. */
async function agreed(): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await terminal.question('Start sending? [y/N] ')).trim());
  } finally {
    terminal.close();
  }
}
