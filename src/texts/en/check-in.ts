import type { CheckInTexts } from '../zh-TW/check-in.ts';
import { indicatorsOf, minutesOf } from './counted.ts';

export const checkIn: CheckInTexts = {
  itemMenu: { details: 'Details', note: 'Add a note', evidence: 'Add evidence' },
  noted: {
    supervisor: '📝 Has a note, shared with your supervisor',
    'only-me': '📝 Has a note, only you see it',
  },
  proven: (pieces) => (pieces === 1 ? '🔗 1 piece of evidence' : `🔗 ${pieces} pieces of evidence`),
  remindWhen: {
    'in-an-hour': 'In an hour',
    'this-afternoon': 'This afternoon',
    'tomorrow-morning': 'Tomorrow morning',
  },
  notification: (items, minutes, until) =>
    `This week’s check-in: ${indicatorsOf(items)}, ${minutesOf(minutes)}. Open until ${until}.`,
  notificationLate: (week, items, minutes, until) =>
    `Your check-in of ${week}: ${indicatorsOf(items)}, ${minutesOf(minutes)}. Answers count as late now, and are welcome until ${until}.`,
  opening: (items, minutes) =>
    `*This week’s check-in: pick the closest answer for ${indicatorsOf(items)}. It takes ${minutesOf(minutes)}.*`,
  openingLate: (week, items, minutes) =>
    `*Your check-in of ${week}: pick the closest answer for ${indicatorsOf(items)}. It takes ${minutesOf(minutes)}. Answers count as late now.*`,
  question: 'How often have you done this lately?',
  quoted: 'The indicators are quoted from the official standard, in Chinese.',
  periodAndClosing: (week, range, until) =>
    `${week[0]?.toUpperCase()}${week.slice(1)} (${range}) | answer, change or take back until ${until}`,
  periodIsOver: (week, range, until) =>
    `${week[0]?.toUpperCase()}${week.slice(1)} (${range}) is over | answers count as late and are welcome until ${until}`,
  audience: (supervisors, contact) => {
    const readers =
      supervisors.length === 0
        ? 'you, HR and administrators, and your supervisor once you have one'
        : `you, your supervisor (${supervisors.join(', ')}), HR and administrators`;
    const ask = contact === undefined ? 'Questions: ask your administrator.' : `Questions: ${contact}.`;
    return `Who sees your answers: ${readers}. They are for your development, never for pay or appraisal. ${ask}`;
  },
  form: 'Answer in one form',
  inFormOnly: (form) =>
    `This check-in is too long for answer buttons: press “${form}” below to answer or change.`,
  remind: 'Remind me…',
  remindAt: (at) => `⏰ I will remind you privately on ${at}.`,
  skip: 'Skip this week',
  skipLate: 'Skip this check-in',
  skipped: (week, until) =>
    `You skipped the check-in of ${week}. It does not count as unanswered; you can still answer until ${until}.`,
  skippedInPart: (week, answers, until) =>
    `You skipped the rest of the check-in of ${week}. ${answers === 1 ? 'The answer you gave stays' : `The ${answers} answers you gave stay`}; you can still answer the others until ${until}.`,
  skippedLate: (week, until) =>
    `You skipped the check-in of ${week}. From now on it is left out of the figures; the digest of that week may have gone out before. You can still answer until ${until}.`,
  skippedLateInPart: (week, answers, until) =>
    `You skipped the rest of the check-in of ${week}. ${answers === 1 ? 'The answer you gave stays' : `The ${answers} answers you gave stay`}; the others are left out of the figures from now on, though the digest of that week may have gone out before. You can still answer until ${until}.`,
  unskip: 'Answer after all',
  progress: (answered, items) => `${answered} of ${items} answered`,
  legend: (points, noOpportunity) =>
    `${points.slice(0, 3).join(' · ')}\n${points.slice(3).join(' · ')} · *N/A* ${noOpportunity}`,
  takeBack: 'Take back',
  saved: (answer) => `✅ Saved: ${answer}`,
  scoreLabel: (indicator, score, wording) => `${indicator}: ${score}, ${wording}`,
  noOpportunityLabel: (indicator, wording) => `${indicator}: ${wording}`,
  takeBackLabel: (indicator) => `Take back the answer to ${indicator}`,
  done: 'Done',
  thenDone: (done) => `All saved. Press “${done}” to finish.`,
  thanks: (items) => `✅ Thank you, ${items === 1 ? 'your answer is' : `all ${items} answers are`} saved.`,
  sinceLastTime: 'Since last time',
  changed: (indicator, before, now, day) => `*${indicator}*　${before} → ${now} (last time: ${day})`,
  unchanged: (same) => `${same} the same as last time.`,
  coverage: (covered, indicators, weeks) =>
    `You have answered ${covered} of your ${indicators} indicators in the last ${weeks} weeks.`,
  digest: (supervisors) =>
    `These answers go into next week’s digest for your supervisor (${supervisors.join(', ')}).`,
  digestLate: (supervisors, week, now) =>
    `Answers given by the end of ${week} are in its digest for your supervisor (${supervisors.join(', ')}). Later ones count as late and go into the digest of ${now}.`,
  noDigest: (week) =>
    `You have no active supervisor at the moment. If you have one by the end of ${week}, these answers go into their digest.`,
  changeUntil: (until) => `You can change them until ${until}.`,
  change: 'Change answers',
  closed: (week, until) => `The check-in of ${week} closed on ${until}. Its answers no longer change.`,
  nothingToAsk: (week) =>
    `The check-in of ${week} needs no answers any more: its standards are no longer assigned to you.`,
  closedAnswers: (answered, items) => `${answered} of ${items} were answered by then.`,
  notAnswered: 'not answered',
  itemClosed: 'No answer needed: the standard of this indicator is no longer assigned to you.',
  superseded: 'This check-in goes on in the newer message below; all your answers are there.',
};
