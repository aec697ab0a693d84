import { Command } from 'commander';
import { readCalendarFile } from './read-calendar-file.ts';

export function calendarCommand(): Command {
  return new Command('calendar')
    .description("Taiwan's public holidays and make-up workdays")
    .addCommand(
      new Command('import')
        .argument('<file>', "the government's CSV, https://data.gov.tw/dataset/14718")
        .description('take the years of a file, all or nothing, and print what they change')
        .option('--demo', 'in the running demo instead of the bot', false)
        .action(async (file: string, { demo }: { demo: boolean }) => {
          const { print, withDatabase } = await import('../with-database.ts');
          print(await withDatabase('calendar import', { file, csv: await readCalendarFile(file) }, demo));
        }),
    )
    .addCommand(
      new Command('show')
        .argument('[year]', 'this year unless told')
        .description('print the days that differ from their weekday')
        .option('--demo', 'in the running demo instead of the bot', false)
        .action(async (year: string | undefined, { demo }: { demo: boolean }) => {
          const { print, withDatabase } = await import('../with-database.ts');
          print(await withDatabase('calendar show', year === undefined ? {} : { year }, demo));
        }),
    );
}
