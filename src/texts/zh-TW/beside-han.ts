/**
 * A word that comes from elsewhere, put into a Chinese sentence: with a space on each side that is not Chinese, as
 * between Chinese and half-width text, and none between Chinese characters.
 */
export function besideHan(word: string): string {
  const before = /^[\p{Script=Han}（「]/u.test(word) ? '' : ' ';
  const after = /[\p{Script=Han}）」]$/u.test(word) ? '' : ' ';
  return `${before}${word}${after}`;
}
