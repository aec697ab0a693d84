import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { type Texts, textsFor } from '../../../texts/texts.ts';
import { localeOf } from '../locale-of.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import { type Who, whoActed } from '../who-acted.ts';
import { sayPrivately } from './reply.ts';

/** A tap on something in a message. */
export type Tap<Action extends BlockAction> = SlackActionMiddlewareArgs<Action> & AllMiddlewareArgs;

/** A sentence, in the language of whoever hears it. */
type Sentence = (texts: Texts) => string;

/**
 * Acknowledges a tap, then does what it asks for. What `handle` answers is said to whoever tapped, in private; so is
 * `failed` with a reference id, where it fails. `what` is for the log.
 */
export function answerTap<Action extends BlockAction>(
  parts: Pick<ListenerParts, 'context' | 'findCaller' | 'log'>,
  { what, failed }: { readonly what: string; readonly failed: (texts: Texts, reference: string) => string },
  handle: (tapped: Tap<Action>, who: Who) => Promise<Sentence | undefined>,
) {
  return async (tapped: Tap<Action>): Promise<void> => {
    const { ack, body, respond } = tapped;
    await ack();
    const who = whoActed(body);
    let said: Sentence | undefined;
    try {
      said = await handle(tapped, who);
    } catch (error) {
      const reference = logWithReference(parts.log, parts.context.newId, error, what);
      said = (texts) => failed(texts, reference);
    }
    if (said !== undefined) await sayPrivately(parts, respond, said(textsFor(await localeOf(parts, who))));
  };
}
