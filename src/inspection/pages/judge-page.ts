/** Judges one page as inspectors do: the marks that each must carry, the tags, and that nothing is blank. */
import type { Article } from '../../model/article.ts';
import type { Words } from '../../model/issue.ts';
import type { Rule } from '../../model/rule.ts';
import { absoluteUrl } from '../../site/addresses.ts';
import type { Site } from '../../site/site.ts';
import { afterHtmlRule, blankLabelRule, metaTagRule, pageMarkRule } from '../inspection-rules.ts';
import type { PageFacts } from './page-facts.ts';

export interface PageFinding extends Words {
  rule: Rule;
  /** Of the settings, the same on all pages; else of the page. */
  isOfSettings?: boolean;
}

/** What a page is. @param path relative to the site's root, without `index.html` */
export interface PageKind {
  path: string;
  article?: Article | undefined;
  isColumn: boolean;
}

const ENGINE = '设置里已经写了，网页上却没有：请告诉维护程序的人。';

export function judgePage(site: Site, page: PageFacts, kind: PageKind): PageFinding[] {
  return [
    ...marks(site, page, kind),
    ...tags(site, page, kind),
    ...page.blankLabels.map((label) => ({
      rule: blankLabelRule,
      message: `网页上「${label}」后面是空的。`,
      fix: '补上内容，或把这一项去掉。',
    })),
    ...(page.after === ''
      ? []
      : [
          {
            rule: afterHtmlRule,
            message: '网页在 </html> 以后还有内容。',
            fix: '看看服务器、统计代码是不是往网页里加了东西。',
          },
        ]),
  ];
}

function marks(site: Site, { links, text }: PageFacts, { path }: PageKind): PageFinding[] {
  const { identifier, icp, police, authorityMark, sponsor, contact } = site.config;
  const found: PageFinding[] = [];
  const lacks = (what: string, key: string, isSet: boolean): void => {
    const message = isSet ? `网页上没有${what}。` : `没有${what}。`;
    const fix = isSet ? ENGINE : `在 content/site.yaml 里写 ${key}。`;
    found.push({ rule: pageMarkRule, message, fix, isOfSettings: !isSet });
  };
  const has = (part: string | undefined): boolean => part !== undefined && text.includes(part);
  const leadsTo = (host: string): URL | undefined =>
    links.flatMap((link) => urlOf(link) ?? []).find((url) => url.host === host);

  const mark = leadsTo('bszs.conac.cn');
  if (mark?.searchParams.get('id') !== authorityMark || !authorityMark) {
    lacks('党政机关网站标识', 'authorityMark', authorityMark !== undefined);
  }
  const mistake = leadsTo('zfwzgl.www.gov.cn');
  if (mistake?.searchParams.get('site_code') !== identifier) {
    lacks('带本站标识码的“我为政府网站找错”', 'identifier', true);
  } else if (mistake.searchParams.get('url') !== absoluteUrl(site, path)) {
    lacks('指向本页的“我为政府网站找错”', 'identifier', true);
  }
  if (!has(identifier)) lacks('网站标识码', 'identifier', true);
  if (!has(icp)) lacks('ICP 备案编号', 'icp', icp !== undefined);
  if (!has(police?.text)) lacks('公安机关备案标识', 'police', police !== undefined);
  if (!has(sponsor)) lacks('主办单位', 'sponsor', true);
  if (!has(contact.phone)) lacks('联系方式', 'contact', true);
  return found;
}

function urlOf(link: string): URL | undefined {
  return link.startsWith('http') && URL.canParse(link) ? new URL(link) : undefined;
}

const OF_SITE = ['SiteName', 'SiteDomain', 'SiteIDCode'];
const OF_COLUMN = ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'];
const OF_ARTICLE = ['ColumnName', 'ArticleTitle', 'PubDate', 'ContentSource'];

function tags(
  site: Site,
  { meta, text }: PageFacts,
  { article, isColumn }: PageKind,
): PageFinding[] {
  const found: PageFinding[] = [];
  const say = (message: string): void => {
    found.push({ rule: metaTagRule, message, fix: ENGINE });
  };
  const { name, identifier } = site.config;
  const wanted = [...OF_SITE, ...(article ? OF_ARTICLE : []), ...(isColumn ? OF_COLUMN : [])];
  for (const tag of wanted) if (!meta.has(tag)) say(`没有网页标签 ${tag}。`);
  for (const [tag, contents] of meta) {
    if (contents.some((content) => content.trim() === '')) say(`网页标签 ${tag} 是空的。`);
    if (contents.length > 1 && wanted.includes(tag))
      say(`网页标签 ${tag} 有 ${contents.length} 个。`);
  }
  const differs = (tag: string, is: string): void => {
    const [written] = meta.get(tag) ?? [];
    if (written !== undefined && written !== is) {
      say(`网页标签 ${tag} 是「${written}」，应当是「${is}」。`);
    }
  };
  differs('SiteName', name);
  differs('SiteDomain', new URL(site.origin).host);
  differs('SiteIDCode', identifier);
  if (!article) return found;
  differs('ArticleTitle', article.title);
  differs('PubDate', article.date);
  const [published] = meta.get('PubDate') ?? [];
  if (published !== undefined && !text.includes(published) && !text.includes(spelled(published))) {
    say(`网页标签 PubDate 是「${published}」，网页上看不到这个时间。`);
  }
  return found;
}

/** `2026-03-05` → `2026年3月5日`, as it stands among the facts of an official document. */
function spelled(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
