import type { CheckInTexts } from '../zh-TW/check-in.ts';

const minutesOf = (minutes: number): string =>
  minutes === 1 ? 'about a minute' : `about ${minutes} minutes`;
const itemsOf = (items: number): string => (items === 1 ? '1 indicator' : `${items} indicators`);

export const checkIn: CheckInTexts = {
  notification: (items, minutes, until) =>
    `This week’s check-in: ${itemsOf(items)}, ${minutesOf(minutes)}. Open until ${until}.`,
  opening: (items, minutes) =>
    `*This week’s check-in: pick the closest answer for ${itemsOf(items)}. It takes ${minutesOf(minutes)}.*`,
  question:
    'How often have you done this lately? The indicators are quoted from the official standard, in Chinese.',
  periodAndClosing: (week, range, until) =>
    `${week[0]?.toUpperCase()}${week.slice(1)} (${range}) | answer, change or take back until ${until}`,
  audience: (supervisors, contact) => {
    const supervisor =
      supervisors.length === 0 ? 'your supervisor' : `your supervisor (${supervisors.join(', ')})`;
    const ask = contact === undefined ? 'Questions: ask your administrator.' : `Questions: ${contact}.`;
    return `Who sees your answers: you, ${supervisor}, HR and administrators. They are for your development, never for pay or appraisal. ${ask}`;
  },
  progress: (answered, items) => `${answered} of ${items} answered`,
  legend: (points, noOpportunity) =>
    `${points.slice(0, 3).join(' · ')}\n${points.slice(3).join(' · ')} · *N/A* ${noOpportunity}`,
  takeBack: 'Take back',
  saved: (answer) => `✅ Saved: ${answer}`,
  scoreLabel: (indicator, score, wording) => `${indicator}: ${score}, ${wording}`,
  noOpportunityLabel: (indicator, wording) => `${indicator}: ${wording}`,
  takeBackLabel: (indicator) => `Take back the answer to ${indicator}`,
  done: 'Done',
  thanks: (items) => `✅ Thank you, ${items === 1 ? 'your answer is' : `all ${items} answers are`} saved.`,
  changeUntil: (until) => `You can change them until ${until}.`,
  change: 'Change answers',
  closed: (week, until) => `The check-in of ${week} closed on ${until}. Its answers no longer change.`,
  closedAnswers: (answered, items) => `${answered} of ${items} were answered by then.`,
  notAnswered: 'not answered',
  itemClosed: 'No answer needed: the standard of this indicator is no longer assigned to you.',
  allClosed: (week) =>
    `The check-in of ${week} needs no answers any more: its standards are no longer assigned to you.`,
  superseded: 'This check-in goes on in the newer message below; all your answers are there.',
};
