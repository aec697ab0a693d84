import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { createRenderers } from '../../src/slack/renderers.ts';
import { keepEvidence } from '../../src/usecases/keep-evidence.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { planDigests } from '../../src/usecases/plan-digests.ts';
import { recordNote } from '../../src/usecases/record-form.ts';
import { recordRating } from '../../src/usecases/record-rating.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { openShop, RETAIL } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';

describe('promise 7: what only the member sees is in no query that serves anybody else', () => {
  const counting = sharedDatabase(STORES[0]);

  test('a supervisor’s digest has the notes and the evidence that are shared, and none that is only the member’s', async () => {
    const shop = await openShop(counting.database);
    await shop.hire([{ id: 'UBOSS' }, { id: 'U1', standard: RETAIL, supervisor: 'UBOSS' }]);
    await shop.start();
    shop.at('2026-11-18T05:00:00Z');
    await planCheckIns(shop.context);
    const { checkIn } = await shop.checkInOf('U1', '2026-W47');
    const { workspaceId } = shop;
    const me = { workspaceId, slackUserId: 'U1' };
    shop.at('2026-11-18T06:00:00Z');
    for (const { position, standardCode, indicatorCode } of checkIn.items) {
      await recordRating(shop.context, {
        ...me,
        checkInId: checkIn.checkInId,
        position,
        answer: 2,
        actionTs: `${1_795_000_000 + position}.000000`,
      });
      // Of four items, two are shared and two are not.
      const isShared = position % 2 === 0;
      const visibility = isShared ? 'supervisor' : 'only-me';
      const said = isShared ? `分享 ${position}` : '只給自己看的話';
      await recordNote(
        shop.context,
        { ...me, checkInId: checkIn.checkInId },
        { position, shown: null, typed: said, visibility },
      );
      const link = { kind: 'link', link: `https://${visibility}.example/${position}` } as const;
      const indicator = { standardCode, indicatorCode };
      await keepEvidence(shop.context, me, { ...link, indicator, title: said, visibility });
    }
    shop.at('2026-11-23T01:00:00Z');
    await planDigests(shop.context);
    const { digestId } = await counting.database.prisma.digest.findFirstOrThrow({ where: { workspaceId } });
    const rendered = await createRenderers(shop.context).deliveries['weekly-digest'](
      workspaceId,
      [digestId],
      'zh-TW',
    );
    const message = JSON.stringify(rendered.get(digestId));
    expect(message).toMatch(/P\d\./);
    for (const shared of [
      '分享 0',
      '分享 2',
      'https://supervisor.example/0',
      'https://supervisor.example/2',
    ]) {
      expect(message).toContain(shared);
    }
    expect(message).not.toMatch(/只給自己|only-me/);
  });

  const storage = fileURLToPath(new URL('../../src/storage/', import.meta.url));
  const sources = readdirSync(storage, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.startsWith('generated'))
    .map((path) => ({ path, source: readFileSync(`${storage}${path}`, 'utf8') }));
  const readers = sources.filter(({ source }) =>
    /\b(?:FROM|JOIN|INTO|UPDATE)\s+(?:note|evidence)\b/i.test(source),
  );

  const own = readers.filter(({ path }) => !path.startsWith('digests'));
  const digests = readers.filter(({ path }) => path.startsWith('digests'));

  test.each(own)(
    '$path reads or writes notes or evidence for the person who asks, by who they are',
    ({ source }) => {
      // The columns of a check-in's own message, and a form whose caller has taken the member's own lock.
      const isOwn = /export const CHECK_IN_COLUMNS|\(`lockOwnCheckIn`\)/.test(source);
      expect(isOwn || /slack_user_id = \$\{/.test(source)).toBe(true);
    },
  );

  test.each(digests)('$path reads for a supervisor only what is shared with them', ({ source }) => {
    const read = source.match(/\b(?:FROM|JOIN)\s+(?:note|evidence)\b/gi) ?? [];
    const shared = source.match(/\bWHERE [ne]\.visibility = 'supervisor'\s+AND\b/g) ?? [];
    expect(shared).toHaveLength(read.length);
    expect(source).not.toMatch(/CHECK_IN_COLUMNS|\bOR\b/);
  });

  test('there are such files, and one of them serves digests', () => {
    expect(own.length).toBeGreaterThanOrEqual(4);
    expect(digests.map(({ path }) => path)).toEqual(['digests/find-shared.ts']);
    const inDigests = sources.filter(({ path }) => path.startsWith('digests'));
    expect(inDigests.filter(({ source }) => source.includes('CHECK_IN_COLUMNS'))).toEqual([]);
  });
});
