import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { entriesOf, entryTitle } from '../../../../src/domain/standard/entry.ts';
import { LEVEL_WORDING } from '../../../../src/domain/standard/level.ts';
import { parsePublishedText } from '../../../../src/domain/standard/parse-published-text.ts';
import { createStandardLibrary } from '../../../../src/domain/standard/standard-library.ts';
import { validateBlocks } from '../../../../src/simulator/validate-blocks/validate-blocks.ts';
import type { Message } from '../../../../src/slack/blocks/build.ts';
import { competencyMessage } from '../../../../src/slack/views/messages/competency.ts';
import { textsFor } from '../../../../src/texts/texts.ts';
import { lookUp } from '../../../../src/usecases/look-up.ts';
import { IIS, KRM, loadPublishedLibrary } from '../../../domain/standard/published-library.ts';
import { row, sampleText } from '../../../domain/standard/sample-text.ts';

const SEED = 20_261_118;
const LOCALES = ['zh-TW', 'en'] as const;
const ESTABLISHED = ['header', 'section', 'context', 'divider'];
const library = await loadPublishedLibrary();

function answer(text: string, own: readonly string[] = [IIS], locale: (typeof LOCALES)[number] = 'zh-TW') {
  return competencyMessage(lookUp(library, text, own), textsFor(locale).competency, 'command');
}

function problems({ text, blocks }: Message): unknown[] {
  return [
    ...validateBlocks(blocks, 'message'),
    ...blocks.filter(({ type }) => !ESTABLISHED.includes(type)),
    ...(text.trim() === '' ? ['no text'] : []),
  ];
}

describe.each(LOCALES)('in %s, Slack takes every answer', (locale) => {
  const everything = library.standards.flatMap(entriesOf);

  test('to every code of both standards, whoever asks', () => {
    const refused = everything.flatMap((entry) => {
      const { code } = entryTitle(entry);
      const questions =
        entry.kind === 'standard' ? [`${code}`] : [`${code}`, `${entry.standard.code} ${code}`];
      return questions.flatMap((question) =>
        [[], [IIS], [KRM]].flatMap((own) => problems(answer(question, own, locale))),
      );
    });
    expect(refused).toEqual([]);
  });

  test.each(['', 'help', '報表', '的', 'KRM 的', 'IIS 折讓單', 'T9.9', 'T22', 'zzz', 'KRM', 'T1.1 '])(
    'to "%s"',
    (question) => {
      expect([[], [IIS]].flatMap((own) => problems(answer(question, own, locale)))).toEqual([]);
    },
  );

  test('to anything that can be typed', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc
        .array(
          fc.constantFrom(
            '<!channel>',
            '&',
            '&amp;',
            '<@U1>',
            '`',
            '*',
            '\n',
            '\u202e',
            '報',
            'T1.1',
            '﷽',
            ' ',
          ),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(nasty, (question) => {
        expect(problems(answer(question, [IIS], locale))).toEqual([]);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  test('when there is no standard at all', () => {
    const empty = createStandardLibrary([]);
    const answers = ['', 'T1.1', '報表'].map((question) =>
      competencyMessage(lookUp(empty, question, []), textsFor(locale).competency, 'command'),
    );
    expect(answers.flatMap(problems)).toEqual([]);
  });

  test('for a document far larger than any that is published', () => {
    const indicators = Array.from(
      { length: 60 },
      (_one, index) => `P1.1.${index + 1} ${'長'.repeat(200)}。`,
    ).join(' ');
    const large = createStandardLibrary([parsePublishedText(sampleText({ rows: [row({ indicators })] }))]);
    const message = competencyMessage(lookUp(large, 'T1.1', []), textsFor(locale).competency, 'command');
    expect(problems(message)).toEqual([]);
    const shown = message.blocks.map((block) => JSON.stringify(block)).join('');
    const listed = shown.match(/\*P1\.1\.\d+\*/g) ?? [];
    expect(listed.length).toBeGreaterThan(30);
    expect(shown).toContain(textsFor(locale).competency.leftOut(60 - listed.length));
    expect(shown).toContain(textsFor(locale).competency.source);
    expect(message.text).toContain('P1.1.60');
    expect(shown).not.toContain('…');
  });
});

describe('a task', () => {
  const { text } = answer('T2.2');

  test('shows level with the official wording, outputs, indicators, knowledge and skills by name', () => {
    for (const line of [
      'T2.2 系統障礙回報',
      '職能級別 3（共 6 級）',
      LEVEL_WORDING[3],
      'O2.2.1 系統障礙回報單',
      'P2.2.2 系統更新前向顧客發送公告，避免因系統更新而造成顧客交易不便。',
      'K12 網路資訊設備相關知識',
      'S11 系統障礙排除能力',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
  });

  test('says that a level is not a score, and where the text comes from', () => {
    expect(text).toContain('不是對個人的評分');
    expect(text).toContain('© 勞動部勞動力發展署');
  });

  test('the largest one is shown whole', () => {
    const shown = answer('T1.2')
      .blocks.map((block) => JSON.stringify(block))
      .join('');
    expect(shown).not.toContain('…');
    for (const code of ['P1.2.7', 'K11', 'S08']) expect(shown).toContain(`*${code}*`);
  });
});

describe('other entries', () => {
  test('knowledge and skills show the tasks that use them', () => {
    const lines = answer('K12').text.split('\n');
    expect(lines).toContain('用在這些工作任務');
    expect(lines.filter((line) => /^T\d/.test(line))).toEqual(['T2.2 系統障礙回報 · 職能級別 3（共 6 級）']);
  });

  test('an indicator shows its task, its level and its note', () => {
    const { text } = answer('KRM P3.1.3');
    expect(text).toContain('依指示與供應商聯繫，安排進、退貨時間及數量並向主管回報。【註1】');
    expect(text).toContain('【註1】退貨：包含商品退貨、逆物流、金流之處理。');
    expect(text).toContain('T3.1 協助庫存更新及進退貨');
    expect(text).toContain(LEVEL_WORDING[2]);
  });

  test('an entry of another standard is labelled as such', () => {
    expect(answer('T4.3').text).toContain(`這不在你的職能基準裡，出自：${KRM} 網路購物營運助理`);
    expect(answer('T4.3', [KRM]).text).not.toContain('這不在你的職能基準裡');
    expect(answer('T4.3', []).text).not.toContain('這不在你的職能基準裡');
  });

  test('where both standards have the code, the other is named with what to type', () => {
    const { text, blocks } = answer('T1.1');
    expect(text).toContain('/competency KRM T1.1');
    expect(JSON.stringify(blocks)).toContain('`/competency KRM T1.1`');
  });

  test('in English the official text stays Chinese, and that is said', () => {
    const { text } = answer('T2.2', [IIS], 'en');
    expect(text).toContain('P2.2.1 依據系統使用障礙，提報障礙內容回報予技術人員修正，並協助顧客解決問題。');
    expect(text).toContain('The Chinese text is the official wording, quoted as published.');
  });
});

describe('words in one standard', () => {
  test('are answered with the standard by name', () => {
    expect(answer('KRM 退貨').text.split('\n')[0]).toBe(`在 ${KRM} 網路購物營運助理 找到「退貨」`);
    expect(answer('KRM 退貨', [IIS], 'en').text.split('\n')[0]).toBe(
      `Found “退貨” in ${KRM} 網路購物營運助理`,
    );
  });

  test('that are only in another say so, and where', () => {
    const lines = answer('IIS 折讓單').text.split('\n');
    expect(lines[0]).toBe(`${IIS} 零售電子商務營運人員 裡沒有「折讓單」，其他職能基準裡有：`);
    expect(lines).toContain(`${KRM} 網路購物營運助理`);
    expect(answer('IIS 折讓單', [IIS], 'en').text.split('\n')[0]).toBe(
      `“折讓單” is not in ${IIS} 零售電子商務營運人員, but it is in another standard:`,
    );
  });

  test('the help names this way', () => {
    expect(answer('help').text).toContain('/competency IIS 報表');
  });
});

describe('what a person typed is only ever shown as text', () => {
  test('in a short answer when it is far too long', () => {
    const { text, blocks } = answer('<!channel> & '.repeat(4_000));
    expect(text.length).toBeLessThan(300);
    expect(text).toContain('&lt;!channel&gt; &amp; ');
    expect(JSON.stringify({ text, blocks })).not.toContain('<!channel>');
  });

  test.each(['<!channel> & 甲', '<@U123>', 'T9.9 <!here>'])('%s', (question) => {
    const { text, blocks } = answer(question);
    expect(JSON.stringify({ text, blocks })).not.toMatch(/<[!@#]/);
  });

  test.each(LOCALES)('in %s, also where it has marks of mrkdwn', (locale) => {
    const { text, blocks } = answer('*bold* _x_ `c` :tada:', [IIS], locale);
    const shown = [text, JSON.stringify(blocks)];
    expect(shown.filter((each) => /\*bold\*|_x_|`c`|:tada:/.test(each))).toEqual([]);
    expect(shown.filter((each) => !each.replaceAll('\u2060', '').includes('*bold* _x_ `c`'))).toEqual([]);
  });
});
