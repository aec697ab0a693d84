import { z } from 'zod';
import { type Examination, examine } from '../../usecases/examine.ts';
import { commandLine } from '../command-line.ts';
import type { Command, CommandParts } from '../commands.ts';

const input = z.object({});

/** A line of the page, and whether somebody has to do something about it. */
interface Finding {
  readonly isWell: boolean;
  readonly line: string;
}

const well = (line: string): Finding => ({ isWell: true, line });
const unwell = (line: string): Finding => ({ isWell: false, line });

/** One page: what is well, and what needs somebody, with what to do about it. */
export const doctor: Command<z.infer<typeof input>> = {
  input,
  run: async (parts) => {
    const { context, workspaceId, isDemo } = parts;
    const examination = await examine(context, workspaceId);
    const findings = [
      // Whoever gets here has an open database, and an open one is migrated.
      well('Database: reachable, and up to date'),
      ...(await slackFindings(parts, examination)),
      scheduleFinding(examination, isDemo),
      calendarFinding(examination, isDemo),
      ...peopleFindings(examination),
    ];
    const wrong = findings.filter(({ isWell }) => !isWell).length;
    const lines = findings.map(({ isWell, line }) => `${isWell ? 'ok' : '!!'}  ${line}`);
    const summary =
      wrong === 0 ? 'All is well.' : `${wrong === 1 ? '1 thing needs' : `${wrong} things need`} somebody.`;
    return { output: `${[...lines, summary].join('\n')}\n`, exitCode: 0 };
  },
};

async function slackFindings({ workspaceId, askRights }: CommandParts, { suspension }: Examination) {
  if (suspension !== undefined) {
    const since = suspension.since.toISOString().slice(0, 16).replace('T', ' ');
    return [
      unwell(
        `Slack: refuses the bot since ${since} UTC (${suspension.reason}), nothing is sent; install the app again, start with the new token`,
      ),
    ];
  }
  const rights = await askRights().catch(() => undefined);
  if (rights === undefined) return [unwell('Slack: does not answer, or refuses the token')];
  const missing = rights.missingScopes ?? [];
  return missing.length === 0
    ? [well(`Slack: takes the bot in ${workspaceId}`)]
    : [unwell(`Slack: the app lacks ${missing.join(', ')}; install it again from manifest.yml`)];
}

function scheduleFinding({ startedAt, asked, supervisors }: Examination, isDemo: boolean): Finding {
  if (asked + supervisors === 0) {
    return unwell(`Schedule: nobody takes part; ${commandLine('roster import people.csv', isDemo)}`);
  }
  const who = `${asked === 1 ? '1 member' : `${asked} members`} asked, ${supervisors === 1 ? '1 digest' : `${supervisors} digests`}`;
  return startedAt === undefined
    ? unwell(`Schedule: not started (${who}), nothing is sent; ${commandLine('schedule start', isDemo)}`)
    : well(`Schedule: started ${startedAt.toISOString().slice(0, 10)}, ${who}`);
}

function calendarFinding({ unknownYears }: Examination, isDemo: boolean): Finding {
  return unknownYears.length === 0
    ? well('Calendar: the holidays of the next twelve months are known')
    : unwell(
        `Calendar: the holidays of ${unknownYears.join(', ')} are not known, Monday to Friday are assumed; ${commandLine('calendar import <file.csv>', isDemo)}`,
      );
}

function peopleFindings({ withoutCalendar, neverAsked, unreachable }: Examination): Finding[] {
  return [
    ...withoutCalendar.map(({ name, timeZone }) =>
      unwell(`People: no holidays are known where ${name} is (${timeZone}), Monday to Friday are assumed`),
    ),
    ...neverAsked.map((name) => unwell(`People: no check-in can come to ${name}: look at their rest days`)),
    ...unreachable.map(({ name, reason }) =>
      unwell(`People: Slack refuses messages to ${name} (${reason}); docs/operations.md says what to do`),
    ),
  ];
}
