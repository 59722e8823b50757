/** What is found on pages, by what it says: what is the same on many of them is one finding. */
import { absoluteUrl, articlePath, columnPath } from '../../site/addresses.ts';
import type { Site } from '../../site/site.ts';
import { articleFacts } from '../article-issues.ts';
import { finding, WEBMASTER } from '../found.ts';
import type { Found } from '../found.ts';
import type { PageFinding, PageKind } from './judge-page.ts';

const INDEX = 'index.html';
const SETTINGS = 'content/site.yaml';

/** The text of which a page is made, as far as it is an article; else the settings. */
export function placeOf(site: Site, { path, article }: PageKind) {
  const url = absoluteUrl(site, path);
  if (article) return { ...articleFacts(site, article), file: article.file, url };
  return { owner: WEBMASTER, file: SETTINGS, url };
}

/** By the file of the page. */
export function pageKinds(site: Site): (file: string) => PageKind {
  const articles = new Map(
    site.content.articles.map((article) => [articlePath(site, article), article]),
  );
  const columns = new Set(
    site.tree.all
      .filter(({ column }) => column.kind !== 'link')
      .map(({ column }) => columnPath(site, column)),
  );
  return (file) => {
    const path = file.endsWith(INDEX) ? file.slice(0, -INDEX.length) : file;
    // The page for what is not there is nowhere, and says that it is everywhere.
    return { path, article: articles.get(path), isColumn: columns.has(path) };
  };
}

/** What is the same on many pages is one finding. */
export function createGroups(site: Site) {
  const groups = new Map<string, { finding: PageFinding; kinds: (() => PageKind)[] }>();
  return {
    /** @param kindOf asked when all is told */
    add(each: PageFinding, kindOf: () => PageKind): void {
      const key = `${each.rule.id}\n${each.message}`;
      const group = groups.get(key);
      if (group) group.kinds.push(kindOf);
      else groups.set(key, { finding: each, kinds: [kindOf] });
    },
    all: (): Found[] =>
      [...groups.values()].flatMap(({ finding: { rule, message, fix, isOfSettings }, kinds }) => {
        const all = kinds.map((kindOf) => placeOf(site, kindOf()));
        const [first] = all;
        if (!first) return [];
        const { file, ...facts } = first;
        const many = all.length > 1 ? `共 ${all.length} 个网页。` : '';
        const isOfPage = all.length === 1 && !isOfSettings;
        const place = { ...facts, file: isOfPage ? file : SETTINGS };
        const places = all.map((each) => ({
          title: 'title' in each ? (each.title ?? '') : '',
          url: each.url,
          file: each.file,
        }));
        return [finding(rule, { fix, message: `${message}${many}`, ...place, places })];
      }),
  };
}
