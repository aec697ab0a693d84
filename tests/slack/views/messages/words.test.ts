import { describe, expect, test } from '@jest/globals';
import { LOCALES } from '../../../../src/domain/people/locale.ts';
import { readRequest } from '../../../../src/domain/request/read-request.ts';
import { helpMessage, shortMessage } from '../../../../src/slack/views/messages/words.ts';
import { textsFor } from '../../../../src/texts/texts.ts';
import { problemsOf, shownTexts, words } from './support/shown.ts';

describe.each(LOCALES)('in %s', (locale) => {
  const texts = textsFor(locale).words;
  const asks = [texts.checkInAsk, texts.lookUpAsk, texts.meAsk];

  test.each(['greeting', 'thanks', 'all-right', 'no-words'] as const)('%s is answered in short', (kind) => {
    const message = shortMessage(kind, texts, 'words');
    expect(problemsOf(message)).toEqual([]);
    expect(message.blocks.length).toBeLessThanOrEqual(2);
    expect(message.text.length).toBeLessThan(400);
  });

  test('who says nothing, or hello, hears what can be typed, as it is typed there', () => {
    for (const kind of ['greeting', 'no-words'] as const) {
      for (const ask of [...asks, texts.helpAsk]) {
        expect(words(shortMessage(kind, texts, 'words'))).toContain(`\`${ask}\``);
        expect(words(shortMessage(kind, texts, 'command'))).toContain(`\`/competency ${ask}\``);
      }
    }
  });

  test('hello is true for anybody: it promises nobody a check-in of theirs', () => {
    expect(texts.greeting).not.toMatch(/私訊你|you a |your week|every week/);
  });

  test('what is said that one can type is understood', () => {
    expect(
      [texts.checkInAsk, texts.lookUpMoreAsk, texts.meAsk, texts.helpAsk].map((ask) => readRequest(ask).kind),
    ).toEqual(['check-in', 'how-to-look-up', 'me', 'help']);
    expect(readRequest(texts.lookUpAsk).kind).toBe('look-up');
    expect(readRequest(textsFor(locale).competency.everythingAsk).kind).toBe('help');
  });

  test('help names every feature and stays on one screen', () => {
    const message = helpMessage(texts, 'command');
    expect(problemsOf(message)).toEqual([]);
    const shown = words(message);
    for (const name of [
      texts.checkIn,
      texts.lookUp,
      texts.me,
      texts.home,
      texts.reminders,
      texts.notes,
      texts.settings,
      texts.shortcuts,
    ]) {
      expect(shown).toContain(`*${name}*`);
    }
    for (const ask of asks) expect(shown).toContain(`\`/competency ${ask}\``);
    expect(shownTexts(message.blocks).flatMap(({ text }) => text.split('\n')).length).toBeLessThanOrEqual(12);
  });
});
