import { describe, expect, test } from '@jest/globals';
import { LOCALES } from '../../../../src/domain/people/locale.ts';
import { TOPICS, type Topic } from '../../../../src/domain/request/topics.ts';
import { whereItIsMessage } from '../../../../src/slack/views/messages/where-it-is.ts';
import { textsFor } from '../../../../src/texts/texts.ts';
import { problemsOf, words } from './support/shown.ts';

describe.each(LOCALES)('where something is, in %s', (locale) => {
  const texts = textsFor(locale);
  const { home, checkIn, settings } = texts;
  /** What is to be found there, by the name that it has there. */
  const named: Readonly<Record<Topic, readonly string[]>> = {
    leave: [home.leave],
    skip: [checkIn.skip],
    remind: [checkIn.remind],
    focus: [home.setFocus],
    language: [home.settings],
    settings: [home.settings],
    'rest-days': [home.settings, settings.restDays],
    notes: ['⋯'],
    evidence: ['⋯'],
    download: [/\*(.*?)\*/.exec(home.downloadTitle)?.[1] ?? ''],
  };

  test.each(TOPICS)('%s is one line, with the names that are on the buttons', (topic) => {
    const built = whereItIsMessage({ topic, asked: 'x', lookUpAsk: undefined }, texts.whereItIs, 'words');
    expect(problemsOf(built)).toEqual([]);
    expect(words(built)).not.toContain('\n');
    for (const name of named[topic]) expect(words(built)).toContain(name);
  });

  test('where a standard has the word, how to look it up stands below', () => {
    const found = { topic: 'settings', asked: '設定', lookUpAsk: 'KRM 設定' } as const;
    const typed = (asking: 'command' | 'words') => words(whereItIsMessage(found, texts.whereItIs, asking));
    expect(typed('words')).toContain('`KRM 設定`');
    expect(typed('command')).toContain('`/competency KRM 設定`');
  });
});
