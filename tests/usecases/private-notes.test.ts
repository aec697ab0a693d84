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
  test('a supervisor’s digest has no note and no evidence that is only the member’s', async () => {
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
      await recordNote(
        shop.context,
        { ...me, checkInId: checkIn.checkInId },
        { position, typed: '只給自己看的話', visibility: 'only-me' },
      );
      await keepEvidence(shop.context, me, {
        indicator: { standardCode, indicatorCode },
        kind: 'link',
        link: 'https://only-me.example/secret',
        title: '只給自己看的佐證',
        visibility: 'only-me',
      });
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
    expect(message).not.toMatch(/只給自己|only-me/);
  });

  const storage = fileURLToPath(new URL('../../src/storage/', import.meta.url));
  const sources = readdirSync(storage, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.startsWith('generated'))
    .map((path) => ({ path, source: readFileSync(`${storage}${path}`, 'utf8') }));
  const readers = sources.filter(({ source }) =>
    /\b(?:FROM|JOIN|INTO|UPDATE)\s+(?:note|evidence)\b/i.test(source),
  );

  test.each(readers)(
    '$path reads or writes notes or evidence for the person who asks, by who they are',
    ({ source }) => {
      // The columns of a check-in's own message, and a form whose caller has taken the member's own lock.
      const isOwn = /export const CHECK_IN_COLUMNS|\(`lockOwnCheckIn`\)/.test(source);
      expect(isOwn || /slack_user_id = \$\{/.test(source)).toBe(true);
    },
  );

  test('there are such files, and none of them serves digests', () => {
    expect(readers.length).toBeGreaterThanOrEqual(4);
    expect(readers.filter(({ path }) => path.startsWith('digests'))).toEqual([]);
    const digests = sources.filter(({ path }) => path.startsWith('digests'));
    expect(digests.filter(({ source }) => /CHECK_IN_COLUMNS|\bnote\b|\bevidence\b/.test(source))).toEqual([]);
  });
});
