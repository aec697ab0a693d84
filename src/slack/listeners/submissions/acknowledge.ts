import type { AckFn, ViewResponseAction } from '@slack/bolt';
import { type Texts, textsFor } from '../../../texts/texts.ts';
import { inTime } from '../in-time.ts';
import { localeOf } from '../locale-of.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';

/** A form that was sent, and where in it something can be said that belongs to no field of its own. */
interface Submitted {
  readonly workspaceId: string;
  readonly slackUserId: string;
  readonly ack: AckFn<ViewResponseAction>;
  /** An input block: Slack shows errors nowhere else. */
  readonly field: string;
  /** For the log. */
  readonly what: string;
}

/** What the form becomes: errors by their field, another view, or undefined where it closes. */
export type FormAnswer = ViewResponseAction | undefined;

/**
 * Saves what a form brought and acknowledges it within Slack's three seconds, whatever the database does. Where it
 * takes longer or fails, the form stays with everything typed and says so: sent again, it adds nothing twice. Answers
 * what was saved, also where that ended after the acknowledgement; undefined: nothing was.
 */
export async function acknowledgeSaved<Saved>(
  parts: Pick<ListenerParts, 'context' | 'findCaller' | 'log'>,
  { ack, field, what, ...who }: Submitted,
  save: () => Promise<Saved>,
  answer: (saved: Saved, texts: Texts) => FormAnswer,
): Promise<Saved | undefined> {
  const { context, log } = parts;
  const saving = save().then(
    (saved) => ({ saved }),
    (error: unknown) => ({ reference: logWithReference(log, context.newId, error, what) }),
  );
  const ended = await inTime(saving);
  const texts = textsFor(await localeOf(parts, who));
  const { submission } = texts;
  if (ended === undefined) {
    await ack({ response_action: 'errors', errors: { [field]: submission.stillSaving } });
  } else if ('reference' in ended) {
    await ack({ response_action: 'errors', errors: { [field]: submission.notSaved(ended.reference) } });
  } else {
    await acknowledge(ack, answer(ended.saved, texts));
  }
  const last = ended ?? (await saving);
  return 'saved' in last ? last.saved : undefined;
}

async function acknowledge(ack: AckFn<ViewResponseAction>, answer: FormAnswer): Promise<void> {
  if (answer === undefined) await ack();
  else await ack(answer);
}

/** Errors by their fields; those that are undefined are none. */
export function errorsOn(fields: Readonly<Record<string, string | undefined>>): ViewResponseAction {
  const errors = Object.entries(fields).flatMap(([field, error]): [string, string][] =>
    error === undefined ? [] : [[field, error]],
  );
  return { response_action: 'errors', errors: Object.fromEntries(errors) };
}
