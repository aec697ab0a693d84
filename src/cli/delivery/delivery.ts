import { Command } from 'commander';

export function deliveryCommand(): Command {
  return new Command('delivery').description('how messages fare').addCommand(
    new Command('show')
      .description('print how many messages were sent, failed or are underway, why, and whom Slack refuses')
      .option('--demo', 'in the running demo instead of the bot', false)
      .action(async ({ demo }: { demo: boolean }) => {
        const { print, withDatabase } = await import('../with-database.ts');
        print(await withDatabase('delivery show', {}, demo));
      }),
  );
}
