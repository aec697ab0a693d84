import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const kept = z.object({ now: z.coerce.date(), seeded: z.boolean() });

/** The demo's business time: it stands still until somebody moves it, never goes back, and outlives the process. */
export interface DemoClock {
  now(): Date;
  /** The demo company's past has been played. */
  readonly seeded: boolean;
  /** @throws {RangeError} when `instant` is earlier than now. */
  moveTo(instant: Date): void;
  markSeeded(): void;
}

export function openDemoClock(file: string, begins: Date): DemoClock {
  let { now, seeded } = read(file) ?? { now: begins, seeded: false };
  const keep = () => {
    writeFileSync(`${file}.tmp`, JSON.stringify({ now: now.toISOString(), seeded }));
    renameSync(`${file}.tmp`, file);
  };
  return {
    now: () => now,
    get seeded() {
      return seeded;
    },
    moveTo: (instant) => {
      if (instant < now) throw new RangeError('The demo clock does not go backwards');
      now = instant;
      keep();
    },
    markSeeded: () => {
      seeded = true;
      keep();
    },
  };
}

function read(file: string): z.infer<typeof kept> | undefined {
  try {
    return kept.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
