import type { LookUpTexts } from '../zh-TW/look-up.ts';

export const lookUp: LookUpTexts = {
  title: 'Look up',
  label: 'A code, or words in Chinese',
  placeholder: 'T2.2, K09, P1.1.1',
  submit: 'Look up',
  close: 'Close',
};
