import { localTime } from '../../../domain/check-in/local-time.ts';
import type { MemberHome } from '../../../domain/home/home.ts';
import type { Texts } from '../../../texts/texts.ts';
import { type Block, context, divider, header, section } from '../../blocks/build.ts';
import { escapeMrkdwn } from '../../blocks/escape.ts';
import { type HomeView, home } from '../../blocks/view.ts';
import { checkInBlocks } from './check-in.ts';
import { everywhere, type HomeBlocks, type HomeModel } from './home-model.ts';
import { evidenceBlocks, noteBlocks } from './own-entries.ts';
import { readingBlocks } from './readings.ts';
import { settingsBlocks } from './settings.ts';
import { coverageBlocks, dutyBlocks } from './standing.ts';
import { downloadBlocks, whoSeesBlocks } from './who-sees.ts';

/** The Home tab, and once more with long-established blocks only. */
export function homeView(
  { home: state, now, said }: HomeModel,
  texts: Texts,
): { readonly view: HomeView; readonly established: HomeView } {
  const parts: HomeBlocks[] = [
    everywhere(header(texts.home.title), ...(said === undefined ? [] : [context(escapeMrkdwn(said))])),
    ...(state.kind === 'stranger'
      ? [
          everywhere(
            section(escapeMrkdwn(texts.home.stranger(state.contact))),
            section(texts.home.strangerCan),
          ),
        ]
      : memberParts(state, now, texts)),
  ];
  const joined = (of: (part: HomeBlocks) => readonly Block[]) => home(parts.flatMap(of));
  return { view: joined(({ newest }) => newest), established: joined(({ established }) => established) };
}

function memberParts(state: MemberHome, now: Date, texts: Texts): HomeBlocks[] {
  const { own } = state;
  const line = everywhere(divider());
  if (own === undefined) {
    return [
      ...teamBlocks(state, texts),
      everywhere(section(texts.home.noStandard)),
      line,
      whoSeesBlocks(state, texts),
      downloadBlocks(texts),
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
    settingsBlocks(own, state, texts),
    line,
    noteBlocks(own, state, texts),
    evidenceBlocks(own, state, texts),
    line,
    whoSeesBlocks(state, texts),
    downloadBlocks(texts),
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
