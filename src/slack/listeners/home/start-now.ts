import { startCheckIn } from '../../../usecases/start-check-in.ts';
import type { ListenerParts } from '../parts.ts';
import { answerHomeTap } from './answer-home-tap.ts';
import type { HomeRequest, PublishHome } from './publish-home.ts';

/** *Start now* makes this period's check-in, or sends the notice that is to be read first; Home says what became of it. */
export function startNowAction(parts: Pick<ListenerParts, 'context' | 'log'>, publishHome: PublishHome) {
  return answerHomeTap(
    parts,
    publishHome,
    { what: 'start-now', saidAt: 'top', failed: ({ refusal }, reference) => refusal.notOpened(reference) },
    async (_tapped, who) => sentence(await startCheckIn(parts.context, who)),
  );
}

/** Undefined where Home says it by itself. */
function sentence(started: Awaited<ReturnType<typeof startCheckIn>>): HomeRequest['said'] {
  switch (started.outcome) {
    case 'made':
      return ({ home }) => home.started(started.items);
    case 'not-acknowledged':
      return ({ home }) => home.noticeSent;
    default:
      return undefined;
  }
}
