import type { Entry } from '../../domain/standard/entry.ts';
import { type LocalCode, readLocalCode } from '../../domain/standard/local-code.ts';
import type { Help } from '../../domain/standard/look-up.ts';
import type { Standard } from '../../domain/standard/standard.ts';
import { choicesFor, findIn, firstTask, type Scope } from './scope.ts';

export function answerHelp(scope: Scope): Help {
  const standards = scope.all.map((standard): Entry => ({ kind: 'standard', standard }));
  const [standard] = scope.all;
  return {
    kind: 'help',
    standards: choicesFor(scope, standards),
    examples: standard === undefined ? [] : choicesFor(scope, examplesFrom(scope, standard)),
  };
}

/** The first duty, task, indicator, knowledge and attitude. */
function examplesFrom(scope: Scope, standard: Standard): Entry[] {
  const duty = standard.duties[0];
  const indicator = duty?.tasks[0]?.parts[0]?.indicators[0];
  const codes = [indicator, standard.knowledge[0], standard.attitudes[0]].map((coded) => coded?.code);
  const find = (code: string | undefined): Entry[] => {
    const local: LocalCode | undefined = readLocalCode(code ?? '');
    return local === undefined ? [] : findIn(scope, [standard], local);
  };
  return [firstTask(scope, standard) ?? [], ...codes.map(find)].flat();
}
