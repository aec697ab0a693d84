import type { Block } from './build.ts';
import { areTooLong } from './limits.ts';

/** With how many of `count` things the blocks fit one message; 0 where not even one of them has room. */
export function mostThatFit(count: number, draw: (shown: number) => readonly Block[]): number {
  for (let shown = count; shown > 0; shown -= 1) if (!areTooLong(draw(shown))) return shown;
  return 0;
}
