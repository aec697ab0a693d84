import { type Acknowledgement, type AppTarget, sendToApp } from './send-to-app.ts';

/**
 * The processes of the app, as a load balancer in front of them sees them: requests go to each in turn, not to one
 * that says at its `readyUrl` that it is not ready, and on to the next where nobody listens. A request that was
 * taken is never sent to another.
 */
export interface ConnectedApps {
  connect(apps: readonly AppTarget[]): void;
  readonly isConnected: boolean;
  send(
    request: { readonly contentType: string; readonly body: string },
    withinMs: number,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Acknowledgement>;
}

const READY_WITHIN_MS = 500;

export function connectedApps(): ConnectedApps {
  let apps: readonly AppTarget[] = [];
  let turn = 0;
  return {
    connect: (given) => {
      apps = given;
    },
    get isConnected() {
      return apps.length > 0;
    },
    send: async (request, withinMs, headers = {}) => {
      const started = performance.now();
      turn += 1;
      const inTurn = apps.map((_, index) => apps[(turn + index) % apps.length]).filter(isThere);
      let last: Acknowledgement = { status: 0, acknowledged_ms: 0, body: '', error: 'dispatch_failed' };
      for (const app of inTurn) {
        if (!(await isReady(app))) continue;
        last = await sendToApp(app, request, withinMs - (performance.now() - started), headers);
        if (last.refusedConnection !== true) break;
      }
      return last;
    },
  };
}

function isThere(app: AppTarget | undefined): app is AppTarget {
  return app !== undefined;
}

async function isReady({ readyUrl }: AppTarget): Promise<boolean> {
  if (readyUrl === undefined) return true;
  try {
    const response = await fetch(readyUrl, { signal: AbortSignal.timeout(READY_WITHIN_MS) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
