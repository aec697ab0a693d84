import type { FocusTexts } from '../zh-TW/focus.ts';
import { indicatorsOf } from './counted.ts';

export const focus: FocusTexts = {
  title: 'Focus',
  label: 'What you want to be asked about more often',
  hint: (limit, items) =>
    `Up to ${limit}, asked about twice as often as the others, counted in the check-ins you answer. A check-in has ${indicatorsOf(items)}; the other places are for indicators whose turn it is.`,
  none: (items) =>
    `A check-in has only ${indicatorsOf(items)}, which the others need, so no focus can be set. From 3 indicators on it can; your administrator sets how many there are.`,
  tooMany: (limit) => `Up to ${limit}, please take some out.`,
  tooManyWithOthers: (limit) =>
    `You have changed your focus elsewhere since you opened this form, and together that is more than ${limit}. Close the form and open it again to see what is set now.`,
  notYours: 'Some of these are not in your standard. Please choose again.',
  option: (code, text) => `${code} ${text}`,
  saved: '✅ Your focus is saved. It begins with your next check-in.',
};
