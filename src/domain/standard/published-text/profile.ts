import type { Profile } from '../standard.ts';
import { cleanText, notesOf } from './clean-text.ts';
import { compact, type Line } from './lines.ts';
import { PublishedTextError } from './published-text-error.ts';
import { readLevel } from './read-level.ts';
import { unplaced } from './sections.ts';

export interface NamedProfile {
  readonly code: string;
  readonly name: string;
  readonly profile: Profile;
}

const CATEGORIES = new Map([
  ['職類別', /^[A-Z]+$/],
  ['職業別', /^\d{3,4}$/],
  ['行業別', /^[A-Z]\d*$/],
]);
const NAME_KINDS = ['職類', '職業'] as const;
const ALONE = ['職能基準代碼', '工作描述', '基準級別'];

interface Field {
  readonly value: string;
  readonly code: string;
  readonly line: number;
}

/**
 * The block between the table of versions and the table of tasks.
 * @throws {PublishedTextError} for a line that is not one of its fields, or a field that is missing.
 */
export function readProfile(lines: readonly Line[], lastLine: number): NamedProfile {
  const fields = new Map<string, Field>();
  for (const line of lines) {
    const [label, field] = readField(line);
    if (fields.has(label)) throw new PublishedTextError(line.number, `${label} is there twice: keep one`);
    fields.set(label, field);
  }
  const need = (label: string): Field => {
    const field = fields.get(label);
    if (field !== undefined && field.value !== '') return field;
    throw new PublishedTextError(field?.line ?? lastLine, `${label} is missing: add it from the document`);
  };
  const category = (label: string) => {
    const { code, value, line } = need(label);
    return { code, name: cleanText(value, line).text };
  };
  const described = need('工作描述');
  const description = cleanText(described.value, described.line);
  const [nameKind, other] = NAME_KINDS.filter((kind) => (fields.get(kind)?.value ?? '') !== '');
  if (nameKind === undefined || other !== undefined) {
    throw new PublishedTextError(
      need('職能基準代碼').line,
      'the name stands under 職類 or under 職業: fill in one',
    );
  }
  const level = fields.get('基準級別');
  const occupationLevel = level === undefined ? undefined : readLevel(level.value, level.line);
  return {
    code: need('職能基準代碼').value.normalize('NFKC'),
    name: need(nameKind).value,
    profile: {
      nameKind,
      jobCategory: category('職類別'),
      occupation: category('職業別'),
      industry: category('行業別'),
      description: description.text,
      ...(occupationLevel === undefined ? {} : { level: occupationLevel }),
      ...notesOf(description),
    },
  };
}

/** One line as label and value. The empty cells between them are only layout. */
function readField(line: Line): [label: string, field: Field] {
  const [first = '', ...rest] = line.cells.filter((cell) => cell !== '');
  const group = compact(first);
  const cells = group === '所屬類別' || group.startsWith('職能基準名稱') ? rest : [first, ...rest];
  const [label = '', value = '', codeLabel = '', code = '', ...more] = cells;
  const name = compact(label);
  const pattern = CATEGORIES.get(name);
  if (pattern !== undefined) {
    const plainCode = code.normalize('NFKC');
    if (compact(codeLabel) !== `${name}代碼` || !pattern.test(plainCode) || more.length > 0) {
      throw new PublishedTextError(
        line.number,
        `${name} needs a name and its code: compare it with the document`,
      );
    }
    return [name, { value, code: plainCode, line: line.number }];
  }
  const known = ALONE.includes(name) || NAME_KINDS.some((kind) => kind === name);
  if (!known || codeLabel !== '') throw unplaced(line);
  return [name, { value, code: '', line: line.number }];
}
