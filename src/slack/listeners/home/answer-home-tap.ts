import type { Texts } from '../../../texts/texts.ts';
import type { HomePlace } from '../../views/home/home-model.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import { type Who, whoActed } from '../who-acted.ts';
import type { HomeRequest, PublishHome } from './publish-home.ts';
import type { HomeTap } from './tapped-home.ts';

/**
 * What became of a tap on Home: what is said about it, undefined where Home as it is then says it by itself; or
 * `opened`, where a form is open over Home and nothing of it has changed.
 */
type Outcome = HomeRequest['said'] | 'opened';

/**
 * Acknowledges a tap on Home, does what it asks for and shows Home as it is then: a tap there has no message to answer
 * on. Where it fails, `failed` is said with a reference id. `what` is for the log.
 */
export function answerHomeTap(
  { context, log }: Pick<ListenerParts, 'context' | 'log'>,
  publishHome: PublishHome,
  tap: {
    readonly what: string;
    readonly saidAt: HomePlace;
    readonly failed: (texts: Texts, reference: string) => string;
  },
  handle: (tapped: HomeTap, who: Who) => Promise<Outcome>,
) {
  return async (tapped: HomeTap): Promise<void> => {
    const { ack, body, client } = tapped;
    await ack();
    const who = whoActed(body);
    let outcome: Outcome;
    try {
      outcome = await handle(tapped, who);
    } catch (error) {
      const reference = logWithReference(log, context.newId, error, tap.what);
      outcome = (texts) => tap.failed(texts, reference);
    }
    if (outcome === 'opened') return;
    // A tap in a modal over Home brings the hash of the modal.
    const hash = body.view?.type === 'home' ? body.view.hash : undefined;
    await publishHome(client, { ...who, hash, saidAt: tap.saidAt, said: outcome });
  };
}
