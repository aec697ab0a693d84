import type { Standard } from './standard.ts';

/** How much a standard holds. Links are counted per part: one task that needs `K01` is one link. */
export interface StandardCounts {
  readonly versions: number;
  readonly duties: number;
  readonly tasks: number;
  readonly outputs: number;
  readonly indicators: number;
  readonly knowledge: number;
  readonly skills: number;
  readonly attitudes: number;
  readonly knowledgeLinks: number;
  readonly skillLinks: number;
  readonly notes: number;
}

export function countStandard(standard: Standard): StandardCounts {
  const tasks = standard.duties.flatMap((duty) => duty.tasks);
  const parts = tasks.flatMap((task) => task.parts);
  return {
    versions: standard.versions.length,
    duties: standard.duties.length,
    tasks: tasks.length,
    outputs: parts.flatMap((part) => part.outputs).length,
    indicators: parts.flatMap((part) => part.indicators).length,
    knowledge: standard.knowledge.length,
    skills: standard.skills.length,
    attitudes: standard.attitudes.length,
    knowledgeLinks: parts.flatMap((part) => part.knowledge).length,
    skillLinks: parts.flatMap((part) => part.skills).length,
    notes: standard.notes.length,
  };
}
