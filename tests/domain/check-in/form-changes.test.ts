import { describe, expect, test } from '@jest/globals';
import { changesIn, type ShownInForm } from '../../../src/domain/check-in/form-changes.ts';
import { markOf } from '../../../src/domain/check-in/note-text.ts';
import type { Rating } from '../../../src/domain/check-in/rating.ts';

const none = { answers: [], notes: [] };
const answered = (answer: Rating | undefined) => ({ answers: [{ position: 0, answer }], notes: [] });

describe('only what a person changed in a form is theirs', () => {
  test.each<[string, Rating | null, Rating | null | undefined, ReturnType<typeof changesIn>]>([
    ['nothing chosen where nothing was', null, null, none],
    ['the answer that was shown', 4, 4, none],
    ['a first answer', null, 3, answered(3)],
    ['another answer', 4, 5, answered(5)],
    ['no opportunity instead of a score', 4, 'no-opportunity', answered('no-opportunity')],
    ['no answer any more', 4, null, answered(undefined)],
    ['a form without this row', 4, undefined, none],
  ])('%s', (_what, shown, answer, changes) => {
    expect(changesIn([[0, shown, null]], [{ position: 0, answer, note: undefined }])).toEqual(changes);
  });

  test.each<[string, string | undefined, string | undefined, string | undefined]>([
    ['no note where there was none', undefined, '', undefined],
    ['the note that was shown', '退貨', '退貨', undefined],
    ['a first note', undefined, '退貨', '退貨'],
    ['another note', '退貨', '換貨', '換貨'],
    ['no note any more', '退貨', '', ''],
    ['a form without this row', '退貨', undefined, undefined],
  ])('%s', (_what, before, note, changed) => {
    const shown: ShownInForm = [[2, null, before === undefined ? null : markOf(before)]];
    expect(changesIn(shown, [{ position: 2, answer: null, note }]).notes).toEqual(
      changed === undefined
        ? []
        : [{ position: 2, text: changed, shown: before === undefined ? null : [markOf(before)] }],
    );
  });
});
