import { readAttitudes } from './published-text/attitudes.ts';
import { noteMarksIn } from './published-text/clean-text.ts';
import { compact, type Line, readLines } from './published-text/lines.ts';
import { readProfile } from './published-text/profile.ts';
import { PublishedTextError } from './published-text/published-text-error.ts';
import { splitSections } from './published-text/sections.ts';
import { readSupplement, type Supplement } from './published-text/supplement.ts';
import { readTaskTable } from './published-text/task-table.ts';
import { readVersions } from './published-text/version-table.ts';
import { type Standard, standard } from './standard.ts';

/**
 * Reads the text form in which iCAP publishes a standard. Official text is kept verbatim; page headers and footers,
 * underlines and stray spaces are taken out, and notes are kept by their marks. Codes are printed as the document
 * prints them.
 * @throws {PublishedTextError} for anything that cannot be placed, and for a document that is cut off.
 */
export function parsePublishedText(text: string): Standard {
  const lines = readLines(text);
  const sections = splitSections(lines);
  const versions = readVersions(sections.versions);
  const { code, name, profile } = readProfile(sections.profile, sections.lastLine);
  if (compact(sections.title.text) !== compact(`${name}職能基準`)) {
    throw new PublishedTextError(sections.title.number, `the title is not "${name}職能基準": correct it`);
  }
  const table = readTaskTable(sections.tasks);
  const supplement = readSupplement(sections.supplement, sections.lastLine);
  checkAnchors([...sections.profile, ...sections.tasks, ...(sections.attitudes ?? [])], supplement);
  const parsed = standard.safeParse({
    code,
    name,
    versions,
    profile,
    duties: table.duties,
    knowledge: table.knowledge.sorted(),
    skills: table.skills.sorted(),
    attitudes: sections.attitudes === undefined ? [] : readAttitudes(sections.attitudes, sections.lastLine),
    ...supplement,
  });
  if (parsed.success) return parsed.data;
  const problem = parsed.error.issues[0];
  const where = problem === undefined || problem.path.length === 0 ? '' : `${problem.path.join('.')}: `;
  throw new PublishedTextError(
    sections.lastLine,
    `${where}${problem?.message ?? 'not a standard'}. Compare the file with the published document`,
  );
}

/** Says on which line a note is missing; the check of the whole standard could only say which note. */
function checkAnchors(lines: readonly Line[], { notes }: Supplement): void {
  for (const line of lines) {
    const missing = noteMarksIn(line.text).find((mark) => notes.every((note) => note.mark !== mark));
    if (missing === undefined) continue;
    throw new PublishedTextError(
      line.number,
      `【${missing}】 is not among the notes at the end: add it there`,
    );
  }
}

/**
 * The text of a file, which is UTF-8.
 * @throws {PublishedTextError} when it is not, as when a file is cut off inside a character.
 */
export function decodePublishedText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const readable = new TextDecoder('utf-8').decode(bytes);
    const line = readable.slice(0, readable.indexOf('\uFFFD')).split('\n').length;
    throw new PublishedTextError(line, 'the file is not UTF-8, or it is cut off: get it again as UTF-8');
  }
}
