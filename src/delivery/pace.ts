/**
 * Spaces posts out so that Slack has nothing to refuse: a budget a minute for each workspace, with a short burst
 * (the generic cell rate algorithm), and a standstill for a workspace that Slack told to wait.
 *
 * Slack allows one message a second and channel, which one check-in or digest a person never reaches, and
 * "several hundred a minute" a workspace: https://docs.slack.dev/apis/web-api/rate-limits.
 */
export class Pace {
  readonly #intervalMs: number;
  readonly #toleranceMs: number;
  /** When the budget of each workspace would be whole again, epoch ms of the machine. */
  readonly #wholeAt = new Map<string, number>();

  constructor(postsPerMinute: number, burst: number) {
    this.#intervalMs = 60_000 / postsPerMinute;
    this.#toleranceMs = this.#intervalMs * (burst - 1);
  }

  /**
   * Takes one post from the workspace's budget and answers how many milliseconds to wait before it. Where that is
   * more than `longestWaitMs` nothing is taken: who puts the post back and comes again would else find the places
   * of all the others, and its own, in front of it, for ever.
   */
  reserve(workspaceId: string, machineNow: number, longestWaitMs = Number.POSITIVE_INFINITY): number {
    const wholeAt = Math.max(this.#wholeAt.get(workspaceId) ?? machineNow, machineNow);
    const waitMs = Math.max(0, wholeAt - this.#toleranceMs - machineNow);
    if (waitMs <= longestWaitMs) this.#wholeAt.set(workspaceId, wholeAt + this.#intervalMs);
    return waitMs;
  }

  /** Slack said to wait: nothing of this workspace is posted before, and no burst follows. */
  holdBack(workspaceId: string, machineNow: number, seconds: number): void {
    const until = machineNow + seconds * 1_000 + this.#toleranceMs;
    this.#wholeAt.set(workspaceId, Math.max(this.#wholeAt.get(workspaceId) ?? 0, until));
  }
}
