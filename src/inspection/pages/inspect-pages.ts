/** Every page as the build makes it, judged; nothing is written. */
import { allArtifacts } from '../../build/all-artifacts.ts';
import type { LoadedSite } from '../../build/read-site.ts';
import { describeCompiling } from '../../build/describe-build.ts';
import type { Artifact, PageArtifact } from '../../output/artifacts.ts';
import type { Progress } from '../../output/progress.ts';
import { openRenderer } from '../../renderer/compile-renderer.ts';
import { renderPage } from '../../renderer/render-page.ts';
import { absoluteUrl, articlePath, columnPath } from '../../site/addresses.ts';
import { withSite } from '../../site/current-site.ts';
import type { Site } from '../../site/site.ts';
import { articleFacts } from '../article-issues.ts';
import { finding, WEBMASTER } from '../found.ts';
import type { Found } from '../found.ts';
import { pageLinkRule } from '../inspection-rules.ts';
import { outboundLinks } from '../outbound/outbound-links.ts';
import type { OutboundLink } from '../outbound/outbound-links.ts';
import { judgePage } from './judge-page.ts';
import type { PageFinding, PageKind } from './judge-page.ts';
import { readPage } from './page-facts.ts';
import { deadLinks } from './page-links.ts';

export interface PagesJudged {
  issues: Found[];
  pages: number;
  outbound: OutboundLink[];
}

const INDEX = 'index.html';
const SETTINGS = 'content/site.yaml';

export async function inspectPages(current: LoadedSite, progress: Progress): Promise<PagesJudged> {
  const { site } = current;
  const kept = await openRenderer(site, (isDamaged) => progress.say(describeCompiling(isDamaged)));
  try {
    return await withSite(current, async () => {
      const { artifacts } = await allArtifacts(current, kept, false, progress);
      const pages = [...artifacts.values()].filter(isHtml);
      const kindOf = pageKinds(site);
      const isDead = deadLinks(site, artifacts);
      const found = createGroups(site);
      const outbound = outboundLinks(site.origin);
      const count = progress.count('检查网页');
      for (const [at, page] of pages.entries()) {
        const kind = kindOf(page.path);
        const html = String(await renderPage(kept.renderer, site.base, page));
        const facts = readPage(html);
        const url = absoluteUrl(site, kind.path);
        for (const each of judgePage(site, facts, kind)) found.add(each, kind);
        const links = new Set(facts.links);
        for (const link of links) if (isDead(link, url)) found.add(deadLink(link), kind);
        outbound.add(links, { ...placeOf(site, kind), isHome: kind.path === '' });
        count(at + 1, pages.length);
      }
      return { issues: found.all(), pages: pages.length, outbound: outbound.all() };
    });
  } finally {
    kept.giveBack();
  }
}

function isHtml(artifact: Artifact): artifact is PageArtifact {
  return artifact.kind === 'page' && artifact.path.endsWith('.html');
}

function deadLink(link: string): PageFinding {
  const message = `站内链接「${link}」打不开。`;
  return { rule: pageLinkRule, message, fix: '改成现在的地址，或去掉链接。' };
}

/** The text of which a page is made, as far as it is an article; else the settings. */
function placeOf(site: Site, { path, article }: PageKind) {
  const url = absoluteUrl(site, path);
  if (article) return { ...articleFacts(site, article), file: article.file, url };
  return { owner: WEBMASTER, file: SETTINGS, url };
}

/** By the file of the page. */
function pageKinds(site: Site): (file: string) => PageKind {
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
function createGroups(site: Site) {
  const groups = new Map<string, { finding: PageFinding; first: PageKind; count: number }>();
  return {
    add(each: PageFinding, kind: PageKind): void {
      const key = `${each.rule.id}\n${each.message}`;
      const group = groups.get(key);
      if (group) group.count += 1;
      else groups.set(key, { finding: each, first: kind, count: 1 });
    },
    all: (): Found[] =>
      [...groups.values()].map(
        ({ finding: { rule, message, fix, isOfSettings }, first, count }) => {
          const many = count > 1 ? `共 ${count} 个网页。` : '';
          const { file, ...facts } = placeOf(site, first);
          const isOfPage = count === 1 && !isOfSettings;
          const place = { ...facts, file: isOfPage ? file : SETTINGS };
          return finding(rule, { fix, message: `${message}${many}`, ...place });
        },
      ),
  };
}
