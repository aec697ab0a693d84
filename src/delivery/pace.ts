import type { Database } from '../storage/database.ts';
import { HELD_BACK, holdBack } from '../storage/pace/hold-back.ts';
import { type CallsReserved, type Rate, reserveCalls } from '../storage/pace/reserve-calls.ts';

/** One kind of call and how fast it may go in each workspace. */
export interface PaceSettings {
  /** A Web API method. */
  readonly method: string;
  readonly perMinute: number;
  /** How many may go at once after a rest. */
  readonly burst: number;
  /** At most one in this many milliseconds to one DM; 0 for methods without such a limit. */
  readonly channelIntervalMs: number;
  /** For how long beyond what Slack asked for the pace is half, after a "too many". */
  readonly recoveryMs: number;
}

/**
 * Spaces calls of one method out so that Slack has nothing to refuse: one budget for each workspace, shared by all
 * processes through the database. When Slack says "too many", this workspace alone stands still until the second
 * it names, in every process, and then goes on at half the pace for a while.
 *
 * @see https://docs.slack.dev/apis/web-api/rate-limits
 */
export class Pace {
  readonly settings: PaceSettings;
  readonly rate: Rate;
  readonly #database: Database;
  /** Workspace → until when Slack wants nothing of this kind, epoch ms of the machine. */
  readonly #heldUntil = new Map<string, number>();

  constructor(database: Database, settings: PaceSettings) {
    this.#database = database;
    this.settings = settings;
    const intervalMs = 60_000 / settings.perMinute;
    this.rate = { intervalMs, toleranceMs: intervalMs * (settings.burst - 1) };
  }

  /** Listens to what other processes are told. */
  async listen(): Promise<void> {
    await this.#database.listen(
      HELD_BACK,
      (payload) => {
        const [workspaceId = '', method, until] = payload.split(' ');
        if (method === this.settings.method) this.#remember(workspaceId, Number(until));
      },
      () => {},
    );
  }

  /** Takes a call to each of these people's DMs from the budget, and answers how long to wait before each. */
  async reserve(
    workspaceId: string,
    recipients: readonly string[],
    machineNow: Date,
    longestWaitMs: number,
  ): Promise<CallsReserved> {
    const heldMs = this.heldForMs(workspaceId, machineNow);
    if (heldMs > longestWaitMs) return { outcome: 'later', waitMs: heldMs };
    const { method, channelIntervalMs } = this.settings;
    return await reserveCalls(
      this.#database.prisma,
      { workspaceId, budget: method, recipients, rate: this.rate, channelIntervalMs, longestWaitMs },
      machineNow,
    );
  }

  /**
   * Takes a call that somebody is waiting for from the budget: it does not wait, those that nobody waits for make
   * room for it.
   */
  async take(workspaceId: string, recipient: string, machineNow: Date): Promise<void> {
    await this.reserve(workspaceId, [recipient], machineNow, Number.MAX_SAFE_INTEGER);
  }

  /** How much longer Slack wants nothing of this workspace, as far as this process has heard; 0 when it does. */
  heldForMs(workspaceId: string, machineNow: Date): number {
    return Math.max(0, (this.#heldUntil.get(workspaceId) ?? 0) - machineNow.getTime());
  }

  /** Slack said to wait. */
  async holdBack(workspaceId: string, seconds: number, machineNow: Date): Promise<void> {
    const until = new Date(machineNow.getTime() + seconds * 1_000);
    this.#remember(workspaceId, until.getTime());
    const slowUntil = new Date(until.getTime() + this.settings.recoveryMs);
    const { toleranceMs } = this.rate;
    const budget = this.settings.method;
    await holdBack(this.#database.prisma, { workspaceId, budget, toleranceMs, until, slowUntil });
  }

  #remember(workspaceId: string, until: number): void {
    this.#heldUntil.set(workspaceId, Math.max(until, this.#heldUntil.get(workspaceId) ?? 0));
  }
}
