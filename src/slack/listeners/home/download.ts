import { textsFor } from '../../../texts/texts.ts';
import { exportOwnData } from '../../../usecases/export-own-data.ts';
import { ownDataCsv, ownDataJson } from '../../views/home/own-data-files.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import { whoActed } from '../who-acted.ts';
import type { PublishHome } from './publish-home.ts';
import type { HomeTap } from './tapped-home.ts';

const FILES = { json: ownDataJson, csv: ownDataCsv } as const;

/** *Download my data*: a file in the DM of whoever asked, about nobody else. Nothing of it is logged. */
export function downloadAction(
  { context, sendFile, log }: ListenerParts,
  publishHome: PublishHome,
  format: keyof typeof FILES,
) {
  return async (tapped: HomeTap): Promise<void> => {
    await tapped.ack();
    const { client } = tapped;
    const who = whoActed(tapped.body);
    try {
      const exported = await exportOwnData(context, who);
      if (exported === undefined) {
        await publishHome(client, who);
        return;
      }
      const texts = textsFor(exported.locale);
      const file = FILES[format](exported, texts);
      await sendFile(client, who.slackUserId, { ...file, comment: texts.download.ready(file.name) });
      await publishHome(client, { ...who, saidAt: 'download', said: ({ download }) => download.sent });
    } catch (error) {
      const reference = logWithReference(log, context.newId, error, 'download');
      await publishHome(client, {
        ...who,
        saidAt: 'download',
        said: ({ download }) => download.failed(reference),
      });
    }
  };
}
