import { readFileSync } from 'node:fs';

const SOURCES = new URL('../../../data/standards/sources/', import.meta.url);

/** The bytes of a published text that comes with the program. */
export function sourceBytes(code: string): Buffer {
  return readFileSync(new URL(`${code}.txt`, SOURCES));
}

export interface SampleParts {
  readonly profileLevel?: string;
  readonly rows?: readonly string[];
  readonly attitudes?: readonly string[];
  readonly supplement?: readonly string[];
  readonly before?: string;
}

export const TASK_HEADER =
  '主要職責\t工作任務\t工作產出\t行為指標\t職能級別\t職能內涵 (K=knowledge 知識)\t職能內涵 (S=skills 技能)';

/** One row of the main table with a duty and a task, each cell replaceable. */
export function row(cells: {
  duty?: string;
  task?: string;
  outputs?: string;
  indicators?: string;
  level?: string;
  knowledge?: string;
  skills?: string;
}): string {
  const { duty = 'T1 整理', task = 'T1.1 歸檔', outputs = '', indicators = 'P1.1.1 歸檔文件。' } = cells;
  const { level = '2', knowledge = 'K01 檔案', skills = 'S01 分類' } = cells;
  return [duty, task, outputs, indicators, level, knowledge, skills].join('\t');
}

/** A small document in the published text form. */
export function sampleText(parts: SampleParts = {}): string {
  return [
    `${parts.before ?? ''}檔案助理職能基準`,
    '版本\t職能基準代碼\t職能基準名稱\t狀態\t更新說明\t發展更新日期',
    'V1\tAB1234-001v1\t檔案助理\t最新版本\t略\t2024/02/29',
    '職能基準代碼\t\tAB1234-001v1',
    '職能基準名稱 (擇一填寫)\t\t職類\t檔案助理',
    '\t\t職業',
    '所屬 類別\t職類別\t行政\t\t職類別代碼\tAB',
    '\t職業別\t事務\t\t職業別代碼\t1234',
    '\t行業別\t服務\t\t行業別代碼\tN82',
    '工作描述\t\t整理檔案。',
    `基準級別\t\t${parts.profileLevel ?? '2'}`,
    TASK_HEADER,
    ...(parts.rows ?? [row({})]),
    ...(parts.attitudes ?? ['職能內涵 (A=attitude 態度)', 'A01 細心：注意細節。']),
    '說明與補充事項',
    ...(parts.supplement ?? ['- 建議擔任此職類/職業之學歷/經歷/或能力條件：', '- 無。']),
  ].join('\n');
}
