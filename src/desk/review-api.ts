/** What the desk's page asks of a review. */

/** POST articles/<id>/review. Answered by OpenArticle; 409 where it is another text than the one that was read. */
export interface ReviewAsked {
  did: '送审' | '通过' | '退回' | '意见' | '签发';
  /** ReviewView's. */
  hash: string;
  note?: string;
  /** The beginning of the paragraph that is remarked on. */
  quote?: string;
}
