import { localTime } from '../../../domain/check-in/local-time.ts';
import type { MemberHome } from '../../../domain/home/home.ts';
import type { Texts } from '../../../texts/texts.ts';
import { type Block, context, divider, header, section } from '../../blocks/build.ts';
import { escapeMrkdwn } from '../../blocks/escape.ts';
import { type HomeView, home } from '../../blocks/view.ts';
import { checkInBlocks } from './check-in.ts';
import { everywhere, type HomeBlocks, type HomeModel, type HomePlace } from './home-model.ts';
import { allEntriesBlocks, evidenceBlocks, noteBlocks } from './own-entries.ts';
import { readingBlocks } from './readings.ts';
import { settingsBlocks } from './settings.ts';
import { coverageBlocks, dutyBlocks } from './standing.ts';
import { downloadBlocks, whoSeesBlocks } from './who-sees.ts';

/** The Home tab, and once more with long-established blocks only. */
export function homeView(
  { home: state, now, said, saidAt = 'top' }: HomeModel,
  texts: Texts,
): { readonly view: HomeView; readonly established: HomeView } {
  const shown = state.kind === 'stranger' ? 'top' : placeShown(saidAt, state);
  const sayAt: SayAt = (place) =>
    said === undefined || shown !== place ? [] : [everywhere(context(escapeMrkdwn(said)))];
  const parts: HomeBlocks[] = [
    everywhere(header(texts.home.title)),
    ...sayAt('top'),
    ...(state.kind === 'stranger'
      ? [
          everywhere(
            section(escapeMrkdwn(texts.home.stranger(state.contact))),
            section(texts.home.strangerCan),
          ),
        ]
      : memberParts(state, now, sayAt, texts)),
  ];
  const joined = (of: (part: HomeBlocks) => readonly Block[]) => home(parts.flatMap(of));
  return { view: joined(({ newest }) => newest), established: joined(({ established }) => established) };
}

/** What is said at a place of Home, if anything. */
type SayAt = (place: HomePlace) => HomeBlocks[];

/** Somebody without a standard is shown no notes and no evidence. */
function placeShown(place: HomePlace, { own }: MemberHome): HomePlace {
  return own === undefined && (place === 'notes' || place === 'evidence') ? 'top' : place;
}

function memberParts(state: MemberHome, now: Date, sayAt: SayAt, texts: Texts): HomeBlocks[] {
  const { own } = state;
  const line = everywhere(divider());
  if (own === undefined) {
    return [
      ...teamBlocks(state, texts),
      everywhere(section(texts.home.noStandard)),
      line,
      settingsBlocks(state, texts),
      ...sayAt('settings'),
      allEntriesBlocks(state, texts),
      line,
      whoSeesBlocks(state, texts),
      downloadBlocks(texts),
      ...sayAt('download'),
    ];
  }
  return [
    checkInBlocks(own, state, now, texts),
    line,
    coverageBlocks(own, texts),
    dutyBlocks(own, texts),
    readingBlocks(own, texts),
    ...teamBlocks(state, texts),
    line,
    settingsBlocks(state, texts),
    ...sayAt('settings'),
    line,
    ...sayAt('notes'),
    noteBlocks(own, state, texts),
    ...sayAt('evidence'),
    evidenceBlocks(own, state, texts),
    allEntriesBlocks(state, texts),
    line,
    whoSeesBlocks(state, texts),
    downloadBlocks(texts),
    ...sayAt('download'),
  ];
}

function teamBlocks({ teamSize, nextDigestAt, timeZone }: MemberHome, { home: words, dates }: Texts) {
  if (teamSize === 0) return [];
  const lines = [
    words.team(teamSize),
    ...(nextDigestAt === undefined
      ? []
      : [words.nextDigest(dates.dayAndTime(localTime(nextDigestAt, timeZone)))]),
  ];
  return [everywhere(section(lines.join('\n')))];
}
