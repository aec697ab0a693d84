import type { FoundStandard } from '../../../../domain/standard/look-up.ts';
import type { CompetencyTexts } from '../../../../texts/zh-TW/competency.ts';
import { levelPieces, taskLine } from './official.ts';
import type { Line, Piece } from './page.ts';
import { list } from './task.ts';

/** A standard at a glance: what the work is, its level, and every task. */
export function standardPieces(
  { standard, earlier, example }: FoundStandard,
  texts: CompetencyTexts,
): Piece[] {
  const version = standard.versions.find(({ code }) => code === standard.code);
  const small: Line[] = [
    { text: standard.code },
    ...(version === undefined
      ? []
      : [{ text: texts.version(version.version, version.status, version.date) }]),
    ...(earlier === undefined ? [] : [{ text: texts.earlierVersion(earlier.code, standard.code) }]),
  ];
  return [
    { kind: 'title', text: standard.name },
    { kind: 'small', lines: small },
    ...list(texts.description, [{ text: standard.profile.description }]),
    ...levelPieces(standard.profile.level, texts.occupationLevel),
    ...standard.duties.flatMap((duty) =>
      list(
        `${duty.code} ${duty.name}`,
        duty.tasks.map((task) => taskLine(task, texts)),
      ),
    ),
    ...list(
      texts.listName.attitude,
      standard.attitudes.map(({ code, name }) => ({ label: code, text: name })),
    ),
    ...list(texts.prerequisites, [{ text: standard.prerequisites }]),
    ...list(
      texts.remarks,
      standard.notes.map(({ mark, text }) => ({ text: mark === undefined ? text : `【${mark}】${text}` })),
    ),
    { kind: 'divider' },
    ...(example === undefined
      ? []
      : [{ kind: 'small' as const, lines: [{ text: texts.lookInside, ask: example.ask }] }]),
    { kind: 'small', lines: [{ text: texts.source }] },
  ];
}
