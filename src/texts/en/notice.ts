import type { NoticeTexts } from '../zh-TW/notice.ts';

const listOf = (things: readonly string[]): string =>
  things.length < 2 ? things.join('') : `${things.slice(0, -1).join(', ')} and ${things.at(-1)}`;

export const notice: NoticeTexts = {
  purpose: {
    'own-development': 'to let you see how you develop',
    'team-digest': 'to give your supervisor a weekly digest of the team',
  },
  collected: {
    profile: 'your Slack name, account, e-mail, time zone and language',
    work: 'your standards and supervisor, and the times, rest days, leave and focus you set',
    answers: 'your answers and when you gave them',
    'notes-and-evidence': 'your notes and evidence, and why you skipped',
  },
  place: {
    'own-database': 'the organisation’s own server and database',
    slack: 'Slack messages (perhaps stored abroad)',
  },
  reader: {
    member: 'you',
    supervisor: 'your supervisor at the end of that week',
    'hr-and-administrators': 'HR and administrators',
  },
  notification: (organisation) =>
    `Before your first check-in, please read how ${organisation} uses your data. It takes about a minute.`,
  title: '*Before your first check-in, please read how your data is used (one minute)*',
  who: (organisation) =>
    `${organisation} tells you this under article 8 of Taiwan’s Personal Data Protection Act.`,
  why: (purposes) =>
    `*Why*: ${listOf(purposes)}. For development only, never for pay or performance appraisal.`,
  which: (data) => `*Which data*: ${data.join('; ')}.`,
  howLong:
    '*How long*: until your organisation stops using this bot and deletes your data. You can ask for deletion at any time.',
  where: (places) => `*Where*: ${places.join('; ')}.`,
  whoSees: (readers) =>
    `*Who sees it*: ${readers.join(', ')}. You choose for notes and evidence: “Shared with my supervisor” comes with the weekly digest to your supervisor, and HR and administrators may read it; “Only me”, and why you skipped, is seen by nobody else.`,
  rights: (accessDays, changeDays) =>
    `*Your rights*: you may ask to see or copy your data (answered within ${accessDays} days), or have it completed, corrected, no longer used or deleted (within ${changeDays} days).`,
  refusing:
    '*Without answers*: nothing shows you how you develop. Until you have read this, you get no check-ins, at most two more reminders, and your supervisor’s digest does not list you. “I have read this” is not consent.',
  contact: (contact) => `*Contact*: ${contact}`,
  nobodyNamed: 'your organisation’s administrator',
  acknowledge: 'I have read this',
  acknowledged: (when) => `✅ You read this notice on ${when}.`,
  checkInNow: 'This week’s check-in is on its way to you.',
  checkInAt: (when) => `Your next check-in comes on ${when}.`,
  notYours:
    'This notice is for somebody else, so you cannot confirm it. I send you yours in a direct message.',
  notSaved: (reference) =>
    `That was not saved. Please try again. If it keeps failing, give your administrator this reference: ${reference}`,
};
