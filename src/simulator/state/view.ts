import { z } from 'zod';
import { StoredBlock } from './message.ts';

const PlainText = z.looseObject({ type: z.literal('plain_text'), text: z.string() });

/**
 * A modal or a Home tab as Slack keeps it, without the state of its inputs.
 *
 * @see https://docs.slack.dev/reference/views
 */
export const StoredView = z.object({
  id: z.string(),
  team_id: z.string(),
  type: z.enum(['modal', 'home']),
  blocks: z.array(StoredBlock),
  private_metadata: z.string(),
  callback_id: z.string(),
  external_id: z.string(),
  title: PlainText,
  submit: PlainText.nullable(),
  close: PlainText.nullable(),
  submit_disabled: z.boolean().optional(),
  clear_on_close: z.boolean(),
  notify_on_close: z.boolean(),
  /** Changes with every update, so that an app can tell whether it has seen the newest. */
  hash: z.string(),
  root_view_id: z.string(),
  previous_view_id: z.string().nullable(),
  app_id: z.string(),
  app_installed_team_id: z.string(),
  bot_id: z.string(),
});
export type StoredView = z.infer<typeof StoredView>;
