import type { LookUp } from '../../../domain/standard/look-up.ts';
import type { CompetencyTexts } from '../../../texts/zh-TW/competency.ts';
import type { Message } from '../../blocks/build.ts';
import {
  ambiguousPieces,
  elsewherePieces,
  notFoundPieces,
  resultPieces,
  tooLongPieces,
} from './competency/choices.ts';
import { entryPieces } from './competency/entry.ts';
import { helpPieces } from './competency/help.ts';
import { type Asking, buildPage, type Piece } from './competency/page.ts';
import { standardPieces } from './competency/standard.ts';

/**
 * What is found where somebody looks something up. Official text is quoted as published; the source is named wherever
 * it is shown.
 */
export function competencyMessage(answer: LookUp, texts: CompetencyTexts, asking: Asking): Message {
  return buildPage(piecesOf(answer, texts), asking, texts.leftOut);
}

function piecesOf(answer: LookUp, texts: CompetencyTexts): Piece[] {
  switch (answer.kind) {
    case 'help':
      return helpPieces(answer, texts);
    case 'standard':
      return standardPieces(answer, texts);
    case 'entry':
      return entryPieces(answer, texts);
    case 'ambiguous':
      return ambiguousPieces(answer, texts);
    case 'results':
      return resultPieces(answer, texts);
    case 'elsewhere':
      return elsewherePieces(answer, texts);
    case 'not-found':
      return notFoundPieces(answer, texts);
    case 'too-long':
      return tooLongPieces(answer, texts);
  }
}
