/** Findings of articles that only an inspection looks for: reposts that do not say so, titles that are there twice. */
import type { Article } from '../model/article.ts';
import { absoluteUrl, articlePath } from '../site/addresses.ts';
import type { Site } from '../site/site.ts';
import { finding, WEBMASTER } from './found.ts';
import type { Facts, Found, FoundPlace } from './found.ts';
import { repostRule, titleTwiceRule } from './inspection-rules.ts';

/** Newspapers, stations and sites: a source that is one of them did not write for the bureau. */
const MEDIA =
  /新华社|新华网|人民日报|人民网|央视|光明日报|经济日报|求是|学习强国|中国政府网|(?:日报|晚报|晨报|时报|电视台|广播电台|客户端|公众号|通讯社|[^机]网|网站)(?:社|记者)?$/;

export function articleIssues(site: Site): Found[] {
  return [...reposts(site), ...titlesTwice(site)];
}

function reposts(site: Site): Found[] {
  return site.content.articles
    .filter(({ repost, source }) => !repost && MEDIA.test(source))
    .map((article) =>
      finding(repostRule, {
        file: article.file,
        message: `来源是「${article.source}」，却没有写转载信息。`,
        fix: '加上 repost：site 原网站、time 原发布时间、url 原网址三行；是本单位自己的稿件，把来源改成供稿单位。',
        ...articleFacts(site, article),
      }),
    );
}

/** In one column; of three or more, each but the first is told. */
function titlesTwice(site: Site): Found[] {
  const all = Map.groupBy(site.content.articles.toReversed(), ({ column, title }) =>
    [column, title.replaceAll(/\s/g, '')].join('\n'),
  );
  return [...all.values()].flatMap(([first, ...others]) =>
    others.map((article) =>
      finding(titleTwiceRule, {
        file: article.file,
        message: `标题和 ${first?.date.slice(0, 10)} 的一篇一样：「${article.title}」。`,
        fix: '重复发布的撤下一篇；每期都有的，在标题里写明年份、期数。',
        ...articleFacts(site, article),
      }),
    ),
  );
}

/** Where readers meet an article, and who is asked about it. */
export function articleFacts(site: Site, article: Article): Facts {
  const { title, editor } = article;
  return {
    title,
    url: absoluteUrl(site, articlePath(site, article)),
    owner: editor ? `责任编辑 ${editor}` : WEBMASTER,
  };
}

/** Each of many articles for which one finding stands. */
export function placesOf(site: Site, articles: readonly Article[]): FoundPlace[] {
  return articles.map((article) => {
    const { title, file } = article;
    return { title, file, url: absoluteUrl(site, articlePath(site, article)) };
  });
}
