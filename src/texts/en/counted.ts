/** So many indicators, in words that fit one of them and several. */
export function indicatorsOf(items: number): string {
  return items === 1 ? '1 indicator' : `${items} indicators`;
}

/** How long it takes. */
export function minutesOf(minutes: number): string {
  return minutes === 1 ? 'about a minute' : `about ${minutes} minutes`;
}

/** From how many scores a figure is. */
export function scoresOf(n: number): string {
  return n === 1 ? '1 score' : `${n} scores`;
}
