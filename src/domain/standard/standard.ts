import { z } from 'zod';
import { checkReferences } from './check-references.ts';

const text = z.string().min(1);
/** Marks of the notes that are anchored in a text, such as `註1`. The text itself is kept clean of them. */
const noteMarks = z.array(text).min(1).optional();

/** A published code with its version, `IIS3513-005v4`; older documents have two letters or no `v`. */
const standardCode = z.string().regex(/^[A-Z]{2,4}\d{3,4}-\d{3}(?:[vV]?\d{1,2})?$/);

/** The capability level a task or an occupation requires. It is never a person's score. */
export const level = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
]);
export type Level = z.infer<typeof level>;

const category = z.strictObject({ code: text, name: text });

const standardVersion = z.strictObject({
  version: text,
  code: standardCode,
  name: text,
  status: text,
  note: text.optional(),
  date: z.iso.date(),
});
export type StandardVersion = z.infer<typeof standardVersion>;

const profile = z.strictObject({
  /** Which of the two names the form asks for is the standard's: 職類 or 職業. */
  nameKind: z.enum(['職類', '職業']),
  /** 職類別 */
  jobCategory: category,
  /** 職業別, from 中華民國職業標準分類 */
  occupation: category,
  /** 行業別 */
  industry: category,
  /** 工作描述 */
  description: text,
  /** 基準級別 */
  level: level.optional(),
  /** Marks that stand in the description. */
  notes: noteMarks,
});
export type Profile = z.infer<typeof profile>;

/** Older documents print outputs without codes. */
const output = z.strictObject({ code: text.optional(), name: text, notes: noteMarks });
export type Output = z.infer<typeof output>;

const indicator = z.strictObject({ code: text, text, notes: noteMarks });
export type Indicator = z.infer<typeof indicator>;

const part = z.strictObject({
  level: level.optional(),
  outputs: z.array(output),
  indicators: z.array(indicator),
  knowledge: z.array(text),
  skills: z.array(text),
});
export type Part = z.infer<typeof part>;

const task = z.strictObject({ code: text, name: text, notes: noteMarks, parts: z.array(part).min(1) });
export type Task = z.infer<typeof task>;

const duty = z.strictObject({ code: text, name: text, notes: noteMarks, tasks: z.array(task).min(1) });
export type Duty = z.infer<typeof duty>;

const knowledge = z.strictObject({ code: text, name: text, notes: noteMarks });
export type Knowledge = z.infer<typeof knowledge>;

const skill = z.strictObject({ code: text, name: text, notes: noteMarks });
export type Skill = z.infer<typeof skill>;

/** Older documents print attitudes without codes. */
const attitude = z.strictObject({ code: text.optional(), name: text, definition: text, notes: noteMarks });
export type Attitude = z.infer<typeof attitude>;

/** A remark under 其他補充說明. Without a mark it belongs to the whole standard. */
const note = z.strictObject({ mark: text.optional(), text });
export type Note = z.infer<typeof note>;

const shape = z.strictObject({
  code: standardCode,
  name: text,
  versions: z.array(standardVersion).min(1),
  profile,
  duties: z.array(duty).min(1),
  knowledge: z.array(knowledge),
  skills: z.array(skill),
  attitudes: z.array(attitude),
  prerequisites: text,
  notes: z.array(note),
});

/**
 * One published version of a competency standard. What the document leaves out is left out here: a list is empty,
 * anything else is absent. Links, hierarchy, note marks and the uniqueness of codes are checked as well.
 */
export const standard = shape.superRefine((value, context) => {
  for (const message of checkReferences(value)) context.addIssue({ code: 'custom', message });
});
export type Standard = z.infer<typeof shape>;
