import type { CheckIn, CheckInItem } from '../../../domain/check-in/check-in.ts';
import { lastAsked } from '../../../domain/check-in/last-asked.ts';
import { localTime } from '../../../domain/check-in/local-time.ts';
import type { Rating } from '../../../domain/check-in/rating.ts';
import type { Visibility } from '../../../domain/check-in/visibility.ts';
import { weeksSince } from '../../../domain/check-in/weeks-since.ts';
import type { LocalEntry } from '../../../domain/standard/entry.ts';
import { notesWithMarks } from '../../../domain/standard/indicator-in-context.ts';
import { LEVEL_WORDING } from '../../../domain/standard/level.ts';
import type { Texts } from '../../../texts/texts.ts';
import { type Block, context, divider, section } from '../../blocks/build.ts';
import { escapeMrkdwn, literally } from '../../blocks/escape.ts';
import { LIMITS } from '../../blocks/limits.ts';
import { shownLink } from '../../blocks/shown-link.ts';
import { type ModalView, modal } from '../../blocks/view.ts';
import { answerText } from '../messages/check-in/model.ts';
import { officialText } from '../messages/check-in/official-text.ts';

export const INDICATOR_DETAILS = 'indicator-details';

export interface IndicatorDetailsModel {
  readonly checkIn: CheckIn;
  readonly item: CheckInItem;
  readonly timeZone: string;
  /** Undefined where the standard is not installed. */
  readonly entry: Extract<LocalEntry, { kind: 'indicator' }> | undefined;
  /** The member's own, newest first. */
  readonly readings: readonly { readonly rating: Rating; readonly at: Date }[];
  readonly evidence: readonly {
    readonly url: string;
    readonly title: string | undefined;
    readonly visibility: Visibility;
  }[];
  /** When it was asked before this check-in, whether or not that one was answered; undefined: never. */
  readonly shownBeforeAt: Date | undefined;
}

/** Everything about one item that its member may want to know before answering it. */
export function indicatorDetailsModal(model: IndicatorDetailsModel, texts: Texts): ModalView {
  const { indicatorDetails: words, submission } = texts;
  const { entry } = model;
  return modal({
    callbackId: INDICATOR_DETAILS,
    title: words.title,
    close: submission.close,
    blocks: [
      ...(entry === undefined ? notInstalled(model.item, texts) : indicatorBlocks(entry)),
      ...paragraph(words.why, whyLines(model, texts)),
      ...(entry === undefined ? [] : officialBlocks(entry, texts)),
      divider(),
      ...paragraph(words.readings, readingLines(model, texts)),
      ...noteBlocks(model.item, texts),
      ...evidenceBlocks(model, texts),
      ...(entry === undefined ? [] : [context(texts.competency.source)]),
    ],
  });
}

function notInstalled({ indicatorCode, standardCode }: CheckInItem, { indicatorDetails: words }: Texts) {
  return [
    section(`*${escapeMrkdwn(indicatorCode)}*　${escapeMrkdwn(standardCode)}`),
    context(words.notInstalled),
  ];
}

function indicatorBlocks({ standard, indicator }: Extract<LocalEntry, { kind: 'indicator' }>): Block[] {
  const { code, text } = indicator;
  const official = officialText({ text, notes: notesWithMarks(standard, indicator.notes) });
  return [
    context(escapeMrkdwn(`${standard.code} ${standard.name}`)),
    section(`*${escapeMrkdwn(code)}*　${escapeMrkdwn(official)}`),
  ];
}

/** The reason for the choice, and how long ago it was asked before. */
function whyLines(model: IndicatorDetailsModel, texts: Texts) {
  const { indicatorDetails: words } = texts;
  const since = sinceLines(model, texts);
  switch (model.item.chosen.because) {
    case 'never-asked':
      return since.length > 0 ? since : [words.neverAsked];
    case 'focus':
      return [words.inFocus, ...since];
    case 'same-task':
      return [words.sameTask, ...since];
    case 'longest-ago':
      return since.length > 0 ? since : [words.itsTurn];
  }
}

function sinceLines(
  { checkIn, item, timeZone, shownBeforeAt }: IndicatorDetailsModel,
  { indicatorDetails: words }: Texts,
): string[] {
  const last = lastAsked(item.chosen, shownBeforeAt);
  const weeks = last === undefined ? 0 : weeksSince(last.at, checkIn.period, timeZone);
  if (last === undefined || weeks === 0) return [];
  return [last.wasAnswered ? words.notAskedFor(weeks) : words.askedInVain(weeks)];
}

/** What the standard says around it: task, level, outputs, knowledge and skills by name. */
function officialBlocks(
  { standard, duty, task, part }: Extract<LocalEntry, { kind: 'indicator' }>,
  { competency: words }: Texts,
): Block[] {
  const { level, outputs, knowledge, skills } = part;
  const named = (entries: readonly { code: string; name: string }[], codes: readonly string[]) =>
    entries.flatMap(({ code, name }) => (codes.includes(code) ? [`${code} ${name}`] : []));
  return [
    ...paragraph(words.kindName.task, [`${duty.code} ${duty.name}`, `${task.code} ${task.name}`]),
    ...(level === undefined
      ? []
      : [...paragraph(words.taskLevel(level), [LEVEL_WORDING[level]]), context(words.levelIsNotAScore)]),
    ...paragraph(
      words.listName.output,
      outputs.map(({ code, name }) => (code === undefined ? name : `${code} ${name}`)),
    ),
    ...paragraph(words.listName.knowledge, named(standard.knowledge, knowledge)),
    ...paragraph(words.listName.skill, named(standard.skills, skills)),
  ];
}

function readingLines({ readings, timeZone }: IndicatorDetailsModel, texts: Texts) {
  const { indicatorDetails: words, dates } = texts;
  if (readings.length === 0) return [words.noReadings];
  return readings.map(
    ({ rating, at }) => `${dates.day(localTime(at, timeZone))}　${answerText(rating, texts)}`,
  );
}

function noteBlocks({ note }: CheckInItem, texts: Texts): Block[] {
  const { indicatorDetails: words } = texts;
  if (note === undefined) return paragraph(words.yourNote, [words.noNote]);
  return [
    ...paragraph(words.yourNote, [literally(note.text)]),
    context(visibilityMark(note.visibility, texts)),
  ];
}

/** A section a piece: an address alone may be as long as a section. */
function evidenceBlocks({ evidence }: IndicatorDetailsModel, texts: Texts): Block[] {
  const { indicatorDetails: words } = texts;
  if (evidence.length === 0) return paragraph(words.yourEvidence, [words.noEvidence]);
  return [
    section(`*${words.yourEvidence}*`),
    ...evidence.map(({ url, title, visibility }) => {
      const mark = `\n${visibilityMark(visibility, texts)}`;
      return section(`${shownLink(url, title, LIMITS.section.text - mark.length)}${mark}`);
    }),
  ];
}

function visibilityMark(visibility: Visibility, { indicatorDetails: words }: Texts): string {
  return visibility === 'supervisor' ? words.sharedMark : words.onlyMeMark;
}

/** A heading with lines under it; nothing at all where there are no lines. */
function paragraph(heading: string, lines: readonly string[]): Block[] {
  if (lines.length === 0) return [];
  return [section(`*${heading}*\n${escapeMrkdwn(lines.join('\n'))}`)];
}
