import type { OwnStandards } from '../../../domain/home/home.ts';
import type { Texts } from '../../../texts/texts.ts';
import { type Block, context, section } from '../../blocks/build.ts';
import { figureText } from '../figure-text.ts';
import { everywhere, type HomeBlocks } from './home-model.ts';

/** What was answered month by month; a single month is no series. */
export function readingBlocks({ months }: OwnStandards, { home: words, dates }: Texts): HomeBlocks {
  if (months.length === 0) return everywhere();
  const rows = months.map(({ month, scores, median, noOpportunity }) => ({
    month: dates.month(monthOf(month)),
    scores,
    median: figureText(median),
    noOpportunity,
  }));
  const lines = rows.map(({ month, scores, median, noOpportunity }) =>
    words.monthLine(month, scores, median, noOpportunity),
  );
  const title = section(words.monthsTitle);
  if (rows.length === 1) return everywhere(title, section(lines.join('\n')), context(words.oneMonth));
  const cells = rows.map(({ month, scores, median, noOpportunity }) => [
    month,
    String(scores),
    median,
    String(noOpportunity),
  ]);
  const after = context(words.monthsReading);
  return {
    newest: [dataTable(words.monthsTitle, [words.monthColumns, ...cells]), after],
    established: [title, section(lines.join('\n')), after],
  };
}

function monthOf(month: string) {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return { year, month: number, day: 1, weekday: 1, time: '00:00' };
}

/** https://docs.slack.dev/reference/block-kit/blocks/data-table-block */
function dataTable(caption: string, rows: readonly (readonly string[])[]): Block {
  return {
    type: 'data_table',
    caption: caption.replaceAll('*', ''),
    rows: rows.map((cells) => cells.map((text) => ({ type: 'raw_text', text }))),
    row_header_column_index: 0,
  };
}
