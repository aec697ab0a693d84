import { z } from 'zod';
import { findUnacknowledged } from '../../usecases/find-unacknowledged.ts';
import type { Command } from '../commands.ts';

const input = z.object({});

/** Who has not read the notice about their data, and gets no check-ins until they have. */
export const noticeShow: Command<z.infer<typeof input>> = {
  input,
  run: async ({ context, workspaceId }) => {
    const people = await findUnacknowledged(context, workspaceId);
    const lines =
      people.length === 0
        ? ['Everybody with a standard has read the notice.']
        : [
            'These people have not read the notice, and get no check-ins until they have:',
            ...people.map(lineOf),
          ];
    return { output: `${lines.join('\n')}\n`, exitCode: 0 };
  },
};

function lineOf({ name, askedAt, periods }: Awaited<ReturnType<typeof findUnacknowledged>>[number]): string {
  if (askedAt === undefined) return `  ${name}: not asked yet, the notice comes with the first check-in due`;
  const day = askedAt.toISOString().slice(0, 16).replace('T', ' ');
  return `  ${name}: asked since ${day} UTC, ${periods} ${periods === 1 ? 'week' : 'weeks'}`;
}
