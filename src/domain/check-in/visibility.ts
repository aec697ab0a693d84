/** Who sees a note or a piece of evidence: the member's supervisor too, or nobody but the member. Chosen each time. */
export const VISIBILITIES = ['supervisor', 'only-me'] as const;
export type Visibility = (typeof VISIBILITIES)[number];
