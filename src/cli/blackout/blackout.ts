import { Command } from 'commander';

export function blackoutCommand(): Command {
  return new Command('blackout')
    .description('days on which nobody is sent anything: 雙11, 618, 週年慶')
    .addCommand(
      new Command('add')
        .argument('<name>')
        .argument('<from>', 'the first day, 2026-11-09')
        .argument('<last-day>', 'the last day, included')
        .description('add a window; what is due then moves')
        .option('--demo', 'in the running demo instead of the bot', false)
        .action(async (name: string, from: string, lastDay: string, { demo }: { demo: boolean }) => {
          const { print, withDatabase } = await import('../with-database.ts');
          print(await withDatabase('blackout add', { name, from, lastDay }, demo));
        }),
    )
    .addCommand(
      new Command('list')
        .description('print the windows that are not over')
        .option('--demo', 'in the running demo instead of the bot', false)
        .action(async ({ demo }: { demo: boolean }) => {
          const { print, withDatabase } = await import('../with-database.ts');
          print(await withDatabase('blackout list', {}, demo));
        }),
    )
    .addCommand(
      new Command('remove')
        .argument('<name>')
        .description('take a window away that is not over')
        .option('--demo', 'in the running demo instead of the bot', false)
        .action(async (name: string, { demo }: { demo: boolean }) => {
          const { print, withDatabase } = await import('../with-database.ts');
          print(await withDatabase('blackout remove', { name }, demo));
        }),
    );
}
