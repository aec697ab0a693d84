import type { Texts } from '../../../texts/texts.ts';
import { type Message, section } from '../../blocks/build.ts';
import { escapeMrkdwn, literally } from '../../blocks/escape.ts';

/** What an administrator needs to know of messages that failed for good. */
export interface DeliveryTroubleModel {
  /** Slack's error code or the kind of failure. */
  readonly reason: string;
  readonly failed: number;
  /** Names of those whom Slack refuses. */
  readonly unreachable: readonly string[];
}

/** Named at most; the others are counted. */
const NAMED = 10;

/** One word to an administrator: how many messages, whom they were for, why, and what to do. */
export function deliveryTroubleMessage(
  model: DeliveryTroubleModel,
  { deliveryTrouble: words }: Texts,
): Message {
  const named = model.unreachable.slice(0, NAMED).map(literally);
  const more = model.unreachable.length - named.length;
  const about = more > 0 ? words.unreachableAndMore(named, more) : words.unreachable(named);
  const lines =
    named.length === 0
      ? [words.failed(model.failed), words.advice(model.reason)]
      : [words.failed(model.failed), about, words.adviceAboutPeople(model.reason)];
  const escaped = lines.map(escapeMrkdwn);
  return { text: escaped.join('\n'), blocks: escaped.map((text) => section(text)) };
}
