/**
 * The first circle among "person → supervisor" pairs, as the people in it from each to their supervisor, or
 * undefined when there is none.
 */
export function findSupervisionCycle(supervisedBy: ReadonlyMap<string, string>): string[] | undefined {
  const cleared = new Set<string>();
  for (const start of supervisedBy.keys()) {
    const path: string[] = [];
    let person: string | undefined = start;
    while (person !== undefined && !cleared.has(person)) {
      const before = path.indexOf(person);
      if (before !== -1) return path.slice(before);
      path.push(person);
      person = supervisedBy.get(person);
    }
    for (const passed of path) cleared.add(passed);
  }
  return undefined;
}
