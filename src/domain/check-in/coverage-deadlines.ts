/** Something that has to be asked in the check-ins to come. */
export interface Waiting {
  /** The answered check-ins since it was last asked, or since it became the member's. */
  readonly waited: number;
}

/** One of those waiting, longest first. */
export interface Ranked<T> {
  readonly candidate: T;
  /** 0: it has waited longest. */
  readonly rank: number;
  /** By which of the check-ins to come it has to be asked: 1 is this one. */
  readonly deadline: number;
}

/**
 * Gives everything its deadline in rounds of `round` check-ins with `count` places each. `candidates` come longest
 * waiting first. Where more is overdue than there are places (the set has changed), deadlines are put off place by
 * place, and never beyond a round from now.
 */
export function withDeadlines<T extends Waiting>(
  candidates: readonly T[],
  round: number,
  count: number,
): Ranked<T>[] {
  return candidates.map((candidate, rank) => ({
    candidate,
    rank,
    deadline: Math.max(round - candidate.waited, Math.ceil((rank + 1) / count)),
  }));
}

/**
 * Whether a choice of ranks, with `free` more places to be filled as one likes, leaves nothing out that cannot keep
 * its deadline at `count` places a check-in: of all that is due within t check-ins, at most `count` × (t − 1) may be
 * left. Deadlines put off stay deadlines: what is left moves up by as many places as were given to those before it.
 */
export function soundChoice<T>(
  ranked: readonly Ranked<T>[],
  count: number,
): (chosen: readonly Ranked<T>[], free: number) => boolean {
  const byDeadline = new Map<number, number>();
  for (const { deadline, rank } of ranked) byDeadline.set(deadline, rank + 1);
  // Deadlines grow with the rank, so those due within t are the first so many.
  const owed = [...byDeadline]
    .map(([deadline, due]) => ({ deadline, atLeast: due - count * (deadline - 1) }))
    .filter(({ atLeast }) => atLeast > 0);
  return (chosen, free) =>
    owed.every(
      ({ deadline, atLeast }) => chosen.filter((each) => each.deadline <= deadline).length + free >= atLeast,
    );
}
