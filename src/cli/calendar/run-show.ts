import { z } from 'zod';
import { localDay } from '../../domain/check-in/local-time.ts';
import { yearOf } from '../../domain/check-in/work-calendar.ts';
import { findImportedDays } from '../../storage/calendar/calendar-days.ts';
import { TAIWAN_CALENDAR, TAIWAN_ZONE } from '../../usecases/calendars.ts';
import { commandLine } from '../command-line.ts';
import type { Command } from '../commands.ts';

const input = z.object({ year: z.string().optional() });

/** Taiwan's special days of a year, this one unless told, and where they are from. */
export const calendarShow: Command<z.infer<typeof input>> = {
  input,
  run: async ({ context, workspaceId, isDemo }, given) => {
    const year = given.year ?? yearOf(localDay(context.now(), TAIWAN_ZONE));
    const db = context.database.prisma;
    const days = [...(await context.calendars.taiwanIn(db, workspaceId))].filter(
      ([day]) => yearOf(day) === year,
    );
    if (days.length === 0) {
      const importing = commandLine('calendar import <file.csv>', isDemo);
      return {
        output: `The holidays of ${year} are not known: Monday to Friday are assumed. Import them: ${importing}\n`,
        exitCode: 1,
      };
    }
    const imported = (await findImportedDays(db, TAIWAN_CALENDAR, [workspaceId])).get(workspaceId);
    const isImported = [...(imported?.keys() ?? [])].some((day) => yearOf(day) === year);
    const lines = days.map(
      ([day, { kind, name }]) => `${day} ${kind === 'off' ? 'off    ' : 'workday'} ${name}`,
    );
    const source = isImported ? 'imported' : 'as it ships';
    return { output: `${lines.join('\n')}\nTaiwan ${year}, ${source}: ${count(days)}.\n`, exitCode: 0 };
  },
};

function count(days: readonly (readonly [string, { readonly kind: string }])[]): string {
  const off = days.filter(([, { kind }]) => kind === 'off').length;
  const madeUp = days.length - off;
  return `${off} days off, ${madeUp === 1 ? '1 make-up workday' : `${madeUp} make-up workdays`}`;
}
