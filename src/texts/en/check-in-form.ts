import type { CheckInFormTexts } from '../zh-TW/check-in-form.ts';

export const checkInForm: CheckInFormTexts = {
  title: 'Answer in one form',
  opening: (items) =>
    `*Pick the closest answer for ${items === 1 ? '1 indicator' : `${items} indicators`}, then press Save.*`,
  unchanged: 'What you do not choose or change stays as it is.',
  answerLabel: (indicator) => `Answer for ${indicator}`,
  noteLabel: (indicator, limit) => `Note for ${indicator}, up to ${limit} characters`,
  visibilityLabel: 'Who sees the notes you write or change here?',
  visibilityHint: 'Only needed for a note you write or change. The others stay as they are.',
  itemClosed: 'This standard is not yours any more, so there is nothing to answer here.',
  saved: (answered, items) =>
    `✅ Saved: ${answered} of ${items} answered.${answered === items ? ' Thank you.' : ''}`,
  goOnUntil: (until) => `You can answer the rest or change your answers until ${until}.`,
  savedWithout: (indicators) =>
    `✅ The rest is saved. ${indicators.join(', ')} is not, because its standard is not yours any more.`,
  copyBelow: 'All that you chose and wrote is below, so that you can copy it.',
  place: (place) => `Item ${place}`,
  noAnswerChosen: 'no answer chosen',
  closed: 'This check-in has closed, so it takes no more answers.',
};
