import { type LocalCode, readLocalCode } from '../local-code.ts';

/** Something in a text that has the shape of a code and stands apart from the word before it. */
export interface FoundCode {
  /** As the document prints it, in half-width characters. */
  readonly code: string;
  readonly local: LocalCode;
  readonly start: number;
  readonly end: number;
  /** It stands at the beginning of the text or after a finished sentence. */
  readonly startsSentence: boolean;
}

/** The space before and the limit of three digits keep `S3513` in `IIS3513` from being read as a skill. */
const CODE_SHAPE =
  /(?<=^|\s)[TOPKSAＴＯＰＫＳＡ0０][.．\-－]?[\d０-９]{1,3}(?:[.．\-－][\d０-９]{1,3}){0,2}(?![\d０-９A-Za-z]|[.．\-－][\d０-９])/gu;

export function findCodes(text: string): FoundCode[] {
  const found: FoundCode[] = [];
  for (const match of text.matchAll(CODE_SHAPE)) {
    const code = match[0].normalize('NFKC');
    const local = readLocalCode(code);
    if (local === undefined) continue;
    const before = text.slice(0, match.index).trimEnd();
    found.push({
      code,
      local,
      start: match.index,
      end: match.index + match[0].length,
      startsSentence: before === '' || /[。！？!?；;]$/u.test(before),
    });
  }
  return found;
}
