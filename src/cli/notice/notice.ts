import { Command } from 'commander';

export function noticeCommand(): Command {
  return new Command('notice').description('the notice about personal data').addCommand(
    new Command('show')
      .description('print who has not read the notice, and since when they have been asked')
      .option('--demo', 'in the running demo instead of the bot', false)
      .action(async ({ demo }: { demo: boolean }) => {
        const { print, withDatabase } = await import('../with-database.ts');
        print(await withDatabase('notice show', {}, demo));
      }),
  );
}
