import { startCheckIn } from '../../../usecases/start-check-in.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import { whoActed } from '../who-acted.ts';
import type { PublishHome } from './publish-home.ts';
import type { HomeTap } from './tapped-home.ts';

/** *Start now* makes this period's check-in; Home says what became of it. */
export function startNowAction(
  { context, log }: Pick<ListenerParts, 'context' | 'log'>,
  publishHome: PublishHome,
) {
  return async (tapped: HomeTap): Promise<void> => {
    await tapped.ack();
    const who = whoActed(tapped.body);
    try {
      const started = await startCheckIn(context, who);
      const items = started.outcome === 'made' ? started.items : undefined;
      await publishHome(tapped.client, {
        ...who,
        said: items === undefined ? undefined : ({ home }) => home.started(items),
      });
    } catch (error) {
      const reference = logWithReference(log, context.newId, error, 'start-now');
      await publishHome(tapped.client, { ...who, said: ({ refusal }) => refusal.notOpened(reference) });
    }
  };
}
