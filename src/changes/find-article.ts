/** Which article is meant by what staff write on a command line. */
import type { PlacedArticle } from '../model/article.ts';
import { nameInAddress } from '../model/article-name.ts';
import { nearest } from '../model/nearest.ts';
import { unquotedName } from '../reading/quoted-name.ts';
import { allArticles } from './change.ts';
import type { Refused, StandingSite } from './change.ts';

/** Of `20261101-a`, `content/articles/2026/20261101-a/index.md`, `/tz/202611/20261101-a/` and `https://…` the name. */
export function nameWritten(written: string): string {
  return nameInAddress(unquotedName(written));
}

export function findArticle(standing: StandingSite, written: string): PlacedArticle | Refused {
  const name = nameWritten(written);
  const articles = allArticles(standing);
  const found = articles.find(({ id }) => id === name);
  if (found) return found;
  const meant = nearest(
    name,
    articles.map(({ id }) => id),
  );
  const hint = meant
    ? `是不是「${meant}」？`
    : '写稿件文件夹的名称，或者从地址栏复制网址；稿件自己有问题的，先运行 npm run check 改好。';
  return { problem: `没有叫「${name}」的稿件。${hint}` };
}
