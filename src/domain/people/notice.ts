/**
 * What a member is told before anything is collected about them: 個人資料保護法 art. 8, with the time limits of
 * art. 13. A notice whose meaning changes gets the next version, and everybody reads it before the next check-in.
 *
 * @see https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=I0050021
 */
export const NOTICE_VERSION = 2;

/** In how many periods a member is asked to read one version unasked; after that they are left alone. */
export const NOTICES_PER_VERSION = 3;

export const PURPOSES = ['own-development', 'team-digest'] as const;
export const COLLECTED = ['profile', 'work', 'answers', 'notes-and-evidence'] as const;
export const PLACES = ['own-database', 'slack'] as const;
export const READERS = ['member', 'supervisor', 'hr-and-administrators'] as const;

export type Purpose = (typeof PURPOSES)[number];
export type Collected = (typeof COLLECTED)[number];
export type Place = (typeof PLACES)[number];
export type Reader = (typeof READERS)[number];

/** What the notice says of one organisation. Every statement has to be true of this product. */
export interface Notice {
  readonly version: number;
  /** Who collects. */
  readonly organisation: string;
  readonly contact: string | undefined;
  readonly purposes: readonly Purpose[];
  readonly collected: readonly Collected[];
  readonly places: readonly Place[];
  readonly readers: readonly Reader[];
  /** Days within which a request is answered. */
  readonly answeredWithin: { readonly access: number; readonly change: number };
}

/** The notice as it stands now. */
export function noticeOf(organisation: string, contact: string | undefined): Notice {
  return {
    version: NOTICE_VERSION,
    organisation,
    contact,
    purposes: PURPOSES,
    collected: COLLECTED,
    places: PLACES,
    readers: READERS,
    answeredWithin: { access: 15, change: 30 },
  };
}
