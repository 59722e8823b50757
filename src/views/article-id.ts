/** An article's id: its date and slug, `20260305-spring-safety`. The form of `src/model/article-name.ts`, which a test compares. */
const ARTICLE_ID = /^(?=.{1,89}$)\d{8}(?:-[a-z0-9]+)+$/;

/** Whether text has the form of an article's id; whether that article exists is another question. */
export function isArticleId(text: string): boolean {
  return ARTICLE_ID.test(text);
}

/** The year an article's id begins with: `2026`. */
export function yearOf(id: string): string {
  return id.slice(0, 4);
}
