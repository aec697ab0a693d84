import type { LocalKind } from '../../domain/standard/local-code.ts';
import type { Level } from '../../domain/standard/standard.ts';
import { besideHan } from './beside-han.ts';

const kindName: Record<LocalKind | 'standard', string> = {
  standard: '職能基準',
  duty: '主要職責',
  task: '工作任務',
  output: '工作產出',
  indicator: '行為指標',
  knowledge: '知識',
  skill: '技能',
  attitude: '態度',
};

/** Above a list of them. */
const listName: Record<Exclude<LocalKind, 'duty'>, string> = {
  task: '工作任務',
  output: '工作產出',
  indicator: '行為指標',
  knowledge: '知識（K）',
  skill: '技能（S）',
  attitude: '態度（A）',
};

/** `/competency`: the words around the official text, which itself comes from the standard. */
export const competency = {
  kindName,
  listName,
  leftOut: (lines: number) => `還有 ${lines} 項，這裡放不下。`,
  source: '© 勞動部勞動力發展署，iCAP 職能發展應用平台。',

  taskLevel: (level: Level) => `職能級別 ${level}（共 6 級）`,
  occupationLevel: (level: Level) => `基準級別 ${level}（共 6 級）`,
  levelIsNotAScore: '職能級別說的是這項工作任務的要求，不是對個人的評分。',
  part: (number: number, of: number) => `第 ${number} 部分（共 ${of} 部分）`,
  note: '註',
  description: '工作描述',
  prerequisites: '建議的學經歷或能力條件',
  remarks: '其他補充說明',
  usedIn: '用在這些工作任務',
  definition: '定義',
  attitudeScope: '態度適用於整份職能基準，不分工作任務。',
  version: (version: string, status: string, date: string) => `${version}，${status}，${date}`,
  earlierVersion: (code: string, current: string) => `${code} 是較早的版本，以下是目前收錄的 ${current}。`,

  fromOther: (standard: string) => `這不在你的職能基準裡，出自：${standard}`,
  alsoIn: (standard: string) => `${besideHan(standard).trimStart()}也有這個代碼：`,
  lookInside: '想看其中一項，例如',

  ambiguous: (asked: string) => `「${asked}」在不只一份職能基準裡都有`,
  ambiguousHint: '請加上職能基準的代碼，再查一次：',

  resultsTitle: (asked: string) => `找到「${asked}」`,
  resultsWithin: (asked: string, standards: readonly string[]) =>
    `在 ${standards.join('、')} 找到「${asked}」`,
  resultsElsewhere: (asked: string, standards: readonly string[]) =>
    `${standards.join('、')} 裡沒有「${asked}」，其他職能基準裡有：`,
  resultsCount: (shown: number, total: number) =>
    shown < total ? `共 ${total} 筆，以下是前 ${shown} 筆。多打幾個字可以縮小範圍。` : `共 ${total} 筆。`,

  notFound: (asked: string) => `找不到「${asked}」`,
  nearest: '代碼相近的有：',
  tryTyping: '可以輸入代碼或關鍵字，例如',
  everything: '想看我能做的所有事，輸入',
  everythingAsk: '說明',
  tooLong: (asked: string, length: number, limit: number) =>
    `「${asked}」這段文字有 ${length} 個字，太長了，無法查詢。請用 ${limit} 字以內的代碼或關鍵字再試一次。`,

  helpTitle: '查職能基準',
  helpIntro: '輸入代碼或關鍵字就能查，答案只有你看得到。',
  helpExamples: '可以這樣查',
  helpWordsExample: '報表',
  helpWords: '關鍵字',
  helpWithStandard: '指定職能基準',
  helpWordsWithStandard: '在一份職能基準裡找關鍵字',
  helpWriting: '大小寫、全形、t1-1、T11、多打的空格都看得懂。',
  helpStandards: '收錄的職能基準',
  noStandards: '目前還沒有收錄任何職能基準，請管理員先匯入。',
};

export type CompetencyTexts = typeof competency;
