import type { CompetencyTexts } from '../zh-TW/competency.ts';

export const competency: CompetencyTexts = {
  kindName: {
    standard: 'Standard',
    duty: 'Duty',
    task: 'Task',
    output: 'Output',
    indicator: 'Behaviour indicator',
    knowledge: 'Knowledge',
    skill: 'Skill',
    attitude: 'Attitude',
  },
  listName: {
    task: 'Tasks',
    output: 'Outputs',
    indicator: 'Behaviour indicators',
    knowledge: 'Knowledge (K)',
    skill: 'Skills (S)',
    attitude: 'Attitudes (A)',
  },
  leftOut: (lines) => `${lines} more, for which there is no room here.`,
  source:
    'The Chinese text is the official wording, quoted as published. © 勞動部勞動力發展署 (Workforce Development Agency, Taiwan), iCAP.',

  taskLevel: (level) => `Capability level ${level} of 6`,
  occupationLevel: (level) => `Capability level of the occupation: ${level} of 6`,
  levelIsNotAScore: 'The capability level is what the task requires. It is not a score of a person.',
  part: (number, of) => `Part ${number} of ${of}`,
  note: 'Note',
  description: 'What the work is',
  prerequisites: 'Recommended education or experience',
  remarks: 'Further remarks',
  usedIn: 'Used in these tasks',
  definition: 'Definition',
  attitudeScope: 'Attitudes apply to the whole standard, not to single tasks.',
  version: (version, status, date) => `Version ${version}, ${date}. Its official status: “${status}”`,
  earlierVersion: (code, current) => `${code} is an earlier version. This is ${current}, the one we have.`,

  fromOther: (standard) => `Not in your standard; this is from “${standard}”`,
  alsoIn: (standard) => `“${standard}” has this code too:`,
  lookInside: 'To look inside, for example:',

  ambiguous: (asked) => `“${asked}” is in more than one standard`,
  ambiguousHint: 'Ask again with the code of the standard:',

  resultsTitle: (asked) => `Found “${asked}”`,
  resultsWithin: (asked, standards) => `Found “${asked}” in ${standards.join(', ')}`,
  resultsElsewhere: (asked, standards) =>
    `“${asked}” is not in ${standards.join(', ')}, but it is in another standard:`,
  resultsCount: (shown, total) =>
    shown < total
      ? `${total} results, the first ${shown} are shown. Add a word to narrow them down.`
      : total === 1
        ? '1 result.'
        : `${total} results.`,

  notFound: (asked) => `Nothing found for “${asked}”`,
  nearest: 'The nearest codes:',
  tryTyping: 'The standards are in Chinese: type a code, or words in Chinese, for example',
  everything: 'Everything I can do: type',
  everythingAsk: 'help',
  tooLong: (asked, length, limit) =>
    `“${asked}” has ${length} characters, which is too long to look up. Try a code or a few words, up to ${limit} characters.`,

  helpTitle: 'Look up a competency standard',
  helpIntro:
    'Type a code or a few words and read the answer at once. Only you see it. The standards are in Chinese, so type words in Chinese.',
  helpExamples: 'What you can type',
  helpWordsExample: '報表',
  helpWords: 'Words',
  helpWithStandard: 'In one standard',
  helpWordsWithStandard: 'Words in one standard',
  helpWriting: 'Capitals, full-width letters, t1-1, T11 and stray spaces are all understood.',
  helpStandards: 'The standards we have',
  noStandards: 'There are no standards yet. An administrator has to import one first.',
};
