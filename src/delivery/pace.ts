/** Beyond this many budgets those that are whole again are forgotten: they say nothing. */
const REMEMBERED = 10_000;

/**
 * Spaces posts out so that Slack has nothing to refuse: a budget a minute for each key, with a short burst (the
 * generic cell rate algorithm), and a standstill for one that Slack told to wait.
 *
 * Slack allows one message a second and channel, and "several hundred a minute" a workspace:
 * https://docs.slack.dev/apis/web-api/rate-limits. So there are two paces, one keyed by workspace and one by DM.
 */
export class Pace {
  readonly #intervalMs: number;
  readonly #toleranceMs: number;
  /** When each budget would be whole again, epoch ms of the machine. */
  readonly #wholeAt = new Map<string, number>();

  constructor(postsPerMinute: number, burst: number) {
    this.#intervalMs = 60_000 / postsPerMinute;
    this.#toleranceMs = this.#intervalMs * (burst - 1);
  }

  /**
   * Takes one post from the budget of `key` and answers how many milliseconds to wait before it. Where that is
   * more than `longestWaitMs` nothing is taken: who puts the post back and comes again would else find the places
   * of all the others, and its own, in front of it, for ever.
   */
  reserve(key: string, machineNow: number, longestWaitMs = Number.POSITIVE_INFINITY): number {
    const wholeAt = Math.max(this.#wholeAt.get(key) ?? machineNow, machineNow);
    const waitMs = Math.max(0, wholeAt - this.#toleranceMs - machineNow);
    if (waitMs <= longestWaitMs) this.#wholeAt.set(key, wholeAt + this.#intervalMs);
    if (this.#wholeAt.size > REMEMBERED) this.#forgetWhole(machineNow);
    return waitMs;
  }

  /** Slack said to wait: nothing of this key is posted before, and no burst follows. */
  holdBack(key: string, machineNow: number, seconds: number): void {
    const until = machineNow + seconds * 1_000 + this.#toleranceMs;
    this.#wholeAt.set(key, Math.max(this.#wholeAt.get(key) ?? 0, until));
  }

  #forgetWhole(machineNow: number): void {
    for (const [key, wholeAt] of this.#wholeAt) if (wholeAt <= machineNow) this.#wholeAt.delete(key);
  }
}
