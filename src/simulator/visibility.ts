/**
 * Since when `conversations.history` shows each message. Slack documents nothing about how soon that is; here a
 * message stays unseen for a random part of `lagMs` after it was accepted. Machine time.
 */
export interface Visibility {
  accepted(ts: string): void;
  isVisible(ts: string): boolean;
}

export function createVisibility(machineMs: () => number, random: () => number, lagMs: number): Visibility {
  const visibleFrom = new Map<string, number>();
  return {
    accepted: (ts) => {
      if (lagMs > 0) visibleFrom.set(ts, machineMs() + random() * lagMs);
    },
    isVisible: (ts) => {
      const from = visibleFrom.get(ts);
      if (from === undefined) return true;
      if (machineMs() < from) return false;
      visibleFrom.delete(ts);
      return true;
    },
  };
}
