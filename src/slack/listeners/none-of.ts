/**
 * A pattern that matches whatever none of the others does: Bolt runs every listener that matches. Patterns of ours are
 * whole ids, or expressions from `^` to `$`.
 */
export function noneOf(patterns: readonly (string | RegExp)[]): RegExp {
  const wholes = patterns.map((pattern) =>
    typeof pattern === 'string'
      ? `${pattern.replaceAll(/[^\w-]/g, String.raw`\$&`)}$`
      : pattern.source.replace(/^\^/, ''),
  );
  return new RegExp(`^(?!${wholes.join('|')})`);
}
