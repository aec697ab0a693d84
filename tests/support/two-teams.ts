import { type Person, RETAIL } from './shop.ts';

/** UA and UB, and whoever they supervise: `{ U0: 'UA' }`. */
export function twoTeams(supervisors: Readonly<Record<string, string>>): Person[] {
  return [
    { id: 'UA' },
    { id: 'UB' },
    ...Object.entries(supervisors).map(([id, supervisor]) => ({ id, standard: RETAIL, supervisor })),
  ];
}
