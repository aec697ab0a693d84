import { z } from 'zod';

const button = z.looseObject({
  type: z.literal('button'),
  value: z.string().optional(),
  style: z.string().optional(),
});
const row = z.looseObject({
  type: z.literal('actions'),
  block_id: z.string(),
  elements: z.array(z.unknown()),
});
const section = z.looseObject({ type: z.literal('section'), text: z.looseObject({ text: z.string() }) });

/** What a person sees of a check-in: by position, the answer that is shown as saved. */
export interface Picture {
  readonly checkInId: string;
  /** `1` to `5` or `no-opportunity`; a position that is shown unanswered is absent. */
  readonly answers: ReadonlyMap<number, string>;
}

/**
 * Reads the blocks of a message as a person would; undefined where it shows no check-in. One that is closed has no
 * buttons that say which it is: `known` is what the message showed before.
 */
export function pictureOf(
  blocks: readonly unknown[],
  items: (checkInId: string) => readonly string[],
  known: string | undefined,
): Picture | undefined {
  const rows = blocks.flatMap((block) => row.safeParse(block).data ?? []);
  const buttons = rows.flatMap(({ block_id, elements }) =>
    elements.flatMap((element) => {
      const parsed = button.safeParse(element).data;
      const place = placeOf(block_id);
      return parsed === undefined || place === undefined
        ? []
        : [{ ...place, answer: parsed.value, chosen: parsed.style === 'primary' }];
    }),
  );
  const checkInId = buttons[0]?.checkIn ?? known;
  if (checkInId === undefined) return undefined;
  const asking = buttons.flatMap(({ item, answer, chosen }) =>
    item === undefined || answer === undefined || !chosen ? [] : [[item, answer] as const],
  );
  if (buttons.some(({ item }) => item !== undefined)) {
    return { checkInId, answers: new Map(asking) };
  }
  const lines = blocks
    .flatMap((block) => section.safeParse(block).data?.text.text ?? [])
    .flatMap((text) => text.split('\n'));
  const answers = items(checkInId).flatMap((code, position) => {
    const line = lines.find((candidate) => candidate.startsWith(`*${code}*　`));
    const answer = line === undefined ? undefined : answerIn(line);
    return answer === undefined ? [] : [[position, answer] as const];
  });
  return { checkInId, answers: new Map(answers) };
}

const NOT_ANSWERED = ['未作答', 'not answered'];

/** A line is code, answer and how the indicator begins, with wide spaces between; one without a number is *no opportunity*. */
function answerIn(line: string): string | undefined {
  const answer = (line.split('　')[1] ?? '').replaceAll('*', '');
  if (NOT_ANSWERED.includes(answer)) return undefined;
  return /^([1-5])\s/.exec(answer)?.[1] ?? 'no-opportunity';
}

/** The check-in that a row of buttons belongs to, and of a row of answers its item: `item-0:<check-in>`. */
export function placeOf(blockId: string): { checkIn: string; item: number | undefined } | undefined {
  const [row = '', checkIn] = blockId.split(':');
  const item = /^item-(\d)$/.exec(row)?.[1];
  return checkIn === undefined ? undefined : { checkIn, item: item === undefined ? undefined : Number(item) };
}
