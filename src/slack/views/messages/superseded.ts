import type { Texts } from '../../../texts/texts.ts';
import { context, type Message } from '../../blocks/build.ts';

/** What an older message of a check-in says once there is a newer one: the answers are the same in both. */
export function supersededMessage({ checkIn }: Texts): Message {
  return { text: checkIn.superseded, blocks: [context(checkIn.superseded)] };
}
