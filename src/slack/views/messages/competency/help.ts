import { entryTitle } from '../../../../domain/standard/entry.ts';
import type { Help } from '../../../../domain/standard/look-up.ts';
import type { CompetencyTexts } from '../../../../texts/zh-TW/competency.ts';
import { standardTitle } from './official.ts';
import type { Line, Piece } from './page.ts';
import { list } from './task.ts';

/** What can be typed, with examples that work; the title comes first. */
export function helpPieces({ standards, examples }: Help, texts: CompetencyTexts): Piece[] {
  const title: Piece = { kind: 'title', text: texts.helpTitle };
  const [first] = standards;
  if (first === undefined) return [title, { kind: 'paragraph', lines: [{ text: texts.noStandards }] }];
  const code = entryTitle(first.entry).code ?? first.ask;
  const [example] = examples;
  const exampleCode = example === undefined ? undefined : entryTitle(example.entry).code;
  const lines: Line[] = [
    ...examples.map(({ entry, ask }) => ({ label: texts.kindName[entry.kind], ask })),
    { label: texts.kindName.standard, ask: code },
    ...(exampleCode === undefined
      ? []
      : [{ label: texts.helpWithStandard, ask: `${first.ask} ${exampleCode}` }]),
    { label: texts.helpWords, ask: texts.helpWordsExample },
    { label: texts.helpWordsWithStandard, ask: `${first.ask} ${texts.helpWordsExample}` },
  ];
  return [
    title,
    { kind: 'paragraph', lines: [{ text: texts.helpIntro }] },
    ...list(texts.helpExamples, lines),
    ...list(
      texts.helpStandards,
      standards.map(({ entry }) => ({ text: standardTitle(entry.standard) })),
    ),
    { kind: 'small', lines: [{ text: texts.helpWriting }] },
  ];
}
