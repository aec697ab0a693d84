import { entryTitle } from '../../../../domain/standard/entry.ts';
import type {
  Ambiguous,
  Choice,
  FoundElsewhere,
  NotFound,
  SearchResults,
  TooLong,
} from '../../../../domain/standard/look-up.ts';
import type { CompetencyTexts } from '../../../../texts/zh-TW/competency.ts';
import { literally } from '../../../blocks/escape.ts';
import { truncate } from '../../../blocks/truncate.ts';
import { standardTitle } from './official.ts';
import type { Line, Piece } from './page.ts';

/** Enough of a question to know it again. */
const EXCERPT = 40;

export function ambiguousPieces({ asked, choices }: Ambiguous, texts: CompetencyTexts): Piece[] {
  return choicePages([texts.ambiguous(excerpt(asked)), texts.ambiguousHint], choices, texts);
}

export function resultPieces(found: SearchResults, texts: CompetencyTexts): Piece[] {
  const { asked, within, total, choices } = found;
  const title =
    within.length === 0
      ? texts.resultsTitle(excerpt(asked))
      : texts.resultsWithin(excerpt(asked), within.map(standardTitle));
  return choicePages([title, texts.resultsCount(choices.length, total)], choices, texts);
}

export function elsewherePieces(found: FoundElsewhere, texts: CompetencyTexts): Piece[] {
  const { asked, within, total, choices } = found;
  const title = texts.resultsElsewhere(excerpt(asked), within.map(standardTitle));
  return choicePages([title, texts.resultsCount(choices.length, total)], choices, texts);
}

export function notFoundPieces({ asked, nearest, help }: NotFound, texts: CompetencyTexts): Piece[] {
  const notFound = texts.notFound(excerpt(asked));
  if (nearest.length > 0) return choicePages([notFound, texts.nearest], nearest, texts);
  const examples = help.examples.filter(({ entry }) => entry.kind === 'task').map(({ ask }) => ({ ask }));
  return [
    { kind: 'paragraph', lines: [{ text: notFound }] },
    {
      kind: 'small',
      lines: [
        { text: texts.tryTyping },
        ...examples,
        { ask: texts.helpWordsExample },
        { text: texts.everything, ask: texts.everythingAsk },
      ],
    },
  ];
}

export function tooLongPieces({ asked, length, limit }: TooLong, texts: CompetencyTexts): Piece[] {
  return [{ kind: 'paragraph', lines: [{ text: texts.tooLong(excerpt(asked), length, limit) }] }];
}

function excerpt(asked: string): string {
  return literally(truncate(asked, EXCERPT));
}

function choicePages(introduction: string[], choices: readonly Choice[], texts: CompetencyTexts): Piece[] {
  const example = choices.find(isAskedByCode);
  return [
    { kind: 'paragraph', lines: introduction.map((text) => ({ text })) },
    ...choicesByStandard(choices, texts),
    ...(example === undefined
      ? []
      : [{ kind: 'small' as const, lines: [{ text: texts.lookInside, ask: example.ask }] }]),
    { kind: 'small', lines: [{ text: texts.source }] },
  ];
}

function choicesByStandard(choices: readonly Choice[], texts: CompetencyTexts): Piece[] {
  const standards = [...new Set(choices.map(({ entry }) => entry.standard))];
  return standards.map((standard) => ({
    kind: 'paragraph',
    heading: standardTitle(standard),
    lines: choices
      .filter(({ entry }) => entry.standard === standard)
      .flatMap((choice) => choiceLines(choice, texts)),
  }));
}

/** What it is, and below it what to type where the code alone does not lead there. */
function choiceLines(choice: Choice, texts: CompetencyTexts): Line[] {
  const { entry, ask } = choice;
  if (entry.kind === 'standard') return [{ text: texts.kindName.standard, ask }];
  const { code, name } = entryTitle(entry);
  return [{ label: code, text: name }, ...(isAskedByCode(choice) ? [] : [{ ask }])];
}

function isAskedByCode({ entry, ask }: Choice): boolean {
  return ask === entryTitle(entry).code;
}
