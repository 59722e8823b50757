/** Problems of drafts: they are told apart from the others, and stop nobody. */
import type { ReadArticle } from '../model/article.ts';
import type { Issue } from '../model/issue.ts';

/**
 * The issues, those of drafts marked: of their texts, and of the files beside them.
 * @param articles all of them, drafts and others
 */
export function markDrafts(
  issues: readonly Issue[],
  articles: readonly ReadArticle[],
): readonly Issue[] {
  const drafts = articles.filter(({ text }) => text.draft).map(({ place }) => place);
  if (drafts.length === 0) return issues;
  const texts = new Set(drafts.map(({ file }) => file));
  const folders = new Set(
    drafts.filter(({ folder }) => folder).map(({ file }) => file.slice(0, file.lastIndexOf('/'))),
  );
  return issues.map((issue) => {
    const { file } = issue;
    const isBeside = folders.has(file.slice(0, file.lastIndexOf('/')));
    return !issue.draft && (texts.has(file) || isBeside) ? { ...issue, draft: true } : issue;
  });
}

/** Published and coming articles first, so that of two that want one thing the draft is told of it. */
export function draftsLast(articles: readonly ReadArticle[]): ReadArticle[] {
  return [
    ...articles.filter(({ text }) => !text.draft),
    ...articles.filter(({ text }) => text.draft),
  ];
}

/** Lines that front matter can have, whatever else is wrong with it. */
const HEAD_LINES = 60;

/** Whether a text says that it is a draft, though its front matter can't be read. */
export function saysDraft(text: string): boolean {
  const lines = text.split('\n', HEAD_LINES);
  const end = lines.findIndex((line, index) => index > 0 && /^\s*---\s*$/.test(line));
  return lines
    .slice(0, end < 0 ? HEAD_LINES : end)
    .some((line) =>
      /^\s*(?:draft|草稿)\s*[:：]\s*["']?(?:true|yes|是)["']?\s*(?:#.*)?$/i.test(line),
    );
}
