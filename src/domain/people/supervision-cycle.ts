/** Every circle among "person → supervisor" pairs, each as the people in it from one to their supervisor. */
export function findSupervisionCycles(supervisedBy: ReadonlyMap<string, string>): string[][] {
  const cleared = new Set<string>();
  const cycles: string[][] = [];
  for (const start of supervisedBy.keys()) {
    const path: string[] = [];
    let person: string | undefined = start;
    while (person !== undefined && !cleared.has(person)) {
      cleared.add(person);
      path.push(person);
      person = supervisedBy.get(person);
    }
    const closing = person === undefined ? -1 : path.indexOf(person);
    if (closing !== -1) cycles.push(path.slice(closing));
  }
  return cycles;
}
