/** A request left, and nothing says what became of it: it may still take effect, after what comes now. */
export class UnansweredError extends Error {
  override readonly name = 'UnansweredError';
}

/**
 * An error that somebody can do something about: `message` says what is wrong in one line, `nextStep` what to
 * do. Shown to operators as it is; people in Slack see their own plain sentence and a reference id.
 */
export class ActionableError extends Error {
  override readonly name: string = 'ActionableError';
  readonly nextStep: string;

  constructor(message: string, nextStep: string, options?: ErrorOptions) {
    super(message, options);
    this.nextStep = nextStep;
  }

  /** The line an operator reads. */
  get line(): string {
    return `${this.message} → ${this.nextStep}`;
  }
}
