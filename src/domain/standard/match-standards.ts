import { fold } from './search.ts';
import type { Standard } from './standard.ts';

/**
 * The standards a person may mean: by full code, also that of an earlier version; else by the beginning of the code
 * (`KRM`, `iis3513`), at least two characters; else by the whole name.
 */
export function matchStandards(standards: readonly Standard[], text: string): Standard[] {
  const wanted = bareCode(text);
  const exact = standards.filter(({ code }) => bareCode(code) === wanted);
  if (exact.length > 0) return exact;
  const earlier = standards.filter(({ versions }) => versions.some(({ code }) => bareCode(code) === wanted));
  if (earlier.length > 0) return earlier;
  if (/^[a-z]{2,4}\d*(?:v\d*)?$/u.test(wanted)) {
    return standards.filter(({ code }) => bareCode(code).startsWith(wanted));
  }
  const name = fold(text).replaceAll(' ', '');
  return standards.filter((standard) => fold(standard.name).replaceAll(' ', '') === name);
}

/** The letters of its code when only it has them, else more and more of the code. */
export function shortestName(standards: readonly Standard[], standard: Standard): string {
  const [, letters = '', number = '', serial = ''] = /^([A-Z]+)(\d+)(-\d+)/u.exec(standard.code) ?? [];
  const candidates = [letters, `${letters}${number}`, `${letters}${number}${serial}`];
  return (
    candidates.find((name) => name !== '' && matchStandards(standards, name).length === 1) ?? standard.code
  );
}

function bareCode(text: string): string {
  return fold(text).replace(/[\s\-‐-―_.]+/gu, '');
}
