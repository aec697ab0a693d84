import { z } from 'zod';
import type { SpecialDay } from '../../domain/check-in/work-calendar.ts';
import { type CalendarChange, importCalendar } from '../../usecases/import-calendar.ts';
import type { Command } from '../commands.ts';

const input = z.object({ file: z.string(), csv: z.string() });

/** All or nothing: prints every bad line, or every day that is another now. */
export const calendarImport: Command<z.infer<typeof input>> = {
  input,
  run: async ({ context, workspaceId }, { file, csv }) => {
    const result = await importCalendar(context, { workspaceId, csv });
    if (result.outcome === 'refused') {
      const lines = result.problems.map(({ line, message }) => `${file}:${line}: ${message}`);
      const count = lines.length === 1 ? '1 problem' : `${lines.length} problems`;
      return { output: `${lines.join('\n')}\n${count}; nothing was changed.\n`, exitCode: 1 };
    }
    const { years, changes, unknownYears } = result;
    const lines = [
      ...changes.map(describeChange),
      `Taiwan's calendar of ${years.join(', ')} is imported: ${changes.length === 1 ? '1 day' : `${changes.length} days`} changed. What is due has moved with them.`,
      ...unknownYears.map((year) => `The holidays of ${year} are not known yet: import that year too.`),
    ];
    return { output: `${lines.join('\n')}\n`, exitCode: 0 };
  },
};

function describeChange({ day, before, after }: CalendarChange): string {
  const as = (special: SpecialDay | undefined) =>
    special === undefined ? 'an ordinary day' : `${special.kind} ${special.name}`;
  return `${day}: ${as(after)} (was ${as(before)})`;
}
