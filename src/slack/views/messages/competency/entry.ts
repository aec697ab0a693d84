import { entryTitle, type LocalEntry } from '../../../../domain/standard/entry.ts';
import type { FoundEntry } from '../../../../domain/standard/look-up.ts';
import type { CompetencyTexts } from '../../../../texts/zh-TW/competency.ts';
import { levelPieces, notePieces, standardTitle, taskLine, withMarks } from './official.ts';
import type { Piece } from './page.ts';
import { indicatorLines, list, outputLines, taskPieces } from './task.ts';

/** One entry: what it is and where it stands, its content, and where else the same code is found. */
export function entryPieces({ entry, place, also }: FoundEntry, texts: CompetencyTexts): Piece[] {
  const standard = standardTitle(entry.standard);
  const others = also.flatMap((choice) => [
    { text: texts.alsoIn(standardTitle(choice.entry.standard)) },
    { ask: choice.ask },
  ]);
  return [
    { kind: 'title', text: titleOf(entry, texts) },
    { kind: 'small', lines: [{ text: place === 'other' ? texts.fromOther(standard) : standard }] },
    ...contentOf(entry, texts),
    { kind: 'divider' },
    ...(others.length === 0 ? [] : [{ kind: 'small' as const, lines: others }]),
    { kind: 'small', lines: [{ text: texts.source }] },
  ];
}

/** The text of an indicator is a sentence, so it is read below its title, not in it. */
function titleOf(entry: LocalEntry, texts: CompetencyTexts): string {
  const { code, name } = entryTitle(entry);
  if (entry.kind === 'indicator') return `${entry.indicator.code} ${texts.kindName.indicator}`;
  return code === undefined ? name : `${code} ${name}`;
}

function contentOf(entry: LocalEntry, texts: CompetencyTexts): Piece[] {
  switch (entry.kind) {
    case 'task':
      return taskPieces(entry, texts);
    case 'duty': {
      const { standard, duty } = entry;
      return [
        ...list(
          texts.listName.task,
          duty.tasks.map((task) => taskLine(task, texts)),
        ),
        ...notePieces(standard, duty.notes ?? [], texts),
      ];
    }
    case 'indicator':
      return indicatorPieces(entry, texts);
    case 'output': {
      const { standard, task, part, output } = entry;
      return [
        ...list(texts.kindName.task, [taskLine(task, texts)]),
        ...list(texts.listName.indicator, indicatorLines(part)),
        ...notePieces(
          standard,
          [output, ...part.indicators].flatMap(({ notes }) => notes ?? []),
          texts,
        ),
      ];
    }
    case 'knowledge':
    case 'skill': {
      const { notes } = entry.kind === 'knowledge' ? entry.knowledge : entry.skill;
      return [
        ...list(
          texts.usedIn,
          entry.usedIn.map((task) => taskLine(task, texts)),
        ),
        ...notePieces(entry.standard, notes ?? [], texts),
      ];
    }
    case 'attitude': {
      const { definition, notes } = entry.attitude;
      return [
        ...list(texts.definition, [{ text: withMarks(definition, notes) }]),
        ...notePieces(entry.standard, notes ?? [], texts),
        { kind: 'small', lines: [{ text: texts.attitudeScope }] },
      ];
    }
  }
}

function indicatorPieces(
  { standard, task, part, indicator }: Extract<LocalEntry, { kind: 'indicator' }>,
  texts: CompetencyTexts,
): Piece[] {
  return [
    { kind: 'paragraph', lines: [{ text: withMarks(indicator.text, indicator.notes) }] },
    ...notePieces(standard, indicator.notes ?? [], texts),
    ...list(texts.kindName.task, [{ label: task.code, text: task.name }]),
    ...list(texts.listName.output, outputLines(part)),
    ...levelPieces(part.level, texts.taskLevel),
    ...(part.level === undefined
      ? []
      : [{ kind: 'small' as const, lines: [{ text: texts.levelIsNotAScore }] }]),
  ];
}
