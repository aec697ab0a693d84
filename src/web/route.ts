import type { IncomingMessage, ServerResponse } from 'node:http';

/** A page of the program's own, beside what Slack calls. */
export interface WebRoute {
  readonly path: string;
  readonly method: string;
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void;
}

/** Answers JSON that nobody may keep: it is true now. */
export function answerJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}
