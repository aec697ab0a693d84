import type { CheckInItem } from '../../src/domain/check-in/check-in.ts';

/** An item that nobody has touched, but for what it asks about. */
export const UNTOUCHED: Omit<CheckInItem, 'position' | 'standardCode' | 'indicatorCode'> = {
  answer: undefined,
  chosen: { because: 'never-asked', lastAskedAt: undefined },
  previous: undefined,
  closed: false,
  note: undefined,
  evidence: 0,
};
