import { Command } from 'commander';
import { ConfigError } from '../config.ts';
import { ActionableError } from '../errors.ts';
import { blackoutCommand } from './blackout/blackout.ts';
import { calendarCommand } from './calendar/calendar.ts';
import { deliveryCommand } from './delivery/delivery.ts';
import { doctorCommand } from './doctor/doctor.ts';
import { rosterCommand } from './roster/roster.ts';
import { scheduleCommand } from './schedule/schedule.ts';
import { standardCommand } from './standard/standard.ts';

const program = new Command('npm run cli --')
  .description('What an operator does with the bot from the command line')
  .addCommand(standardCommand())
  .addCommand(rosterCommand())
  .addCommand(scheduleCommand())
  .addCommand(calendarCommand())
  .addCommand(blackoutCommand())
  .addCommand(deliveryCommand())
  .addCommand(doctorCommand());

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${lineOf(error)}\n`);
  process.exitCode = 1;
}

function lineOf(error: unknown): string {
  if (error instanceof ActionableError) return error.line;
  return error instanceof ConfigError ? error.message : String(error);
}
