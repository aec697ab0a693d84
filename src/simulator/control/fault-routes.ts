import { z } from 'zod';
import { FAULT_KINDS } from '../faults/faults.ts';
import { HttpError } from '../http/http-error.ts';
import { parseJsonBody } from '../http/read-body.ts';
import { json, type Route } from '../http/route.ts';
import { METHODS } from '../methods/methods.ts';
import type { Slack } from '../slack.ts';

const Body = z.strictObject({
  method: z.string(),
  kind: z.enum(FAULT_KINDS),
  times: z.int().min(1).optional(),
  rate: z.number().gt(0).max(1).optional(),
  retry_after: z.int().min(1).max(3_600).optional(),
  slow_ms: z.int().min(1).max(600_000).optional(),
});

/** `POST /_control/fault` puts a fault on, `GET` lists what is on, `POST /_control/fault/off` takes all off. */
export function faultRoutes({ faults }: Slack): Route[] {
  const path = '/_control/fault';
  return [
    {
      method: 'POST',
      path,
      handle: ({ body }) => {
        const fault = parseJsonBody(Body, body);
        if (fault.method !== '*' && fault.method !== 'response_url' && !METHODS.has(fault.method)) {
          throw new HttpError(400, `"${fault.method}" is no method of this Slack, nor response_url or *.`);
        }
        faults.put(fault);
        return json(faults.list());
      },
    },
    { method: 'GET', path, handle: () => json(faults.list()) },
    {
      method: 'POST',
      path: `${path}/off`,
      handle: () => {
        faults.takeOff();
        return json(faults.list());
      },
    },
  ];
}
