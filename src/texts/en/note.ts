import type { NoteTexts } from '../zh-TW/note.ts';

export const note: NoteTexts = {
  title: 'Note',
  label: (limit) => `What you want to remember, up to ${limit} characters`,
  hint: 'Empty it and save to delete the note.',
  visibilityLabel: 'Who sees this note?',
  none: 'There is no note here yet.',
  nowShared: 'The note as it is: shared with your supervisor; HR and administrators may read it.',
  nowOnlyMe: 'The note as it is: only you see it.',
  copyBelow: 'What you wrote is below, so that you can copy it.',
  closed: 'This check-in has closed, so its notes no longer change.',
};
