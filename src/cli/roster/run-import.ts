import { z } from 'zod';
import { importRoster } from '../../usecases/import-roster.ts';
import type { Command } from '../commands.ts';

const input = z.object({ file: z.string(), csv: z.string(), dryRun: z.boolean() });

/** All or nothing: prints every bad row with its line, or what was done. */
export const rosterImport: Command<z.infer<typeof input>> = {
  input,
  run: async ({ context, workspaceId, listDirectory }, { file, csv, dryRun }) => {
    const result = await importRoster(context, {
      workspaceId,
      csv,
      dryRun,
      directory: await listDirectory(),
    });
    if (result.outcome === 'refused') {
      const lines = result.problems.map(({ line, message }) => `${file}:${line}: ${message}`);
      const rows = result.problems.length === 1 ? '1 problem' : `${result.problems.length} problems`;
      return {
        output: `${lines.join('\n')}\n${rows}; nothing was changed. Mend the file and import it again.\n`,
        exitCode: 1,
      };
    }
    const { entries } = result;
    const asked = entries.filter(({ standards }) => standards.length > 0).length;
    const supervisors = new Set(entries.flatMap((entry) => entry.supervisorSlackUserId ?? [])).size;
    const summary = `${entries.length === 1 ? '1 person' : `${entries.length} people`}: ${asked} with a standard, ${supervisors} supervisors named.`;
    return {
      output: dryRun
        ? `${summary} The file is good; nothing was changed (dry run).\n`
        : `${summary} Imported. Nothing is sent before: npm run cli -- schedule start\n`,
      exitCode: 0,
    };
  },
};
