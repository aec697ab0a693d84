/**
 * What can go wrong with a call the app makes, put on by whoever tests it:
 * - `429`: refused with `Retry-After`, and so is every call of the method until that time is over;
 * - `500`: refused with an answer that is not Slack's JSON; nothing was done;
 * - `reset`: the connection is cut before the call was read; nothing was done;
 * - `timeout-after`: done, and never answered;
 * - `slow`: done, and answered late.
 */
export const FAULT_KINDS = ['429', '500', 'reset', 'timeout-after', 'slow'] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
  /** A Web API method, `response_url`, or `*` for every call. */
  readonly method: string;
  readonly kind: FaultKind;
  /** After so many it is over; without it, when it is taken off. */
  readonly times?: number | undefined;
  /** The share of calls it hits, above 0 to 1; every one unless told. */
  readonly rate?: number | undefined;
  /** Whole seconds, for `429`; 1 unless told. */
  readonly retry_after?: number | undefined;
  /** For `slow`; 2,000 unless told. */
  readonly slow_ms?: number | undefined;
}

/** What happens to one call. `isFirst` is false for the calls that a `429` goes on to refuse. */
export type Hit =
  | { readonly kind: '429'; readonly retryAfterSeconds: number; readonly isFirst: boolean }
  | { readonly kind: 'slow'; readonly slowMs: number }
  | { readonly kind: '500' | 'reset' | 'timeout-after' };

export interface Faults {
  /** Adds a fault; those put on first are tried first. */
  put(fault: Fault): void;
  takeOff(): void;
  /** What is on, with how often each has hit. */
  list(): (Fault & { readonly hits: number })[];
  /** What happens to this call, if anything. */
  hit(method: string): Hit | undefined;
}

/** `machineMs` counts on as real time does; `random` answers 0 to below 1. */
export function createFaults(machineMs: () => number, random: () => number): Faults {
  const faults: { readonly fault: Fault; hits: number }[] = [];
  const refusedUntil = new Map<string, number>();
  const strikes = ({ fault, hits }: { fault: Fault; hits: number }, method: string) =>
    (fault.method === '*' || fault.method === method) &&
    (fault.times === undefined || hits < fault.times) &&
    (fault.rate === undefined || random() < fault.rate);
  return {
    put: (fault) => {
      faults.push({ fault, hits: 0 });
    },
    takeOff: () => {
      faults.length = 0;
      refusedUntil.clear();
    },
    list: () => faults.map(({ fault, hits }) => ({ ...fault, hits })),
    hit: (method) => {
      const leftMs = (refusedUntil.get(method) ?? 0) - machineMs();
      if (leftMs > 0) return { kind: '429', retryAfterSeconds: Math.ceil(leftMs / 1_000), isFirst: false };
      const striking = faults.find((one) => strikes(one, method));
      if (striking === undefined) return undefined;
      striking.hits += 1;
      const { kind, retry_after: retryAfterSeconds = 1, slow_ms: slowMs = 2_000 } = striking.fault;
      if (kind === 'slow') return { kind, slowMs };
      if (kind !== '429') return { kind };
      refusedUntil.set(method, machineMs() + retryAfterSeconds * 1_000);
      return { kind, retryAfterSeconds, isFirst: true };
    },
  };
}
