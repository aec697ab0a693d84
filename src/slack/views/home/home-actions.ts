/** The action ids of Home, and of the modals that are opened from it. */
export const HOME_ACTIONS = {
  /** This period's check-in at once. */
  start: 'home-start',
  /** All the items of the check-in in one form, to answer or to change. */
  checkInForm: 'home-check-in-form',
  /** Takes up again the check-in that was skipped. */
  answerAfterAll: 'home-answer-after-all',
  settings: 'home-settings',
  leave: 'home-leave',
  focus: 'home-focus',
  /** All the notes and evidence of the member, a page at a time. */
  allEntries: 'home-all-entries',
  newerEntries: 'entries-newer',
  olderEntries: 'entries-older',
  removeNote: 'home-remove-note',
  removeEvidence: 'home-remove-evidence',
  downloadJson: 'home-download-json',
  downloadCsv: 'home-download-csv',
  removeLeave: 'leave-remove',
} as const;
