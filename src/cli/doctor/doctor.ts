import { Command } from 'commander';

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('one page: what is well, and what needs somebody')
    .option('--demo', 'in the running demo instead of the bot', false)
    .action(async ({ demo }: { demo: boolean }) => {
      const { print, withDatabase } = await import('../with-database.ts');
      print(await withDatabase('doctor', {}, demo));
    });
}
