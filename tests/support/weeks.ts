import { periodOf } from '../../src/domain/check-in/period.ts';
import type { CheckInForMember } from '../../src/storage/check-ins/check-in-rows.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import type { Shop } from './shop.ts';

const WEEK_MS = 7 * 86_400_000;

/** Wednesday 13:00 in Taipei, when check-ins fall due: of 2026-W47, or so many weeks later. */
export function wednesday(weeksLater = 0): Date {
  return new Date(Date.parse('2026-11-18T05:00:00Z') + weeksLater * WEEK_MS);
}

/**
 * Lets the shop's weeks pass: each call moves its clock to the next Wednesday 13:00, and answers the check-in that
 * somebody has been made then.
 */
export function weeksOf(shop: Shop, slackUserId: string): () => Promise<CheckInForMember> {
  let week = 0;
  return async () => {
    const now = wednesday(week);
    week += 1;
    shop.at(now.toISOString());
    await planCheckIns(shop.context);
    return await shop.checkInOf(slackUserId, periodOf(now, 'Asia/Taipei'));
  };
}
