import { createInterface } from 'node:readline/promises';
import { Command } from 'commander';
import { commandLine } from '../command-line.ts';
import type { ScheduleOptions } from './read-options.ts';

export function scheduleCommand(): Command {
  return new Command('schedule')
    .description('when check-ins and digests go out')
    .addCommand(startCommand())
    .addCommand(setCommand());
}

function startCommand(): Command {
  return new Command('start')
    .description('print who gets what and when, ask, then begin to send')
    .option('--yes', 'do not ask', false)
    .option('--demo', 'in the running demo instead of the bot', false)
    .action(async ({ yes, demo }: { yes: boolean; demo: boolean }) => {
      const { print, withDatabase } = await import('../with-database.ts');
      const plan = await withDatabase('schedule start', { confirmed: false }, demo);
      print(plan);
      if (plan.awaitsConfirmation !== true) return;
      if (!yes && !(await agreed())) {
        process.stdout.write(`Nothing was started. To start: ${commandLine('schedule start --yes', demo)}\n`);
        return;
      }
      print(await withDatabase('schedule start', { confirmed: true }, demo));
    });
}

function setCommand(): Command {
  return new Command('set')
    .description(
      'change the schedule and print who gets what and when; members keep what they set themselves',
    )
    .option('--weekday <day>', 'of the check-in: mon … sun')
    .option('--time <time>', 'of the check-in, 13:00')
    .option('--items <count>', 'indicators in a check-in, 1 to 10')
    .option('--late-days <days>', 'how long after its week a check-in takes answers, 0 to 6')
    .option('--digest-weekday <day>', 'of the digest')
    .option('--digest-time <time>', 'of the digest')
    .option('--rest-days <days>', 'on which nobody works: sat,sun')
    .option('--works-holidays <yes|no>', 'whether public holidays are worked')
    .option('--reminders <count>', 'that a check-in brings unasked, 0 to 2')
    .option('--demo', 'in the running demo instead of the bot', false)
    .action(async ({ demo, ...options }: ScheduleOptions & { demo: boolean }) => {
      const [{ print, withDatabase }, { readScheduleOptions }] = await Promise.all([
        import('../with-database.ts'),
        import('./read-options.ts'),
      ]);
      print(await withDatabase('schedule set', { change: readScheduleOptions(options) }, demo));
    });
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
