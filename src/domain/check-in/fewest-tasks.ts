/** Something that belongs to a task. */
interface OfTask {
  readonly task: string;
  /** Lower is better. */
  readonly rank: number;
}

/** So many combinations of tasks are tried at most: a standard has about ten tasks, a check-in needs one to three. */
const TRIALS = 5_000;

/**
 * Chooses `size` of `eligible`, `taken` among them, from as few tasks as `isSound` allows; among equally few, those
 * that leave the least of their tasks behind, and then the best ranks. Undefined where no combination within reach is
 * sound.
 */
export function fewestTasks<T extends OfTask>(
  eligible: readonly T[],
  taken: readonly T[],
  size: number,
  isSound: (chosen: readonly T[]) => boolean,
): T[] | undefined {
  const given = new Set(taken.map(({ task }) => task));
  const others = [...new Set(eligible.map(({ task }) => task))].filter((task) => !given.has(task));
  let trials = 0;
  for (let more = 0; more <= others.length; more += 1) {
    let best: { readonly chosen: T[]; readonly cost: Cost } | undefined;
    for (const tasks of combinations(others, more)) {
      trials += 1;
      if (trials > TRIALS) return best?.chosen;
      const chosen = firstOf(eligible, taken, size, (task) => given.has(task) || tasks.includes(task));
      if (chosen.length < size || !isSound(chosen)) continue;
      const cost = costOf(chosen, eligible);
      if (best === undefined || isLess(cost, best.cost)) best = { chosen, cost };
    }
    if (best !== undefined) return best.chosen;
  }
  return undefined;
}

function firstOf<T extends OfTask>(
  eligible: readonly T[],
  taken: readonly T[],
  size: number,
  isOfThese: (task: string) => boolean,
): T[] {
  const rest = eligible.filter((each) => isOfThese(each.task) && !taken.includes(each));
  return [...taken, ...rest.slice(0, size - taken.length)];
}

interface Cost {
  /** What is left over of the tasks: it will need another check-in, with other tasks beside it. */
  readonly left: number;
  readonly ranks: number;
}

function costOf(chosen: readonly OfTask[], eligible: readonly OfTask[]): Cost {
  const tasks = new Set(chosen.map(({ task }) => task));
  return {
    left: eligible.filter(({ task }) => tasks.has(task)).length - chosen.length,
    ranks: chosen.reduce((total, { rank }) => total + rank, 0),
  };
}

function isLess(one: Cost, other: Cost): boolean {
  return one.left === other.left ? one.ranks < other.ranks : one.left < other.left;
}

/** Every choice of `count` of them, in their order. */
function* combinations<T>(among: readonly T[], count: number, from = 0): Generator<T[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (let index = from; index <= among.length - count; index += 1) {
    for (const rest of combinations(among, count - 1, index + 1)) yield [among[index] as T, ...rest];
  }
}
