import type { RootContent } from 'mdast';

/** A block of an article's body. */
export interface BodyItem {
  node: RootContent;
  /** What staff have to be told of it. */
  notices: string[];
}
