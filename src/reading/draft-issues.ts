/** Problems of drafts: they are told apart from the others, and stop nobody. */
import type { Article } from '../model/article.ts';
import type { Located } from '../rules/cross-checks.ts';
import type { Issue } from '../model/issue.ts';

/**
 * Marks, in place, the issues of drafts: those of their texts, and of the files beside them.
 * @param located all articles, drafts among them
 */
export function markDrafts(issues: Issue[], located: readonly { article: Article }[]): void {
  const drafts = located.filter(({ article }) => article.draft).map(({ article }) => article);
  if (drafts.length === 0) return;
  const texts = new Set(drafts.map(({ file }) => file));
  const folders = new Set(
    drafts.filter(({ folder }) => folder).map(({ file }) => file.slice(0, file.lastIndexOf('/'))),
  );
  for (const [index, issue] of issues.entries()) {
    const { file } = issue;
    const isBeside = folders.has(file.slice(0, file.lastIndexOf('/')));
    if (!issue.draft && (texts.has(file) || isBeside)) issues[index] = { ...issue, draft: true };
  }
}

/** Published and coming articles first, so that of two that want one thing the draft is told of it. */
export function draftsLast(located: readonly Located[]): Located[] {
  return [
    ...located.filter(({ article }) => !article.draft),
    ...located.filter(({ article }) => article.draft),
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
