import { textsFor } from '../../../texts/texts.ts';
import { exportOwnData } from '../../../usecases/export-own-data.ts';
import { ownDataCsv, ownDataJson } from '../../views/home/own-data-files.ts';
import type { ListenerParts } from '../parts.ts';
import { answerHomeTap } from './answer-home-tap.ts';
import type { PublishHome } from './publish-home.ts';

const FILES = { json: ownDataJson, csv: ownDataCsv } as const;

/** *Download my data*: a file in the DM of whoever asked, about nobody else. Nothing of it is logged. */
export function downloadAction(parts: ListenerParts, publishHome: PublishHome, format: keyof typeof FILES) {
  return answerHomeTap(
    parts,
    publishHome,
    {
      what: 'download',
      saidAt: 'download',
      failed: ({ download }, reference) => download.failed(reference),
    },
    async ({ client }, who) => {
      const exported = await exportOwnData(parts.context, who);
      if (exported === undefined) return undefined;
      const texts = textsFor(exported.locale);
      const file = FILES[format](exported, texts);
      await parts.sendFile(client, who.slackUserId, { ...file, comment: texts.download.ready(file.name) });
      return ({ download }) => download.sent;
    },
  );
}
