import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Random } from './random.ts';
import type { SeenMessage, SlackControl } from './slack-control.ts';

const button = z.looseObject({
  type: z.literal('button'),
  action_id: z.string(),
  value: z.string().optional(),
  style: z.string().optional(),
});
const row = z.looseObject({
  type: z.literal('actions'),
  block_id: z.string(),
  elements: z.array(z.unknown()),
});

const BETWEEN_ACTS_MS = 120;
const WORDS = ['T2.2', 'K09', '資安', 'help', 'KRM T1.1', 'x9'];

/**
 * People who answer, by taps and in forms, change their minds and look things up, one act after the other, until
 * `signal` aborts.
 */
export async function live(
  slack: SlackControl,
  members: readonly string[],
  random: Random,
  signal: AbortSignal,
): Promise<void> {
  /** Nobody taps what they tapped last on the same row: it would be the same state. */
  const lastTapped = new Map<string, string>();
  while (!signal.aborted) {
    const member = random.pick(members);
    const chance = random.next();
    try {
      if (chance < 0.04) await slack.command(member, random.pick(WORDS));
      else if (chance < 0.06) await slack.say(member, random.pick(WORDS));
      else if (chance < 0.12) await answerInForm(slack, member, random);
      else await answer(slack, member, random, lastTapped);
    } catch {
      // The whole app may be down; people try again.
    }
    await pause(BETWEEN_ACTS_MS, undefined, { signal }).catch(() => {});
  }
}

/** Taps something on the newest message that has buttons; now and then on an older one. */
async function answer(
  slack: SlackControl,
  user: string,
  random: Random,
  lastTapped: Map<string, string>,
): Promise<void> {
  const withButtons = (await slack.messagesOf(user)).filter((message) => answerRowsOf(message).length > 0);
  const message = random.next() < 0.05 ? withButtons[0] : withButtons.at(-1);
  if (message === undefined) return;
  const { block_id, elements } = random.pick(answerRowsOf(message));
  const key = `${message.ts} ${block_id}`;
  const choices = elements.filter(
    ({ style, action_id }) =>
      (style !== 'primary' || !action_id.startsWith('rate-')) && action_id !== lastTapped.get(key),
  );
  if (choices.length === 0) return;
  const { action_id, value } = random.pick(choices);
  lastTapped.set(key, action_id);
  await slack.tap({ user, ts: message.ts, action_id, block_id, value });
}

/** Opens the form of the newest message that has one, chooses an answer to one or two items, and saves it. */
async function answerInForm(slack: SlackControl, user: string, random: Random): Promise<void> {
  for (const message of (await slack.messagesOf(user)).reverse()) {
    for (const { block_id, elements } of rowsOf(message)) {
      const form = elements.find(({ action_id }) => action_id === 'check-in-form');
      if (form === undefined) continue;
      await slack.tap({ user, ts: message.ts, action_id: form.action_id, block_id, value: form.value });
      const answers = Object.fromEntries(
        [0, random.whole(1, 3)].map((position) => [
          `answer-${position}`,
          { answer: String(random.whole(1, 5)) },
        ]),
      );
      await slack.submit(user, answers);
      return;
    }
  }
}

/** The rows that an answer is given with, changed, or put away. */
function answerRowsOf(message: SeenMessage) {
  return rowsOf(message).filter(({ block_id }) => /^(?:item-\d|check-in-(?:done|answered)):/.test(block_id));
}

function rowsOf({ blocks }: SeenMessage) {
  return blocks.flatMap((block) => {
    const parsed = row.safeParse(block);
    if (!parsed.success) return [];
    const elements = parsed.data.elements.flatMap((element) => button.safeParse(element).data ?? []);
    return elements.length === 0 ? [] : [{ block_id: parsed.data.block_id, elements }];
  });
}
