/** Articles of columns that are shown as pictures need one: without it readers see a card with the column's name. */
import type { PlacedArticle } from '../model/article.ts';
import type { Column } from '../model/columns.ts';
import type { Issue } from '../model/issue.ts';
import { found } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';

export const pictureNewsRule: Rule = {
  id: 'column/picture-news',
  level: 'warn',
  scope: 'site',
  title: '图片新闻的图片',
  basis: '以图片展示的栏目里，没有图片的稿件只有一张写着栏目名称的卡片。',
};

/** Beyond so many of a column the newest are named and the rest are counted: an old archive may hold thousands. */
const NAMED = 10;

/** @param articles newest first */
export function checkPictureNews(
  articles: readonly PlacedArticle[],
  columns: readonly Column[],
): Issue[] {
  const shown = columns.filter(({ kind, style }) => kind === 'list' && style === 'pictures');
  const findings = shown.flatMap(({ slug, name }) => {
    const bare = articles.filter((article) => article.column === slug && !hasPicture(article));
    const rest = bare.length - NAMED;
    return bare.slice(0, NAMED).map((article, at) => ({
      file: article.file,
      message: `栏目「${name}」以图片展示，这篇稿件却没有图片。${at === NAMED - 1 && rest > 0 ? `这样的稿件还有 ${rest} 篇。` : ''}`,
      fix: `把图片放在稿件旁边，在正文里单独一行写 ![图片说明](1.jpg)；没有图片的，改发到别的栏目。`,
    }));
  });
  return found(pictureNewsRule, findings);
}

function hasPicture({ cover, references }: PlacedArticle): boolean {
  return cover !== undefined || references.some(({ kind }) => kind === 'picture');
}
