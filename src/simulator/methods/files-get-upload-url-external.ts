import { z } from 'zod';
import { parseArguments } from './arguments.ts';
import type { MethodHandler } from './method.ts';

const Arguments = z.looseObject({ filename: z.string().min(1), length: z.coerce.number().int().positive() });

/** https://docs.slack.dev/reference/methods/files.getUploadURLExternal: where to send a file, and its id. */
export const filesGetUploadUrlExternal: MethodHandler = (given, slack) => {
  const { filename } = parseArguments(Arguments, given);
  const id = `F${slack.newId()}`;
  slack.uploads.begin(id, filename);
  return { upload_url: `${slack.url}/files/upload/${id}`, file_id: id };
};
