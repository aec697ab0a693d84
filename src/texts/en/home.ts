import type { HomeTexts } from '../zh-TW/home.ts';
import { scoresOf } from './counted.ts';

interface Scored {
  readonly name: string;
  readonly median: string;
  readonly n: number;
}

const list = (scored: readonly Scored[]): string =>
  scored.map(({ name, median, n }) => `${name} (middle score ${median}, ${scoresOf(n)})`).join('; ');

const weeksAgo = (weeks: number): string => (weeks === 1 ? '1 week' : `${weeks} weeks`);

export const home: HomeTexts = {
  title: 'My competencies',
  standard: (name, code, covered, indicators, weeks) =>
    `*${name}* (${code})\n${covered} of ${indicators} indicators have a rating of yours from the last ${weeks} weeks (${Math.round((covered / Math.max(indicators, 1)) * 100)}%).`,
  dutiesTitle: (target) => `*Strengths and gaps* by duty, target ${target}`,
  dutyColumns: ['Duty', 'Middle score', 'Gap', 'Scores', 'Answered'],
  dutyLine: (duty, median, gap, n, covered, of) =>
    `${duty}: middle score ${median}, gap ${gap}, scores ${n}, indicators answered ${covered}/${of}`,
  strengths: (scored) => `*At or above the target*: ${list(scored)}`,
  gaps: (scored) => `*Room to grow*: ${list(scored)}`,
  noScores: 'There are no scores yet, so no strengths or gaps to show. Your first check-in changes that.',
  dutiesReading: (target, weeks) =>
    `Your latest self-rating of each indicator within ${weeks} weeks (1–5). The middle score is the one in the middle when they stand in order. Gap = target ${target} − middle score; positive means room to grow. “No opportunity” counts as answered, not as a score. Capability levels are not scores and are not part of this.`,
  monthsTitle: '*Your answers over time*, month by month',
  monthColumns: ['Month', 'Scores', 'Middle score', 'No opportunity'],
  monthLine: (month, scores, median, noOpportunity) =>
    `${month}: scores ${scores}, middle score ${median}, no opportunity ${noOpportunity}`,
  oneMonth: 'One month of answers so far: nothing to compare it with yet.',
  monthsReading: 'Each month asks about different indicators, so a higher or lower score is not a trend.',
  open: (answered, items, until) =>
    `*Your check-in is waiting*: ${answered}/${items} answered, open until ${until}. Tap your answers under Messages, or answer in one form here.`,
  openHere: (answered, items, until) =>
    `*Your check-in is waiting*: ${answered}/${items} answered, open until ${until}. You can answer it in one form here; its message comes later.`,
  skipped: (until) =>
    `*You skipped this check-in.* If you change your mind, you can still answer it until ${until}.`,
  answered: (until) => `✅ *You have answered this check-in.* You can change your answers until ${until}.`,
  answeredOf: (week, until) =>
    `✅ *You have answered the check-in of ${week}.* You can change your answers until ${until}.`,
  openForm: 'Answer in one form',
  next: (at) => `*Next check-in*: ${at}`,
  nextIndicators: (items) =>
    items === 1
      ? 'As things stand, it asks about 1 indicator:'
      : `As things stand, it asks about these ${items} indicators:`,
  nextItem: (code, text, why) => `*${code}*  ${text} (${why})`,
  noNext:
    '*No check-in in sight.* Your rest days or your leave leave no day for one. Change them under Settings or Leave below.',
  because: {
    'never-asked': 'not asked yet',
    focus: 'in your focus',
    'same-task': 'same task as another one',
    'longest-ago': 'its turn',
  },
  notAskedFor: (why, weeks) => `${why}, last ${weeksAgo(weeks)} ago`,
  askedInVain: (weeks) => `asked ${weeksAgo(weeks)} ago in a check-in without answers, so it comes again`,
  also: (why, more) => `${why}, ${more}`,
  start: 'Start now',
  startHint: (minutes) =>
    `Rather not wait? Start it now, it takes about ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
  started: (items) =>
    `✅ Your check-in is on its way, with ${items === 1 ? '1 indicator' : `${items} indicators`}. Look under Messages.`,
  removed: '✅ Removed.',
  notRemoved: (reference) =>
    `It was not removed. Please try again. If it keeps failing, give your administrator this reference: ${reference}`,
  noneThisWeek: 'There is no check-in this week.',
  notStarted:
    '*Check-ins have not begun.* Once your administrator starts them, the first one comes as a direct message.',
  notAcknowledged:
    '*Before your first check-in, please read the notice about your data* and confirm that you have.',
  sendNotice: 'Send me the notice',
  noticeSent: '✅ The notice is under Messages. Read it, press “I have read this”, and you can begin.',
  settingsTitle: '*Settings*',
  checkInAt: (weekday, time) => `Check-in: every ${weekday} at ${time}`,
  restDays: (days) => `Rest days: ${days.join(', ')}`,
  worksHolidays: 'You work on public holidays',
  restsOnHolidays: 'You are off on public holidays',
  language: (name) => `Language: ${name}`,
  leaves: (ranges) => `Leave: ${ranges.join(', ')}`,
  noLeaves: 'Leave: none entered',
  focus: (codes) => `Focus: ${codes.join(', ')}`,
  inFocus: (code, text) => `${code} “${text}”`,
  noFocus: 'Focus: none set',
  settings: 'Settings',
  leave: 'Leave',
  setFocus: 'Focus',
  notesTitle: (shown, total) =>
    total > shown ? `*My notes*: the newest ${shown} of ${total}` : `*My notes*: ${total}`,
  noNotes: '*My notes*: none yet. Write one from the ⋯ menu beside a question.',
  evidenceTitle: (shown, total) =>
    total > shown ? `*My evidence*: the newest ${shown} of ${total}` : `*My evidence*: ${total}`,
  noEvidence:
    '*My evidence*: none yet. Add a link from the ⋯ menu beside a question, or use a Slack message as evidence.',
  allEntries: 'All my notes and evidence',
  entryHead: (code, day, sees) => `*${code}* · ${day} · ${sees}`,
  sees: { supervisor: 'shared with your supervisor', 'only-me': 'only you see it' },
  aMessage: 'Slack message',
  remove: 'Remove',
  removeNoteConfirm: {
    title: 'Remove this note?',
    text: 'It cannot be brought back. Your score stays as it is.',
    confirm: 'Remove',
    deny: 'Keep',
  },
  removeEvidenceConfirm: {
    title: 'Remove this evidence?',
    text: 'Only the link here is removed, not what it points to.',
    confirm: 'Remove',
    deny: 'Keep',
  },
  seesTitle: '*Who sees what*',
  seesAnswers: (supervisors) =>
    supervisors.length === 0
      ? 'Your answers: you, and HR and administrators. You have no active supervisor at the moment; once you do, they see them too.'
      : `Your answers: you, your supervisor (${supervisors.join(', ')}), and HR and administrators.`,
  seesNotes:
    'Notes and evidence: you choose for each. “Shared with my supervisor” comes with the weekly digest to your supervisor, and HR and administrators may read it. “Only me” is seen by nobody else.',
  seesSkip: 'Why you skipped: only you. Your supervisor’s digest says how many skipped, nothing more.',
  seesPurpose: (contact) =>
    `For your development only, not for appraisals or pay. ${contact === undefined ? 'Questions? Ask your administrator.' : `Questions? Ask ${contact}`}`,
  downloadTitle: '*Download my data*: everything on record about you, sent to you alone as a direct message.',
  downloadJson: 'Everything (JSON)',
  downloadCsv: 'Answers (CSV, opens in Excel)',
  team: (people) => `*Your team*: ${people === 1 ? '1 person' : `${people} people`}.`,
  nextDigest: (at) => `Your next team digest comes as a direct message on ${at}.`,
  noStandard:
    '*No competency standard is assigned to you*, so you get no check-ins. To look up any code, type `/competency T2.2`.',
  stranger: (contact) =>
    `*You are not on the check-in list yet*, so there is nothing of yours here. To join, ask ${contact ?? 'your administrator.'}`,
  strangerCan: 'You can look things up all the same: type `/competency T2.2`, or send me a code or a word.',
};
