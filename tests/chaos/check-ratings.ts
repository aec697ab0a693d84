import { z } from 'zod';
import type { Evidence, Verdict } from './checker.ts';
import { type Picture, pictureOf, placeOf } from './picture.ts';

const changed = z.looseObject({
  kind: z.enum(['message', 'message-changed']),
  channel: z.string(),
  message: z.looseObject({
    ts: z.string(),
    blocks: z.array(z.unknown()).default([]),
    metadata: z
      .looseObject({ event_payload: z.looseObject({ delivery_id: z.string().optional() }) })
      .optional(),
  }),
});
const tapped = z.looseObject({
  kind: z.literal('tapped'),
  details: z.looseObject({
    channel: z.string(),
    ts: z.string(),
    action: z.looseObject({
      action_id: z.string(),
      block_id: z.string(),
      action_ts: z.string(),
      value: z.string().optional(),
    }),
  }),
});

type Rating = Evidence['database']['ratings'][number];

/** Every answer that a person saw as saved is stored, once; and what they see at the end is what is stored. */
export function checkRatings({
  record,
  database,
}: Evidence): Pick<Verdict, 'ratingsConfirmed' | 'ratingsLost' | 'stalePictures'> {
  const items = new Map(database.checkIns.map((one) => [one.check_in_id, one.items]));
  const stored = new Map<string, Rating[]>();
  for (const rating of database.ratings) {
    const key = `${rating.check_in_id} ${rating.position}`;
    stored.set(key, [...(stored.get(key) ?? []), rating]);
  }
  for (const revisions of stored.values())
    revisions.sort((one, other) => Number(one.action_ts) - Number(other.action_ts));

  /** By check-in and position: the newest tap, until it is confirmed or another comes. */
  const waiting = new Map<string, { answer: string; actionTs: string }>();
  const last = new Map<string, Picture>();
  /** By channel and `ts`: the check-in of a message. */
  const shownIn = new Map<string, string>();
  const reminders = new Set(
    database.deliveries.flatMap(({ delivery_id, kind }) =>
      kind === 'check-in-reminder' ? [delivery_id] : [],
    ),
  );
  const ratingsLost: string[] = [];
  let ratingsConfirmed = 0;
  for (const entry of record) {
    const tap = tapped.safeParse(entry).data?.details.action;
    const tappedAt = tap === undefined ? undefined : placeOf(tap.block_id);
    if (tap?.value !== undefined && tappedAt?.item !== undefined) {
      waiting.set(`${tappedAt.checkIn} ${tappedAt.item}`, { answer: tap.value, actionTs: tap.action_ts });
    }
    const parsed = changed.safeParse(entry).data;
    const delivery = parsed?.message.metadata?.event_payload.delivery_id ?? '';
    // A reminder has buttons of its check-in, and shows none of its answers.
    const seen = reminders.has(delivery) ? undefined : parsed;
    const place = `${seen?.channel} ${seen?.message.ts}`;
    const picture =
      seen === undefined
        ? undefined
        : pictureOf(seen.message.blocks, (id) => items.get(id) ?? [], shownIn.get(place));
    if (picture === undefined) continue;
    shownIn.set(place, picture.checkInId);
    last.set(picture.checkInId, picture);
    for (const [position, answer] of picture.answers) {
      const key = `${picture.checkInId} ${position}`;
      const waited = waiting.get(key);
      if (waited === undefined || waited.answer !== answer) continue;
      waiting.delete(key);
      ratingsConfirmed += 1;
      if (!isStored(stored.get(key) ?? [], waited))
        ratingsLost.push(`${key}: ${answer} at ${waited.actionTs}`);
    }
  }
  return {
    ratingsConfirmed,
    ratingsLost: [...ratingsLost, ...twice(stored), ...currentAndHistoryDiffer(database, stored)],
    stalePictures: stalePictures(database, last),
  };
}

/** By a revision of its own, or because that was the answer already. */
function isStored(
  revisions: readonly Rating[],
  { answer, actionTs }: { answer: string; actionTs: string },
): boolean {
  const until = revisions.filter(({ action_ts }) => Number(action_ts) <= Number(actionTs));
  const newest = until.at(-1);
  return newest !== undefined && answerOf(newest) === answer;
}

function answerOf({ kind, score }: Rating): string | undefined {
  if (kind === 'taken-back') return undefined;
  return kind === 'no-opportunity' ? kind : String(score);
}

function twice(stored: ReadonlyMap<string, readonly Rating[]>): string[] {
  return [...stored].flatMap(([key, revisions]) =>
    revisions.flatMap(({ action_ts }, index) =>
      revisions[index + 1]?.action_ts === action_ts ? [`${key}: stored twice at ${action_ts}`] : [],
    ),
  );
}

/** The answers that the check-in carries are the newest of its history. */
function currentAndHistoryDiffer(
  { checkIns }: Evidence['database'],
  stored: ReadonlyMap<string, readonly Rating[]>,
): string[] {
  return checkIns.flatMap(({ check_in_id, answers, items }) =>
    items.flatMap((_, position) => {
      const newest = stored.get(`${check_in_id} ${position}`)?.at(-1);
      const history = newest === undefined ? undefined : answerOf(newest);
      const current = shownAnswer(answers[String(position)]?.answer);
      return history === current
        ? []
        : [`${check_in_id} ${position}: ${current} now, ${history} in its history`];
    }),
  );
}

function stalePictures({ checkIns }: Evidence['database'], last: ReadonlyMap<string, Picture>): string[] {
  return checkIns.flatMap(({ check_in_id, answers, items }) => {
    const picture = last.get(check_in_id);
    if (picture === undefined) return [];
    return items.flatMap((_, position) => {
      const saved = shownAnswer(answers[String(position)]?.answer);
      const shown = picture.answers.get(position);
      return saved === shown ? [] : [`${check_in_id} ${position}: shows ${shown}, saved is ${saved}`];
    });
  });
}

function shownAnswer(answer: unknown): string | undefined {
  return typeof answer === 'number' || typeof answer === 'string' ? String(answer) : undefined;
}
