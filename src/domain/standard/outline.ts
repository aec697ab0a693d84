import type { Duty, Part, Standard, Task } from './standard.ts';

/** A standard as indented plain text, for reading in a terminal. The official text is not shortened. */
export function outlineStandard(standard: Standard): string {
  const { profile } = standard;
  const lines = [
    `${standard.code} ${standard.name}`,
    ...standard.versions.map(
      ({ version, code, status, note, date }) =>
        `  ${version} ${code} ${date} ${status}${note === undefined ? '' : ` ${note}`}`,
    ),
    `職類別 ${profile.jobCategory.code} ${profile.jobCategory.name}`,
    `職業別 ${profile.occupation.code} ${profile.occupation.name}`,
    `行業別 ${profile.industry.code} ${profile.industry.name}`,
    `工作描述 ${profile.description}`,
    ...(profile.level === undefined ? [] : [`基準級別 ${profile.level}`]),
    '',
    ...standard.duties.flatMap(dutyLines),
    '職能內涵 (K=knowledge 知識)',
    ...standard.knowledge.map((knowledge) => `  ${knowledge.code} ${knowledge.name}${marks(knowledge)}`),
    '職能內涵 (S=skills 技能)',
    ...standard.skills.map((skill) => `  ${skill.code} ${skill.name}${marks(skill)}`),
    '職能內涵 (A=attitude 態度)',
    ...standard.attitudes.map(
      (attitude) => `  ${coded(attitude.code, attitude.name)}：${attitude.definition}${marks(attitude)}`,
    ),
    '說明與補充事項',
    ...standard.prerequisites.split('\n').map((line) => `  ${line}`),
    ...standard.notes.map(({ mark, text }) => (mark === undefined ? `  ${text}` : `  【${mark}】${text}`)),
    '',
    '© 勞動部勞動力發展署 iCAP 職能發展應用平台',
  ];
  return `${lines.join('\n')}\n`;
}

function dutyLines(duty: Duty): string[] {
  return [`${duty.code} ${duty.name}${marks(duty)}`, ...duty.tasks.flatMap(taskLines), ''];
}

function taskLines(task: Task): string[] {
  return [`  ${task.code} ${task.name}${marks(task)}`, ...task.parts.flatMap(partLines)];
}

function partLines(part: Part): string[] {
  return [
    ...(part.level === undefined ? [] : [`    職能級別 ${part.level}`]),
    ...part.outputs.map((output) => `    ${coded(output.code, output.name)}${marks(output)}`),
    ...part.indicators.map((indicator) => `    ${indicator.code} ${indicator.text}${marks(indicator)}`),
    ...[part.knowledge, part.skills]
      .filter((codes) => codes.length > 0)
      .map((codes) => `    ${codes.join(' ')}`),
  ];
}

function coded(code: string | undefined, name: string): string {
  return code === undefined ? name : `${code} ${name}`;
}

function marks({ notes }: { readonly notes?: string[] | undefined }): string {
  return notes === undefined ? '' : notes.map((mark) => `【${mark}】`).join('');
}
