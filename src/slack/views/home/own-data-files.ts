import { localDay, localTime } from '../../../domain/check-in/local-time.ts';
import { toCsv } from '../../../domain/export/csv.ts';
import { indicatorId } from '../../../domain/home/reading.ts';
import type { Texts } from '../../../texts/texts.ts';

/** What is told of somebody's data; the data itself is as it is stored. */
interface OwnDataModel {
  readonly exportedAt: Date;
  readonly timeZone: string;
  readonly data: { readonly answers: readonly Answer[] };
  readonly indicators: readonly {
    readonly standardCode: string;
    readonly indicatorCode: string;
    readonly text: string;
  }[];
}

interface Answer {
  readonly check_in_id: string;
  readonly position: number;
  readonly period: string;
  readonly standard_code: string;
  readonly indicator_code: string;
  readonly kind: 'score' | 'no-opportunity' | 'taken-back';
  readonly score: number | null;
  readonly answered_at: string;
  readonly late: boolean;
  readonly edited: boolean;
}

/** A file to be handed over. */
interface OwnDataFile {
  readonly name: string;
  /** What Slack shows above it. */
  readonly title: string;
  readonly content: string;
}

/** Everything, for programs. */
export function ownDataJson(model: OwnDataModel, texts: Texts): OwnDataFile {
  const { exportedAt, data, indicators } = model;
  const { competency } = texts;
  const content = { exported_at: exportedAt.toISOString(), source: competency.source, indicators, ...data };
  return { ...named(model, 'json', texts), content: `${JSON.stringify(content, null, 2)}\n` };
}

/**
 * Every answer with its revisions in their order, for spreadsheets, and which of them stands; the source of the official
 * text is named below, apart from the data.
 */
export function ownDataCsv(model: OwnDataModel, texts: Texts): OwnDataFile {
  const { download: words, competency } = texts;
  const textOf = new Map(model.indicators.map((each) => [indicatorId(each), each.text]));
  const { answers } = model.data;
  const newest = new Map(answers.map((answer) => [itemOf(answer), answer]));
  const rows = answers.map((answer) => [
    wallTime(new Date(answer.answered_at), model.timeZone),
    answer.period,
    answer.standard_code,
    answer.indicator_code,
    textOf.get(indicatorId({ standardCode: answer.standard_code, indicatorCode: answer.indicator_code })) ??
      '',
    answer.kind === 'score' ? String(answer.score) : words.kinds[answer.kind],
    answer.late ? words.yes : '',
    answer.edited ? words.yes : '',
    answer.kind !== 'taken-back' && newest.get(itemOf(answer)) === answer ? words.yes : '',
  ]);
  return {
    ...named(model, 'csv', texts),
    content: toCsv([words.columns, ...rows, [], [competency.source]]),
  };
}

function itemOf({ check_in_id, position }: Answer): string {
  return `${check_in_id} ${position}`;
}

/** Called by the day it is for the person. */
function named({ exportedAt, timeZone }: OwnDataModel, extension: string, { download: words }: Texts) {
  const day = localDay(exportedAt, timeZone);
  return { name: `competency-${day}.${extension}`, title: words.title(day) };
}

function wallTime(instant: Date, timeZone: string): string {
  return `${localDay(instant, timeZone)} ${localTime(instant, timeZone).time}`;
}
