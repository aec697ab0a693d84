import { Command } from 'commander';
import { standardImport } from './import.ts';
import { standardShow } from './show.ts';

export function standardCommand(): Command {
  return new Command('standard')
    .description('competency standards')
    .addCommand(standardImport())
    .addCommand(standardShow());
}
