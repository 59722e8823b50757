/** Addresses of this machine and of the office network on a public site, wherever one can be written. */
import type { ReadArticle } from '../model/article.ts';
import type { Column } from '../model/columns.ts';
import { lineIn } from '../model/field-lines.ts';
import { insideProblem, isInside } from '../model/inside-host.ts';
import type { Finding, Issue } from '../model/issue.ts';
import { found } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import type { ReadPage } from '../model/page.ts';
import type { SiteConfig } from '../model/site-config.ts';
import type { Redirect } from '../model/word-lists.ts';
import type { YamlPath } from '../model/yaml-text.ts';

export const insideAddressRule: Rule = {
  id: 'address/inside',
  level: 'warn',
  scope: 'site',
  title: '单位内部的地址',
  basis: '只有自己的电脑和单位内部的网络能打开的地址，读者打不开。',
};

interface YamlFile<T> {
  file: string;
  value: T;
  lineOf(path: YamlPath): number;
}

export interface AddressPlaces {
  site: YamlFile<SiteConfig>;
  columns: YamlFile<readonly Column[]>;
  redirects: YamlFile<readonly Redirect[]>;
  articles: readonly ReadArticle[];
  /** Single pages and topics. */
  pages: readonly Pick<ReadPage, 'file' | 'inside'>[];
}

/** None where the site itself lies on such a host: its readers are inside, too. */
export function checkInsideAddresses(places: AddressPlaces): Issue[] {
  const { site, columns, redirects, articles, pages } = places;
  if (isInside(site.value.url)) return [];
  const bodies = [
    ...articles.map(({ place: { file }, text: { inside } }) => ({ file, inside })),
    ...pages,
  ];
  return found(insideAddressRule, [
    ...bodies.flatMap(({ file, inside = [] }) =>
      inside.map(({ url, line }) => ({ file, line, ...insideProblem('链接', url) })),
    ),
    ...articles.flatMap(({ place: { file }, text: { repost }, lines }) =>
      judged('原网址', repost?.url, file, lineIn(lines, 'repost')),
    ),
    ...columns.value.flatMap(({ url }, index) =>
      judged('网址', url, columns.file, columns.lineOf([index, 'url'])),
    ),
    ...redirects.value.flatMap(({ to }, index) =>
      judged('新地址', to, redirects.file, redirects.lineOf([index, 'to'])),
    ),
    ...siteAddresses(site.value).flatMap(([path, url]) =>
      judged('网址', url, site.file, site.lineOf(path)),
    ),
  ]);
}

function siteAddresses({ consultation, links }: SiteConfig): (readonly [YamlPath, string])[] {
  return [
    ...(consultation ? [[['consultation', 'url'], consultation.url] as const] : []),
    ...links.flatMap(({ items }, group) =>
      items.map(({ url }, item) => [['links', group, 'items', item, 'url'], url] as const),
    ),
  ];
}

function judged(what: string, url: string | undefined, file: string, line: number): Finding[] {
  return url !== undefined && isInside(url) ? [{ file, line, ...insideProblem(what, url) }] : [];
}
