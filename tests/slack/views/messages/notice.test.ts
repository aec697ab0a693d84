import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LOCALES } from '../../../../src/domain/people/locale.ts';
import { NOTICE_VERSION } from '../../../../src/domain/people/notice.ts';
import {
  NOTICE_ACTION,
  type NoticeModel,
  noticeMessage,
  readAcknowledgement,
} from '../../../../src/slack/views/messages/notice.ts';
import { textsFor } from '../../../../src/texts/texts.ts';
import { buttonsOf, nasty, problemsOf, words } from './support/shown.ts';

const SEED = 20_261_118;
const MEMBER = '0199a000-0000-7000-8000-000000000001';

const unread: NoticeModel = {
  memberId: MEMBER,
  organisation: '好日子選物',
  contact: 'hr@shop.example',
  recipient: { timeZone: 'Asia/Taipei' },
  acknowledgedAt: undefined,
};
const read = { ...unread, acknowledgedAt: new Date('2026-11-18T06:05:00Z') };

/** Everything that art. 8 asks for, as this product does it. */
const STATED = {
  'zh-TW': [
    '由好日子選物依《個人資料保護法》第 8 條',
    '不作為考績或薪資的依據',
    '您的職能基準和主管，以及您設定的時間、休息日、請假和重點指標',
    '您的答案和作答時間',
    '隨時請求刪除',
    '資料庫',
    '您在該週結束時的主管、人資和管理員',
    '「分享給我的主管」的會放進給主管的週報，人資和管理員也可以查看',
    '「只有我自己」的和跳過的原因，別人都看不到',
    '15 天內答覆',
    '30 天內答覆',
    '您不會收到自評',
    '「我已閱讀」只表示讀過',
    '*聯絡窗口*：hr@shop.example',
  ],
  en: [
    '好日子選物 tells you this under article 8',
    'never for pay or performance appraisal',
    'your standards and supervisor, and the times, rest days, leave and focus you set',
    'your answers and when you gave them',
    'ask for deletion at any time',
    'own server and database',
    'you, your supervisor at the end of that week, HR and administrators',
    '“Shared with my supervisor” comes with the weekly digest to your supervisor, and HR and administrators',
    '“Only me”, and why you skipped, is seen by nobody else',
    'within 15 days',
    'within 30 days',
    'you get no check-ins',
    '“I have read this” is not consent',
    '*Contact*: hr@shop.example',
  ],
};

describe.each(LOCALES)('the notice in %s', (locale) => {
  const texts = textsFor(locale);

  test('states who, why, what, how long, where, who sees, rights, refusing and the contact', () => {
    for (const statement of STATED[locale]) expect(words(noticeMessage(unread, texts))).toContain(statement);
  });

  test('says of refusing what holds before and after it is read, and nothing of a button below', () => {
    const said = (model: NoticeModel) => words(noticeMessage(model, texts));
    expect(said(read)).toContain(texts.notice.refusing);
    expect(texts.notice.refusing).toContain(texts.notice.acknowledge);
    expect(said(read)).not.toMatch(/下面|below|同意/);
  });

  test('names the organisation as it is: nothing in its name is mrkdwn or an emoji', () => {
    const message = noticeMessage({ ...unread, organisation: '*好日* :tada:' }, texts);
    expect([message.text, words(message)].join('\n')).not.toMatch(/\*好日\*|:tada:/);
    expect(words(message).replaceAll('\u2060', '')).toContain('*好日* :tada:');
  });

  test('is read in a minute', () => {
    const shown = words(noticeMessage(unread, texts));
    expect(locale === 'en' ? shown.split(/\s+/).length : shown.length).toBeLessThan(
      locale === 'en' ? 250 : 500,
    );
  });

  test('has one button, which carries whose notice it is and which version', () => {
    const [acknowledge, ...others] = buttonsOf(noticeMessage(unread, texts).blocks);
    expect(others).toEqual([]);
    expect(acknowledge?.action_id).toBe(NOTICE_ACTION);
    expect(readAcknowledgement(acknowledge?.value)).toEqual({ member: MEMBER, version: NOTICE_VERSION });
  });

  test('says when it was read and when the check-in comes, and asks no more', () => {
    const now = noticeMessage(read, texts, 'now');
    const later = noticeMessage(read, texts, new Date('2026-11-25T05:00:00Z'));
    expect(buttonsOf(now.blocks)).toEqual([]);
    expect(words(now)).toMatch(/14:05/);
    expect(words(now)).toContain(texts.notice.checkInNow);
    expect(words(later)).toMatch(/13:00/);
    expect(words(noticeMessage(read, texts))).not.toContain(texts.notice.checkInNow);
  });

  test('promise 10: whatever an organisation and its contact are called, Slack takes it', () => {
    fc.assert(
      fc.property(
        nasty,
        fc.option(nasty, { nil: undefined }),
        fc.boolean(),
        (organisation, contact, isRead) => {
          const model = { ...(isRead ? read : unread), organisation, contact };
          expect(problemsOf(noticeMessage(model, texts, 'now'))).toEqual([]);
        },
      ),
      { seed: SEED, numRuns: 200 },
    );
  });
});

test.each([undefined, '', 'null', '{}', '{"member":"x","version":1}', `{"member":"${MEMBER}","version":0}`])(
  'a button that says %j is about no notice',
  (value) => {
    expect(readAcknowledgement(value)).toBeUndefined();
  },
);
