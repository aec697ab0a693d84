import type { IndicatorInContext } from '../../../../domain/standard/indicator-in-context.ts';

/** An indicator's official wording, verbatim, and the notes anchored in it below: `【註1】退貨：…`. */
export function officialText({ text, notes }: Pick<IndicatorInContext, 'text' | 'notes'>): string {
  return [text, ...notes.map((note) => `【${note.mark}】${note.text}`)].join('\n');
}
