import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { createLog } from '../src/log.ts';
import { sharedDatabase } from './support/shared-database.ts';
import { STORES } from './support/stores.ts';

const WRITTEN = '只給自己看的話';
const ID = 'b0000000-0000-4000-8000-000000000001';

const line = z.object({
  err: z.looseObject({
    type: z.string(),
    message: z.string(),
    code: z.string().optional(),
    stack: z.string(),
  }),
});

/** An error as the log has it. */
function logged(err: unknown): z.infer<typeof line>['err'] {
  const lines: string[] = [];
  const log = createLog('warn', { write: (text) => lines.push(text) });
  log.warn({ err }, 'it failed');
  return line.parse(JSON.parse(lines.join(''))).err;
}

describe.each(STORES)('what people wrote is in no line of the log, whatever is refused by $name', (store) => {
  const counting = sharedDatabase(store);

  const failure = async (work: Promise<unknown>): Promise<unknown> => {
    const error: unknown = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(Error);
    return error;
  };
  const note = () => ({
    workspaceId: 'T1',
    noteId: ID,
    memberId: ID,
    checkInId: ID,
    position: 0,
    standardCode: 's',
    indicatorCode: 'i',
    visibility: 'nobody',
    text: WRITTEN,
    createdAt: new Date(0),
    changedAt: new Date(0),
  });

  test('a row that breaks a rule: which rule, and nothing of the row', async () => {
    const { prisma } = counting.database;
    const broken = [
      prisma.note.create({ data: note() }),
      prisma.$executeRaw`
        INSERT INTO note (workspace_id, note_id, member_id, check_in_id, position, standard_code, indicator_code,
                          visibility, text, created_at, changed_at)
        VALUES ('T1', ${ID}::uuid, ${ID}::uuid, ${ID}::uuid, 0, 's', 'i', 'nobody', ${WRITTEN}, now(), now())`,
    ];
    for (const work of broken) {
      const error = await failure(work);
      // The row is in the error, so that this test would see it.
      expect(JSON.stringify(error)).toContain(WRITTEN);
      const err = logged(error);
      expect(JSON.stringify(err)).not.toContain(WRITTEN);
      expect(err.message).toContain('note_visibility_check');
      expect(err).toMatchObject({ type: 'PrismaClientKnownRequestError', code: expect.stringMatching(/^P/) });
      expect(err.stack).toMatch(/^\s+at /);
    }
  });

  test('a value that is no value of its type, or a query that is none', async () => {
    const { prisma } = counting.database;
    const incomplete: object = { ...note(), standardCode: undefined };
    const refused = [
      prisma.$queryRaw`SELECT ${WRITTEN}::text::uuid`,
      prisma.note.findFirst({ where: { noteId: WRITTEN } }),
      prisma.note.create({ data: incomplete as ReturnType<typeof note> }),
    ];
    for (const work of refused) {
      const error = await failure(work);
      expect(String(error)).toContain(WRITTEN);
      expect(JSON.stringify(logged(error))).not.toContain(WRITTEN);
    }
  });
});

test('an error says what it is, where it was thrown and what caused it, and nothing that hangs on it', () => {
  const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', address: WRITTEN });
  const error = Object.assign(new TypeError('it was not sent', { cause }), { data: { text: WRITTEN } });
  const err = logged(error);
  expect(err).toMatchObject({
    type: 'TypeError',
    message: 'it was not sent',
    cause: { type: 'Error', message: 'connect ECONNREFUSED', code: 'ECONNREFUSED' },
  });
  expect(err.stack).toMatch(/^\s+at .*log\.test\.ts/);
  expect(JSON.stringify(err)).not.toContain(WRITTEN);
});
