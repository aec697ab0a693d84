import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { Command } from 'commander';
import { countStandard } from '../../domain/standard/counts.ts';
import { PublishedTextError } from '../../domain/standard/published-text/published-text-error.ts';
import type { Standard } from '../../domain/standard/standard.ts';
import { ActionableError } from '../../errors.ts';
import { importStandard } from '../../usecases/import-standard.ts';
import { folderOption } from './folder.ts';

interface ImportOptions {
  readonly folder: string;
}

export function standardImport(): Command {
  return new Command('import')
    .description('read a published standard and keep it; writes nothing when a line cannot be placed')
    .argument('<file>', 'the text form that iCAP publishes, UTF-8')
    .addOption(folderOption())
    .action(async (file: string, { folder }: ImportOptions) => {
      const bytes = await readSource(file);
      try {
        process.stdout.write(summary(await importStandard(bytes, folder), folder));
      } catch (error) {
        if (!(error instanceof PublishedTextError)) throw error;
        throw new ActionableError(`${file}:${error.line}: ${error.message}`, 'nothing was written', {
          cause: error,
        });
      }
    });
}

async function readSource(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new ActionableError(`${file} cannot be read`, 'check the path', { cause });
  }
}

function summary(standard: Standard, folder: string): string {
  const counts = countStandard(standard);
  const lines = [
    `${standard.code} ${standard.name}`,
    `  ${counts.versions} versions, ${counts.duties} duties, ${counts.tasks} tasks, ` +
      `${counts.outputs} outputs, ${counts.indicators} indicators`,
    `  ${counts.knowledge} knowledge (${counts.knowledgeLinks} links), ${counts.skills} skills ` +
      `(${counts.skillLinks} links), ${counts.attitudes} attitudes, ${counts.notes} ${counts.notes === 1 ? 'note' : 'notes'}`,
    `  written to ${relative(process.cwd(), folder) || '.'}/${standard.code}.json`,
  ];
  return `${lines.join('\n')}\n`;
}
