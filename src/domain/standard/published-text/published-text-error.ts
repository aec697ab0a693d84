/**
 * The published text cannot be read as a standard. The message says what is wrong and what to do next;
 * `line` counts from 1.
 */
export class PublishedTextError extends Error {
  override readonly name = 'PublishedTextError';
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}
