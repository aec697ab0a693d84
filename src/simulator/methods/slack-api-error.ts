/** A refusal in the words of Slack's Web API: `{ ok: false, error }`, with details where Slack gives them. */
export class SlackApiError extends Error {
  override readonly name = 'SlackApiError';
  readonly code: string;
  /** `response_metadata.messages`. */
  readonly messages: readonly string[];
  /** Further fields of the answer. */
  readonly details: Readonly<Record<string, string>>;

  constructor(
    code: string,
    messages: readonly string[] = [],
    details: Readonly<Record<string, string>> = {},
  ) {
    super(code);
    this.code = code;
    this.messages = messages;
    this.details = details;
  }
}
