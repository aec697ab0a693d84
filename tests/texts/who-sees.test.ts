import { describe, expect, test } from '@jest/globals';
import { LOCALES } from '../../src/domain/people/locale.ts';
import { noticeOf } from '../../src/domain/people/notice.ts';
import { visibilityChoice } from '../../src/slack/views/modals/visibility-choice.ts';
import { textsFor } from '../../src/texts/texts.ts';

const SAID = {
  'zh-TW': {
    weekly: '放進給主管的週報',
    hr: /人資[與和]管理員也可以查看/,
    onlyMe: /「只有我自己」.*別人都看不到/,
    howMany: '主管的週報只寫有幾個人跳過',
    reasonOnly: '只有你',
  },
  en: {
    weekly: 'comes with the weekly digest to your supervisor',
    hr: /HR and administrators may read it/,
    onlyMe: /“Only me”.* seen by nobody else/,
    howMany: 'Your supervisor’s digest says how many skipped, nothing more',
    reasonOnly: 'nly you',
  },
};

describe.each(LOCALES)('who sees what somebody writes, in %s', (locale) => {
  const texts = textsFor(locale);
  const { submission, home, notice, checkInSkip } = texts;
  const said = SAID[locale];
  const { readers } = noticeOf('Shop', undefined);
  const everywhere = [
    ['a form', submission.visibilityHint],
    ['Home', home.seesNotes],
    ['the notice', notice.whoSees(readers.map((each) => notice.reader[each]))],
  ] as const;

  test.each(everywhere)(
    '%s says that what is shared comes weekly, and that HR may read it',
    (_, sentence) => {
      expect(sentence).toContain(said.weekly);
      expect(sentence).toMatch(said.hr);
    },
  );

  test.each(everywhere)('%s says that only me is nobody else', (_, sentence) => {
    expect(sentence).toMatch(said.onlyMe);
  });

  test.each(everywhere.slice(1))('%s calls the choices what the forms call them', (_, sentence) => {
    expect(sentence).toContain(submission.shared);
    expect(sentence).toContain(submission.onlyMe);
  });

  test('every choice says it, after what the form has to say itself', () => {
    const plain = visibilityChoice({ label: 'x', chosen: undefined }, texts);
    expect(plain.hint?.text).toBe(submission.visibilityHint);
    const more = visibilityChoice({ label: 'x', chosen: undefined, hint: 'y' }, texts);
    expect(more.hint?.text).toBe(`y\n${submission.visibilityHint}`);
  });

  test('why somebody skipped is theirs alone, and the digest says how many did', () => {
    for (const sentence of [checkInSkip.whoSeesIt, home.seesSkip]) {
      expect(sentence).toContain(said.reasonOnly);
      expect(sentence).toContain(said.howMany);
    }
    expect(checkInSkip.whoSeesIt).not.toMatch(/人資|HR/);
  });
});
