import type { WhereItIsTexts } from '../zh-TW/where-it-is.ts';

export const whereItIs: WhereItIsTexts = {
  where: {
    leave: 'To enter leave, open my Home tab and press “Leave” below your settings.',
    skip: 'To skip one, press “Skip this week” on the check-in’s message. You need not say why.',
    remind: 'To hear from me later, choose “Remind me…” on the check-in’s message.',
    focus: 'Your focus is on my Home tab: press “Focus” below your settings.',
    language: 'To change the language, open my Home tab and press “Settings”; it is the last field.',
    settings:
      'Open my Home tab and press “Settings”: when your check-in comes, your rest days, your language.',
    'rest-days': 'Open my Home tab and press “Settings”; “Your rest days” is there.',
    notes:
      'To write a note, use the ⋯ menu beside a question of your check-in. Those you wrote are on my Home tab.',
    evidence:
      'To add evidence, use the ⋯ menu beside a question of your check-in, or that of any Slack message. What you added is on my Home tab.',
    download:
      'Your data are at the end of my Home tab, under “Download my data”. The file is sent to you alone.',
  },
  inStandards: (asked) => `To look for “${asked}” in a standard, type`,
};
