import type { OwnStandards } from '../../../domain/home/home.ts';
import type { ScoredDuty } from '../../../domain/home/summarise-duties.ts';
import type { Texts } from '../../../texts/texts.ts';
import { context, section, table } from '../../blocks/build.ts';
import { escapeMrkdwn } from '../../blocks/escape.ts';
import { LIMITS } from '../../blocks/limits.ts';
import { figureText } from '../figure-text.ts';
import { codeIn, everywhere, type HomeBlocks } from './home-model.ts';

/** My standard and its coverage. */
export function coverageBlocks({ standards, validWeeks }: OwnStandards, { home: words }: Texts): HomeBlocks {
  return everywhere(
    ...standards.map(({ name, code, covered, indicators }) =>
      section(escapeMrkdwn(words.standard(name, code, covered, indicators, validWeeks))),
    ),
  );
}

/** Strengths and gaps by duty: one native table, or as lines where a workspace has none. */
export function dutyBlocks(own: OwnStandards, { home: words }: Texts): HomeBlocks {
  const title = section(words.dutiesTitle(own.target));
  if (own.duties.every(({ covered }) => covered === 0)) {
    return everywhere(title, section(words.noScores));
  }
  const { strengths, gaps } = own.told;
  const told = [
    ...(strengths.length > 0 ? [words.strengths(strengths.map((duty) => scored(own, duty)))] : []),
    ...(gaps.length > 0 ? [words.gaps(gaps.map((duty) => scored(own, duty)))] : []),
    ...(strengths.length + gaps.length === 0 ? [words.noScores] : []),
  ];
  const before = [title, section(escapeMrkdwn(told.join('\n')))];
  const after = context(words.dutiesReading(own.target, own.validWeeks));
  const rows = own.duties.slice(0, LIMITS.table.rows - 1).map((duty) => {
    const { figure, covered, indicators } = duty;
    return {
      name: dutyName(own, duty),
      median: figureText(figure?.median),
      gap: figureText(figure?.gap),
      n: figure?.n ?? 0,
      covered,
      indicators,
    };
  });
  const cells = rows.map(({ name, median, gap, n, covered, indicators }) => [
    name,
    median,
    gap,
    String(n),
    `${covered}/${indicators}`,
  ]);
  const lines = rows.map(({ name, median, gap, n, covered, indicators }) =>
    words.dutyLine(name, median, gap, n, covered, indicators),
  );
  return {
    newest: [
      ...before,
      table([words.dutyColumns, ...cells], ['left', 'right', 'right', 'right', 'right']),
      after,
    ],
    established: [...before, section(escapeMrkdwn(lines.join('\n'))), after],
  };
}

function scored(own: OwnStandards, duty: ScoredDuty) {
  const { figure } = duty;
  return { name: dutyName(own, duty), median: figureText(figure.median), n: figure.n };
}

function dutyName(
  { standards }: OwnStandards,
  { standardCode, dutyCode, dutyName: name }: OwnStandards['duties'][number],
): string {
  return `${codeIn(standards, { standardCode, indicatorCode: dutyCode })} ${name}`;
}
