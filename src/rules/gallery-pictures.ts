/** A gallery (图集) is looked at picture by picture: it has several, and is no list of scans with words between. */
import type { ReadArticle } from '../model/article.ts';
import { lineIn } from '../model/field-lines.ts';
import type { Issue } from '../model/issue.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';

export const galleryRule: Rule = {
  id: 'gallery/pictures',
  level: 'warn',
  scope: 'article',
  title: '图集的图片',
  basis: '一张图片不用翻，没有图片的图集是空的。',
};

const FEWEST = 2;

export function checkGalleries(articles: readonly ReadArticle[]): Issue[] {
  return articles.flatMap(({ place: { file }, text, lines }) => {
    if (!text.gallery || text.withdrawn) return [];
    const count = text.references.filter(({ kind }) => kind === 'picture').length;
    if (count >= FEWEST) return [];
    const found = count === 0 ? '一张图片也没有' : `只有 ${count} 张图片`;
    const message = `写了图集（gallery），正文里${found}，网页上不做成图集。`;
    const fix =
      '把图片放在稿件旁边，在正文里每张单独一行写 ![图片说明](1.jpg)；不做图集的，删掉 gallery 这一行。';
    return ruled(galleryRule, { file, line: lineIn(lines, 'gallery'), message, fix });
  });
}
