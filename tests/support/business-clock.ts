import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Business time for all processes of a run: an instant in a small file that the driver moves and never sets back. */
export interface BusinessClock {
  now(): Date;
  moveTo(instant: Date): void;
}

export function businessClock(file: string): BusinessClock {
  return {
    now: () => new Date(readFileSync(file, 'utf8')),
    moveTo: (instant) => {
      writeFileSync(`${file}.next`, instant.toISOString());
      renameSync(`${file}.next`, file);
    },
  };
}
