import type { IndicatorKey } from '../domain/check-in/choose-indicators.ts';
import { indicatorId } from '../domain/home/reading.ts';
import type { Locale } from '../domain/people/locale.ts';
import { LOCALES } from '../domain/people/locale.ts';
import { findOwnData, type OwnData } from '../storage/export/find-own-data.ts';
import type { Asker } from './change-own-times.ts';
import type { Context } from './context.ts';

/** Everything that is stored about the one who asks, with the official text of what they were asked. */
export interface OwnDataExport {
  readonly exportedAt: Date;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly data: OwnData;
  /** Of the indicators that the data speaks of, as far as their standards are known still. */
  readonly indicators: readonly (IndicatorKey & { readonly text: string })[];
}

/** Undefined for whoever is no member: nothing is stored about them. */
export async function exportOwnData(context: Context, asker: Asker): Promise<OwnDataExport | undefined> {
  const data = await findOwnData(context.database.prisma, asker);
  if (data === undefined) return undefined;
  const { locale, time_zone } = data.profile;
  return {
    exportedAt: context.now(),
    locale: LOCALES.find((known) => known === locale) ?? 'zh-TW',
    timeZone: String(time_zone),
    data,
    indicators: indicatorsOf(data).flatMap((key) => {
      const found = context.library.findIndicator(key.standardCode, key.indicatorCode);
      return found === undefined ? [] : [{ ...key, text: found.text }];
    }),
  };
}

/** Every indicator that the data speaks of, once. */
function indicatorsOf({ check_ins, answers, notes, evidence, focus }: OwnData): IndicatorKey[] {
  const items = check_ins.flatMap((checkIn) => checkIn.items);
  const keys = [...items, ...answers, ...notes, ...evidence, ...focus].map(
    ({ standard_code, indicator_code }) => ({ standardCode: standard_code, indicatorCode: indicator_code }),
  );
  const byId = new Map(keys.map((key) => [indicatorId(key), key]));
  return [...byId].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, key]) => key);
}
