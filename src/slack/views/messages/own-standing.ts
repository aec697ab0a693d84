import { answeredCount, type CheckIn, countedItems } from '../../../domain/check-in/check-in.ts';
import { localTime, minuteBefore } from '../../../domain/check-in/local-time.ts';
import type { Home, MemberHome, OwnStandards } from '../../../domain/home/home.ts';
import type { ScoredDuty } from '../../../domain/home/summarise-duties.ts';
import type { Texts } from '../../../texts/texts.ts';
import type { Message } from '../../blocks/build.ts';
import { figureText } from '../figure-text.ts';
import { codeIn } from '../home/home-model.ts';
import { type Asking, buildPage, type Line, type Piece } from './competency/page.ts';
import { list } from './competency/task.ts';

/** Duties told of strengths, and of gaps. */
const MOST_DUTIES = 3;

/**
 * Where somebody stands, in short: the figures of their Home tab. For a command's acknowledgement, so in
 * long-established blocks.
 */
export function ownStandingMessage(home: Home, texts: Texts, asking: Asking): Message {
  const { ownStanding, startedCheckIn } = texts;
  const sentence = (text: string) => buildPage([{ kind: 'paragraph', lines: [{ text }] }], asking);
  if (home.kind === 'stranger') return sentence(startedCheckIn.notAMember);
  const { own } = home;
  if (own === undefined) return sentence(startedCheckIn.noStandard);
  return buildPage(
    [
      { kind: 'title', text: ownStanding.title },
      ...coveragePieces(own, texts),
      ...dutyPieces(own, texts),
      { kind: 'paragraph', lines: checkInLines(own, home, texts) },
      {
        kind: 'small',
        lines: [{ text: ownStanding.reading(own.target, own.validWeeks) }, { text: ownStanding.more }],
      },
    ],
    asking,
    texts.competency.leftOut,
  );
}

function coveragePieces({ standards, validWeeks }: OwnStandards, { ownStanding }: Texts): Piece[] {
  return standards.map(({ code, name, covered, indicators }) => ({
    kind: 'paragraph',
    heading: `${code} ${name}`,
    lines: [{ text: ownStanding.coverage(covered, indicators, validWeeks) }],
  }));
}

function dutyPieces(own: OwnStandards, { ownStanding: words }: Texts): Piece[] {
  const { told, target } = own;
  const strengths = told.strengths.slice(0, MOST_DUTIES);
  const gaps = told.gaps.slice(0, MOST_DUTIES);
  if (strengths.length + gaps.length === 0) return [{ kind: 'paragraph', lines: [{ text: words.noScores }] }];
  return [
    ...list(
      words.strengths(target, strengths.length, told.strengths.length),
      strengths.map((duty) =>
        dutyLine(own, duty, words.strength(figureText(duty.figure.median), duty.figure.n)),
      ),
    ),
    ...list(
      words.gaps(target, gaps.length, told.gaps.length),
      gaps.map((duty) => {
        const { median, gap, n } = duty.figure;
        return dutyLine(own, duty, words.gap(figureText(median), figureText(gap), n));
      }),
    ),
  ];
}

function dutyLine({ standards }: OwnStandards, duty: ScoredDuty, figures: string): Line {
  const { standardCode, dutyCode, dutyName } = duty;
  const code = codeIn(standards, { standardCode, indicatorCode: dutyCode });
  return { label: `${code} ${dutyName}`, text: figures };
}

function checkInLines(
  { checkIn }: OwnStandards,
  { timeZone }: Pick<MemberHome, 'timeZone'>,
  texts: Texts,
): Line[] {
  const { ownStanding, startedCheckIn, words, dates } = texts;
  const at = (instant: Date) => dates.dayAndTime(localTime(instant, timeZone));
  const linesOf = (...said: string[]): Line[] => said.map((text) => ({ text }));
  switch (checkIn.kind) {
    case 'not-started':
      return linesOf(startedCheckIn.notStarted);
    case 'not-acknowledged':
      return [{ text: ownStanding.notAcknowledged, ask: words.checkInAsk }];
    case 'open': {
      const { closesAt, period } = checkIn.checkIn;
      const until = at(minuteBefore(closesAt));
      return linesOf(
        ...(checkIn.isSkipped
          ? [startedCheckIn.skipped(dates.week(period), until), startedCheckIn.where.skipped]
          : [ownStanding.open(answeredCount(checkIn.checkIn), countedItems(checkIn.checkIn).length, until)]),
        ...(checkIn.nextAt === undefined ? [] : [startedCheckIn.next(at(checkIn.nextAt))]),
      );
    }
    case 'next':
      return linesOf(
        ...(checkIn.answered === undefined ? [] : [answeredLine(checkIn.answered, at, texts)]),
        checkIn.at === undefined ? ownStanding.noNext : startedCheckIn.next(at(checkIn.at)),
      );
  }
}

function answeredLine(
  checkIn: CheckIn,
  at: (instant: Date) => string,
  { startedCheckIn, dates }: Texts,
): string {
  const until = at(minuteBefore(checkIn.closesAt));
  return startedCheckIn.answered(dates.week(checkIn.period), countedItems(checkIn).length, until);
}
