import type { Texts } from '../../../texts/texts.ts';
import { startCheckIn } from '../../../usecases/start-check-in.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import { whoActed } from '../who-acted.ts';
import type { PublishHome } from './publish-home.ts';
import type { HomeTap } from './tapped-home.ts';

/** *Start now* makes this period's check-in, or sends the notice that is to be read first; Home says what became of it. */
export function startNowAction(
  { context, log }: Pick<ListenerParts, 'context' | 'log'>,
  publishHome: PublishHome,
) {
  return async (tapped: HomeTap): Promise<void> => {
    await tapped.ack();
    const who = whoActed(tapped.body);
    try {
      const started = await startCheckIn(context, who);
      await publishHome(tapped.client, { ...who, said: sentence(started) });
    } catch (error) {
      const reference = logWithReference(log, context.newId, error, 'start-now');
      await publishHome(tapped.client, { ...who, said: ({ refusal }) => refusal.notOpened(reference) });
    }
  };
}

/** Undefined where Home says it by itself. */
function sentence(started: Awaited<ReturnType<typeof startCheckIn>>): ((texts: Texts) => string) | undefined {
  switch (started.outcome) {
    case 'made':
      return ({ home }) => home.started(started.items);
    case 'not-acknowledged':
      return ({ home }) => home.noticeSent;
    default:
      return undefined;
  }
}
