import { Command } from 'commander';
import { readText } from './read-text.ts';

export function rosterCommand(): Command {
  return new Command('roster')
    .description('who takes part, with which standard and under which supervisor')
    .addCommand(
      new Command('import')
        .argument('<file>', 'CSV with the columns email or slack_id, standard, supervisor, role')
        .description('read the people of a CSV file, all or nothing')
        .option('--dry-run', 'check the file and change nothing', false)
        .option('--demo', 'in the running demo instead of the bot', false)
        .action(async (file: string, { dryRun, demo }: { dryRun: boolean; demo: boolean }) => {
          const { print, withDatabase } = await import('../with-database.ts');
          print(await withDatabase('roster import', { file, csv: await readText(file), dryRun }, demo));
        }),
    );
}
