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
  readonly indicators: readonly {
    readonly standardCode: string;
    readonly indicatorCode: string;
    readonly text: string;
  }[];
}

/** Undefined for whoever is no member: nothing is stored about them. */
export async function exportOwnData(context: Context, asker: Asker): Promise<OwnDataExport | undefined> {
  const data = await findOwnData(context.database.prisma, asker);
  if (data === undefined) return undefined;
  const { locale, time_zone } = data.profile;
  const keys = new Set(data.answers.map((each) => `${each.standard_code} ${each.indicator_code}`));
  return {
    exportedAt: context.now(),
    locale: LOCALES.find((known) => known === locale) ?? 'zh-TW',
    timeZone: String(time_zone),
    data,
    indicators: [...keys].sort().flatMap((key) => {
      const [standardCode = '', indicatorCode = ''] = key.split(' ');
      const found = context.library.findIndicator(standardCode, indicatorCode);
      return found === undefined ? [] : [{ standardCode, indicatorCode, text: found.text }];
    }),
  };
}
