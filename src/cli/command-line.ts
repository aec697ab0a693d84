/** What to type for a command, in the bot's folder or in the running demo. */
export function commandLine(words: string, isDemo: boolean): string {
  return `npm run cli -- ${words}${isDemo ? ' --demo' : ''}`;
}
