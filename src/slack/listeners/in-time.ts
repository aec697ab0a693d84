import { setTimeout as pause } from 'node:timers/promises';

/** Well inside Slack's 3 s: https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response. */
const ACKNOWLEDGE_AFTER_MS = 2_000;

/**
 * What `work` comes to, or undefined where Slack has to be answered first: then it goes on, and whoever started it still
 * hears how it ends. A `work` that fails in time fails here.
 */
export async function inTime<Result>(
  work: Promise<Result>,
  withinMs = ACKNOWLEDGE_AFTER_MS,
): Promise<Result | undefined> {
  return await Promise.race([work, pause(withinMs, undefined, { ref: false })]);
}
