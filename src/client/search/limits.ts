/** How much of an answer the search page asks for. */

/** Hits shown at once. */
export const PAGE = 10;
/** Hits looked for ahead of those shown, so that their number is exact up to there. */
export const COUNTED = 100;
