import { z } from 'zod';
import type { Evidence } from './checker.ts';

const submitted = z.looseObject({
  kind: z.literal('submitted'),
  status: z.literal(200),
  details: z.looseObject({
    callback_id: z.literal('check-in-form'),
    private_metadata: z.string(),
    /** Answered with errors, or with another view: it is not said to be saved. */
    response_action: z.undefined().optional(),
    values: z.record(z.string(), z.record(z.string(), z.unknown())),
  }),
});
const metadata = z.looseObject({ checkIn: z.string() });
const chosen = z.looseObject({ selected_option: z.looseObject({ value: z.string() }) });

/** Every answer of a form that closed, which is how a person sees it as saved, is in the history of its item. */
export function checkForms({ record, database }: Evidence): { confirmed: number; lost: string[] } {
  const stored = new Set(
    database.ratings.map(({ check_in_id, position, kind, score }) =>
      [check_in_id, position, kind === 'score' ? String(score) : kind].join(' '),
    ),
  );
  const answers = record.flatMap((entry) => {
    const form = submitted.safeParse(entry).data?.details;
    if (form === undefined) return [];
    const { checkIn } = metadata.parse(JSON.parse(form.private_metadata));
    return Object.entries(form.values).flatMap(([block, fields]) => {
      const position = /^answer-(\d)$/.exec(block)?.[1];
      const answer = chosen.safeParse(fields.answer).data?.selected_option.value;
      return position === undefined || answer === undefined ? [] : [`${checkIn} ${position} ${answer}`];
    });
  });
  return {
    confirmed: answers.length,
    lost: answers.filter((answer) => !stored.has(answer)).map((answer) => `${answer}: in a form that closed`),
  };
}
