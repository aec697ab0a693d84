/** Counts what happened, and lets a page wait for the next thing. */
export interface Changes {
  readonly version: number;
  bump(): void;
  /** Resolves once `version` is another than `since`, or when `signal` aborts. After a restart it starts anew. */
  waitForOther(since: number, signal: AbortSignal): Promise<void>;
}

export function createChanges(): Changes {
  let version = 0;
  const waiting = new Set<() => void>();
  return {
    get version() {
      return version;
    },
    bump() {
      version += 1;
      for (const wake of waiting) wake();
      waiting.clear();
    },
    waitForOther(since, signal) {
      if (version !== since || signal.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        const wake = () => {
          signal.removeEventListener('abort', wake);
          waiting.delete(wake);
          resolve();
        };
        waiting.add(wake);
        signal.addEventListener('abort', wake, { once: true });
      });
    },
  };
}
