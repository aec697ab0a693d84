import { HttpError } from './http/http-error.ts';
import { type Route, text } from './http/route.ts';
import type { Slack } from './slack.ts';

/** Where the app sends a file's bytes, and where a person fetches it from. Texts in UTF-8 only. */
export function fileRoutes(slack: Slack): Route[] {
  return [
    {
      method: 'POST',
      path: '/files/upload/:id',
      handle: ({ params, body }) => {
        if (!slack.uploads.receive(params.id ?? '', body))
          throw new HttpError(404, 'Nobody asked for this upload.');
        return text('OK');
      },
    },
    {
      method: 'GET',
      path: '/files/:id',
      handle: ({ params }) => {
        const file = slack.store.file(params.id ?? '');
        if (file === undefined) throw new HttpError(404, 'There is no such file.');
        return {
          status: 200,
          headers: {
            'content-type': 'application/octet-stream',
            'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
            'x-content-type-options': 'nosniff',
          },
          body: file.content,
        };
      },
    },
  ];
}
