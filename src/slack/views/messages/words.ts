import type { WordsTexts } from '../../../texts/zh-TW/words.ts';
import type { Message } from '../../blocks/build.ts';
import { type Asking, buildPage, type Line } from './competency/page.ts';

/** A short line in answer to one; where there was nothing to read, or to begin with, what can be typed. */
export function shortMessage(
  kind: 'greeting' | 'thanks' | 'all-right' | 'no-words',
  texts: WordsTexts,
  asking: Asking,
): Message {
  const said = {
    greeting: texts.greeting,
    thanks: texts.thanks,
    'all-right': texts.allRight,
    'no-words': texts.noWords,
  };
  const paragraph = { kind: 'paragraph' as const, lines: [{ text: said[kind] }] };
  if (kind === 'thanks' || kind === 'all-right') return buildPage([paragraph], asking);
  const lines = [checkInLine(texts), lookUpLine(texts), meLine(texts), helpLine(texts)];
  return buildPage([paragraph, { kind: 'paragraph', heading: texts.youCanType, lines }], asking);
}

/** Everything there is, with an example each. */
export function helpMessage(texts: WordsTexts, asking: Asking): Message {
  const lines: Line[] = [
    checkInLine(texts),
    lookUpLine(texts),
    meLine(texts),
    { label: texts.home, text: texts.homeText },
    { label: texts.reminders, text: texts.remindersText },
    { label: texts.notes, text: texts.notesText },
    { label: texts.settings, text: texts.settingsText },
    { label: texts.shortcuts, text: texts.shortcutsText },
  ];
  return buildPage(
    [
      { kind: 'title', text: texts.helpTitle },
      { kind: 'paragraph', lines },
      { kind: 'small', lines: [{ text: texts.lookUpMore, ask: texts.lookUpMoreAsk }] },
    ],
    asking,
  );
}

function checkInLine(texts: WordsTexts): Line {
  return { label: texts.checkIn, text: texts.checkInText, ask: texts.checkInAsk };
}

function lookUpLine(texts: WordsTexts): Line {
  return { label: texts.lookUp, text: texts.lookUpText, ask: texts.lookUpAsk };
}

function meLine(texts: WordsTexts): Line {
  return { label: texts.me, text: texts.meText, ask: texts.meAsk };
}

function helpLine(texts: WordsTexts): Line {
  return { label: texts.help, text: texts.helpText, ask: texts.helpAsk };
}
