import type { WeeklyDigestTexts } from '../zh-TW/weekly-digest.ts';

const percent = (part: number, whole: number): string => `${Math.round((part / whole) * 100)}%`;
const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

export const weeklyDigest: WeeklyDigestTexts = {
  title: (week, range) => `Your team, ${week} (${range})`,
  participation: (p) =>
    `*This period*: ${people(p.membersAsked)} asked, ${p.membersAnswered} answered at least one item; ${p.itemsAnswered} of ${p.itemsAsked} items answered (${percent(p.itemsAnswered, p.itemsAsked)}).`,
  late: (items) => ` ${items} of them late.`,
  skipped: (members) => ` ${members} more skipped this one and ${members === 1 ? 'is' : 'are'} not counted.`,
  before: (periods, answered, asked, late) =>
    `The ${periods === 1 ? 'period' : `${periods} periods`} before: ${answered} of ${asked} items answered (${percent(answered, asked)}), ${late === 0 ? 'none' : late} of them late.`,
  nothingBefore: 'There were no check-ins in the four periods before to compare with.',
  quiet: (membersAsked, itemsAsked) =>
    `*Nobody answered this period*: ${people(membersAsked)} asked, ${itemsAsked} items, nothing received by the cut-off.`,
  quietTable: 'The table shows where earlier answers stand. This period added nothing new.',
  noStandings: 'The team has no scores to go by yet, so there is no gap to show.',
  largestGaps: (target) => `*Furthest from the target of ${target}*`,
  noGaps: (target) => `Every rated indicator has a median at or above the target of ${target}.`,
  gap: (code, text, median, gap, n) => `*${code}*  ${text}\nmedian ${median}, gap ${gap} (n=${n})`,
  tableTitle: '*Where each task stands*',
  columns: ['Task', 'Median', 'Gap', 'n', 'Covered'],
  tasksMore: (more) =>
    `And ${more === 1 ? '1 more task' : `${more} more tasks`}, for which there is no room here.`,
  tableLine: (task, median, gap, n, covered, pairs) =>
    `${task}: median ${median}, gap ${gap}, n=${n}, covered ${covered}/${pairs}`,
  notAnswered: (names) => `*Not answered yet* (only you see this): ${names.join(', ')}`,
  answeredInPart: (members) =>
    `*Answered in part* (only you see this): ${members.map(({ name, answered, asked }) => `${name} (${answered} of ${asked})`).join(', ')}`,
  sharedTitle: '*Shared with you by your team*',
  shared: (code, text, name, what) => `${code}  ${text}\n${name}: ${what}`,
  sharedMore: (more) => `And ${more} more.`,
  everythingAnswered: 'Everybody who was asked answered every item.',
  reading: (target, weeks) =>
    `Medians are self-ratings (1–5), the latest of each within ${weeks} weeks. Gap = target ${target} − median; positive means room to grow. n counts scores; “no opportunity” is not a score but counts as covered. Covered = (person, indicator) pairs with a rating. Capability levels are not scores and are not part of this.`,
  cutoff: (until) => `As of ${until}. Later answers appear in the next digest.`,
};
