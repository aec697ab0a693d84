import { Command } from 'commander';
import { outlineStandard } from '../../domain/standard/outline.ts';
import { ActionableError } from '../../errors.ts';
import { formatStandard, loadStandards } from '../../storage/standards.ts';
import { folderOption } from './folder.ts';

interface ShowOptions {
  readonly folder: string;
  readonly json?: true;
}

export function standardShow(): Command {
  return new Command('show')
    .description('print a standard')
    .argument('<code>', 'its code, such as IIS3513-005v4')
    .option('--json', 'print everything as JSON')
    .addOption(folderOption())
    .action(async (code: string, { folder, json }: ShowOptions) => {
      const standards = await loadStandards(folder);
      const found = standards.find((standard) => standard.code.toLowerCase() === code.toLowerCase());
      if (found === undefined) {
        const known = standards.map((standard) => standard.code).join(', ');
        throw new ActionableError(`there is no standard ${code}`, `choose one of: ${known || 'none yet'}`);
      }
      process.stdout.write(json ? formatStandard(found) : outlineStandard(found));
    });
}
