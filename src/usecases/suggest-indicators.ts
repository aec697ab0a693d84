import { findIndicators } from '../domain/standard/find-indicators.ts';
import type { IndicatorInContext } from '../domain/standard/indicator-in-context.ts';
import { findOwnIndicators } from '../storage/evidence/find-own-indicators.ts';
import type { Context } from './context.ts';

/**
 * The indicators that a member may show evidence for, by what they have typed so far: those of their open check-in
 * first, then the others of their standards; none for somebody who is no member.
 */
export async function suggestIndicators(
  context: Context,
  who: { readonly workspaceId: string; readonly slackUserId: string },
  typed: string,
): Promise<IndicatorInContext[]> {
  const { library, database } = context;
  const own = await findOwnIndicators(database.prisma, who, context.now());
  if (own === undefined) return [];
  const standardCodes = [...new Set([...own.standardCodes, ...own.open.map((each) => each.standardCode)])];
  const found = findIndicators(library, standardCodes, typed);
  const opened = own.open.flatMap(({ standardCode, indicatorCode }) =>
    found.filter((each) => each.standardCode === standardCode && each.code === indicatorCode),
  );
  const ofOwnStandards = found.filter(({ standardCode }) => own.standardCodes.includes(standardCode));
  return [...new Set([...opened, ...ofOwnStandards])];
}
