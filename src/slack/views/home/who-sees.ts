import type { MemberHome } from '../../../domain/home/home.ts';
import type { Texts } from '../../../texts/texts.ts';
import { actions, button, section } from '../../blocks/build.ts';
import { escapeMrkdwn, literally } from '../../blocks/escape.ts';
import { HOME_ACTIONS } from './home-actions.ts';
import { everywhere, type HomeBlocks } from './home-model.ts';

/** Who sees what, by name. */
export function whoSeesBlocks(
  { supervisors, contact }: Pick<MemberHome, 'supervisors' | 'contact'>,
  { home: words }: Texts,
): HomeBlocks {
  const lines = [
    words.seesTitle,
    words.seesAnswers(supervisors.map(literally)),
    words.seesNotes,
    words.seesSkip,
    words.seesPurpose(contact),
  ];
  return everywhere(section(escapeMrkdwn(lines.join('\n'))));
}

/** Everything that is stored about the person, as a file. */
export function downloadBlocks({ home: words }: Texts): HomeBlocks {
  return everywhere(
    section(words.downloadTitle),
    actions('home-download', [
      button({ actionId: HOME_ACTIONS.downloadJson, text: words.downloadJson }),
      button({ actionId: HOME_ACTIONS.downloadCsv, text: words.downloadCsv }),
    ]),
  );
}
