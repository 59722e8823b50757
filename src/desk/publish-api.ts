/** What the desk's page asks of its server to take an article to its readers, or from them. */
import type { OpenArticle } from './api.ts';

/**
 * POST articles/<id>/publish, correct, withdraw, restore (of what was withdrawn), move, hide (back to a draft, of what was not published). If-Match: the etag of the
 * text that is meant; 409 by Conflict where it is another one now.
 */
export interface PublishAsked {
  /** 更正说明, the reason of a withdrawal, the column that it moves to, or for what it is published anew: 置顶. */
  note?: string;
}

export interface PublishAnswer {
  article: OpenArticle;
  /** What was done, a Chinese sentence each, in order. */
  done: string[];
}
