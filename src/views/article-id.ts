/** An article's id: its date and slug, `20260305-spring-safety`. */
const ARTICLE_ID = /^\d{8}-[a-z0-9-]{1,80}$/;

/** Whether text has the form of an article's id; whether that article exists is another question. */
export function isArticleId(text: string): boolean {
  return ARTICLE_ID.test(text);
}

/** The year an article's id begins with: `2026`. */
export function yearOf(id: string): string {
  return id.slice(0, 4);
}
