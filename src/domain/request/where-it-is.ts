import type { Topic } from './topics.ts';

/** Somebody asked in a word for something that is done elsewhere. */
export interface WhereItIs {
  readonly topic: Topic;
  /** As it was typed. */
  readonly asked: string;
  /** What to type to search a standard for it; undefined where none has the word. */
  readonly lookUpAsk: string | undefined;
}
