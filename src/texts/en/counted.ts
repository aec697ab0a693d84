/** So many indicators, in words that fit one of them and several. */
export function indicatorsOf(items: number): string {
  return items === 1 ? '1 indicator' : `${items} indicators`;
}

/** How long it takes. */
export function minutesOf(minutes: number): string {
  return minutes === 1 ? 'about a minute' : `about ${minutes} minutes`;
}
