/** Leaves out what takes no room on the screen and comes along when a shown text is copied. */
export function withoutUnseen(text: string): string {
  return text.replaceAll(UNSEEN, '');
}

const UNSEEN = /[\u200b\u2060-\u2064\ufeff]/g;
