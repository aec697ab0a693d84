import type { WordsTexts } from '../zh-TW/words.ts';

export const words: WordsTexts = {
  greeting:
    'Hello! Ask me about the competency standards at any time. I also send the weekly check-ins in which people rate themselves.',
  thanks: 'You are welcome. I am here when you need me.',
  allRight: 'All right. I am here when you need me.',
  noWords: 'There are no words in this message that I can read.',
  youCanType: 'You can type:',

  checkIn: 'Check-in:',
  checkInText: 'this week’s questions, right now. Type',
  checkInAsk: 'check-in',
  lookUp: 'Look up:',
  lookUpText: 'any code, or words in Chinese. Type, for example,',
  lookUpAsk: 'T2.2',
  lookUpMore: 'More ways to look things up: type',
  lookUpMoreAsk: 'look up',
  me: 'My standing:',
  meText: 'your coverage, strengths and gaps, and when the next check-in comes. Type',
  meAsk: 'me',
  help: 'Help:',
  helpText: 'everything I can do. Type',
  helpAsk: 'help',

  helpTitle: 'What I can do for you',
  home: 'Home:',
  homeText:
    'open my Home tab: your ratings over time, your notes, who sees what, and a download of your own data',
  reminders: 'Reminders:',
  remindersText:
    'no time now? In the check-in pick “Remind me…”, tomorrow morning for example, or skip the week',
  notes: 'Notes and evidence:',
  notesText: 'in the ⋯ menu of an indicator, a link for example; you decide each time who sees it',
  settings: 'Settings:',
  settingsText: 'on my Home tab: the time of your check-in, your leave, your focus',
  shortcuts: 'Shortcuts:',
  shortcutsText:
    'type / in any message box and pick “Start check-in” or “Look up”; the ⋯ menu of a message makes it evidence',
};
