/**
 * What a member is told before anything is collected about them: 個人資料保護法 art. 8, with the time limits of
 * art. 13. A notice whose meaning changes gets the next version, and everybody reads it before the next check-in.
 *
 * @see https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=I0050021
 */
export const NOTICE_VERSION = 1;
