import { z } from 'zod';
import type { RosterEntry } from '../../domain/people/check-roster.ts';
import { importRoster } from '../../usecases/import-roster.ts';
import { planSchedule } from '../../usecases/plan-schedule.ts';
import { commandLine } from '../command-line.ts';
import type { Command } from '../commands.ts';

const input = z.object({ file: z.string(), csv: z.string(), dryRun: z.boolean() });

/** All or nothing: prints every bad row with its line, or what was done. */
export const rosterImport: Command<z.infer<typeof input>> = {
  input,
  run: async ({ context, workspaceId, isDemo, listDirectory }, { file, csv, dryRun }) => {
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
    const summary = summarise(result.entries);
    if (dryRun) {
      return { output: `${summary} The file is good; nothing was changed (dry run).\n`, exitCode: 0 };
    }
    const { schedule } = await planSchedule(context, workspaceId);
    const start = commandLine('schedule start', isDemo);
    const next =
      schedule.startedAt === undefined
        ? `Nothing is sent before: ${start}`
        : `The schedule is running: everybody is asked when they are next due. To see when: ${start}`;
    return { output: `${summary} Imported. ${next}\n`, exitCode: 0 };
  },
};

function summarise(entries: readonly RosterEntry[]): string {
  const asked = entries.filter(({ standards }) => standards.length > 0).length;
  const supervisors = new Set(entries.flatMap((entry) => entry.supervisorSlackUserId ?? [])).size;
  const people = entries.length === 1 ? '1 person' : `${entries.length} people`;
  return `${people}: ${asked} with a standard, ${supervisors === 1 ? '1 supervisor' : `${supervisors} supervisors`} named.`;
}
