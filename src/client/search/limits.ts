/** How much of an answer the search page asks for. */

/** Hits shown at once. */
export const PAGE = 10;
/** Where only texts can tell how many hits there are: so many are counted. */
export const COUNTED = 100;
/** UTF-16 units of a query that are searched: servers refuse addresses that are much longer (431). */
export const LONGEST_QUERY = 200;
/** Characters of a query that a message quotes: two lines of a phone. */
export const LONGEST_QUOTED = 30;
