/** A rating counts as a standing for this long. */
export const STANDING_VALID_WEEKS = 26;

/** How many of a member's indicators have a standing, of how many. */
export interface Coverage {
  readonly covered: number;
  readonly indicators: number;
}
