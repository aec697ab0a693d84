import { z } from 'zod';

/** https://docs.slack.dev/reference/block-kit/composition-objects/text-object: at least one character. */
export function plainText(limit: number) {
  return z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(limit),
    emoji: z.boolean().optional(),
  });
}

export function markdownText(limit: number) {
  return z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(limit),
    verbatim: z.boolean().optional(),
  });
}

export function anyText(limit: number) {
  return z.discriminatedUnion('type', [plainText(limit), markdownText(limit)]);
}
