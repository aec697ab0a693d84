import type { NoteTexts } from '../zh-TW/note.ts';

export const note: NoteTexts = {
  title: 'Note',
  label: (limit) => `What you want to remember, up to ${limit} characters`,
  hint: 'Empty it and save to delete the note.',
  visibilityLabel: 'Who sees this note?',
  none: 'There is no note here yet.',
  nowShared: 'The note as it is: shared with your supervisor; HR and administrators may read it.',
  nowOnlyMe: 'The note as it is: only you see it.',
  changedMeanwhile:
    'Not saved yet: this note was changed elsewhere after you opened this form. What is kept now is below. To replace it with what you wrote here, check who sees it and press Save again.',
  removedMeanwhile:
    'Not saved yet: this note was deleted elsewhere after you opened this form. To keep what you wrote here, choose who sees it and press Save again.',
  copyBelow: 'What you wrote is below, so that you can copy it.',
  closed: 'This check-in has closed, so its notes no longer change.',
};
