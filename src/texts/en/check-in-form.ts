import type { CheckInFormTexts } from '../zh-TW/check-in-form.ts';
import { indicatorsOf, minutesOf } from './counted.ts';

export const checkInForm: CheckInFormTexts = {
  title: 'Answer in one form',
  opening: (items, minutes) =>
    `*Pick the closest answer for ${indicatorsOf(items)}, then press Save. It takes ${minutesOf(minutes)}.*`,
  open: (until) => `You can answer and change answers until ${until}.`,
  late: (until) => `The week is over: answers count as late now, and are welcome until ${until}.`,
  unchanged: 'What you do not choose or change stays as it is.',
  answerLabel: (indicator) => `Answer for ${indicator}`,
  noteLabel: (indicator, limit) => `Note for ${indicator}, up to ${limit} characters`,
  visibilityLabel: 'Who sees the notes you write or change here?',
  visibilityHint: 'Needed as soon as you write or change a note. The others stay as they are.',
  itemClosed:
    'The standard of this indicator is no longer assigned to you, so there is nothing to answer here.',
  saved: (answered, items) =>
    `✅ Saved: ${answered} of ${items} answered.${answered === items ? ' Thank you.' : ''}`,
  goOnUntil: (until) => `You can answer the rest or change your answers until ${until}.`,
  savedWithout: (indicators) =>
    `✅ The rest is saved. Not saved, because the standard is no longer assigned to you: ${indicators.join(', ')}.`,
  restSaved: '✅ The rest is saved.',
  newerNotes:
    'The notes below are not saved: they were changed elsewhere after you opened this form. To use what you wrote here, open the form again.',
  writtenHere: 'What you wrote here:',
  emptiedHere: 'You emptied it here.',
  copyBelow: 'All that you chose and wrote is below, so that you can copy it.',
  place: (place) => `Item ${place}`,
  noAnswerChosen: 'no answer chosen',
  closed: 'This check-in has closed, so it takes no more answers.',
};
