import { Command } from 'commander';
import { matchStandards } from '../../domain/standard/match-standards.ts';
import { outlineStandard } from '../../domain/standard/outline.ts';
import type { Standard } from '../../domain/standard/standard.ts';
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
    .argument('<code>', 'its code or the beginning of it, such as IIS3513-005v4 or IIS')
    .option('--json', 'print everything as JSON')
    .addOption(folderOption())
    .action(async (code: string, { folder, json }: ShowOptions) => {
      const standards = await loadStandards(folder);
      const [found, another] = matchStandards(standards, code);
      if (found === undefined) {
        throw new ActionableError(`there is no standard ${code}`, `choose one of: ${codesOf(standards)}`);
      }
      if (another !== undefined) {
        const matching = codesOf(matchStandards(standards, code));
        throw new ActionableError(`${code} is more than one standard`, `choose one of: ${matching}`);
      }
      process.stdout.write(json ? formatStandard(found) : outlineStandard(found));
    });
}

function codesOf(standards: readonly Standard[]): string {
  return standards.map(({ code }) => code).join(', ') || 'none yet';
}
