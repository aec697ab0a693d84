import type { WebClient } from '@slack/web-api';
import { z } from 'zod';

/** A text file, and what is said beside it. */
export interface SentFile {
  readonly name: string;
  readonly title: string;
  readonly content: string;
  readonly comment: string;
}

const upload = z.object({ upload_url: z.url(), file_id: z.string() });
const opened = z.object({ channel: z.object({ id: z.string() }) });

/** An upload takes at most this long. */
const UPLOAD_MS = 10_000;

/**
 * Sends a file to a person's DM with the bot. Throws what the client throws.
 *
 * @see https://docs.slack.dev/messaging/working-with-files#uploading_files
 */
export async function sendFile(client: WebClient, slackUserId: string, file: SentFile): Promise<void> {
  const bytes = new TextEncoder().encode(file.content);
  const { channel } = opened.parse(await client.conversations.open({ users: slackUserId }));
  const { upload_url, file_id } = upload.parse(
    await client.files.getUploadURLExternal({ filename: file.name, length: bytes.length }),
  );
  const answer = await fetch(upload_url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: bytes,
    signal: AbortSignal.timeout(UPLOAD_MS),
  });
  if (!answer.ok) throw new Error(`the upload of a file was answered with ${answer.status}`);
  await client.files.completeUploadExternal({
    files: [{ id: file_id, title: file.title }],
    channel_id: channel.id,
    initial_comment: file.comment,
  });
}
