/** Every page as the build makes it, judged; those that did not change since the last time by what was found then. */
import { allArtifacts, engineOf } from '../../build/all-artifacts.ts';
import type { LoadedSite } from '../../build/read-site.ts';
import { describeCompiling } from '../../build/describe-build.ts';
import type { Artifact, PageArtifact } from '../../output/artifacts.ts';
import type { Progress } from '../../output/progress.ts';
import { openRenderer } from '../../renderer/compile-renderer.ts';
import { renderPage } from '../../renderer/render-page.ts';
import { absoluteUrl } from '../../site/addresses.ts';
import { withSite } from '../../site/current-site.ts';
import type { Site } from '../../site/site.ts';
import { shortDigest } from '../../system/digest.ts';
import { PROJECT, siteCache } from '../../system/project.ts';
import { sourceHash } from '../../system/source-hash.ts';
import type { Found } from '../found.ts';
import { pageLinkRule } from '../inspection-rules.ts';
import { outboundAddress, outboundLinks } from '../outbound/outbound-links.ts';
import type { OutboundLink } from '../outbound/outbound-links.ts';
import { judgePage } from './judge-page.ts';
import type { PageFinding } from './judge-page.ts';
import { readPage } from './page-facts.ts';
import { createGroups, pageKinds, placeOf } from './page-groups.ts';
import { linkStates } from './page-links.ts';
import type { LinkState } from './page-links.ts';
import { PageMemory } from './page-memory.ts';

export interface PagesJudged {
  issues: Found[];
  pages: number;
  outbound: OutboundLink[];
}

/** What says of a page's HTML what is wrong with it. */
const JUDGES = ['src/inspection/inspection-rules.ts', 'src/inspection/pages'];

export async function inspectPages(current: LoadedSite, progress: Progress): Promise<PagesJudged> {
  const { site } = current;
  const kept = await openRenderer(site, (isDamaged) => progress.say(describeCompiling(isDamaged)));
  try {
    return await withSite(current, async () => {
      const { artifacts } = await allArtifacts(current, kept, false, progress);
      const pages = [...artifacts.values()].filter(isHtml);
      const kindOf = pageKinds(site);
      const memory = new PageMemory(siteCache(site.content.roots), versionOf(site, engineOf(kept)));
      const found = createGroups(site);
      const outbound = outboundLinks();
      const links = linkReader(memory, linkStates(site, artifacts), site.origin);
      const count = progress.count('检查网页');
      for (const [at, page] of pages.entries()) {
        const kind = () => kindOf(page.path);
        const known = memory.find(page.path, page.key);
        const seen = known ?? memory.add(page.path, page.key, await judged(page));
        for (const number of seen.findings) found.add(memory.findings[number] as PageFinding, kind);
        const { dead, addresses } = links(seen, () => absoluteUrl(site, kind().path));
        for (const link of dead) found.add(deadLink(link), kind);
        outbound.add(addresses, page.path === 'index.html', () => placeOf(site, kind()));
        count(at + 1, pages.length);
      }
      await memory.write();
      return { issues: found.all(), pages: pages.length, outbound: outbound.all() };

      async function judged(page: PageArtifact) {
        const html = String(await renderPage(kept.renderer, site.base, page));
        const facts = readPage(html);
        return { findings: judgePage(site, facts, kindOf(page.path)), links: facts.links };
      }
    });
  } finally {
    kept.giveBack();
  }
}

/** A page's key says nothing of the settings that it is judged by. */
function versionOf({ config, origin, base }: Site, engine: string): string {
  const settings = shortDigest(JSON.stringify([config, origin, base]), 16);
  return `${engine} ${sourceHash(PROJECT, JUDGES)} ${settings}`;
}

/** Says of a page's links which lead to nothing and which to other sites; each link is looked at once for all pages. */
function linkReader(
  memory: PageMemory,
  stateOf: (link: string, pageUrl?: string) => LinkState,
  origin: string,
) {
  const states: (LinkState | undefined)[] = [];
  const outside: (string | null)[] = [];
  const look = (number: number): void => {
    const link = memory.links[number] ?? '';
    states[number] = stateOf(link);
    outside[number] = outboundAddress(link, origin) ?? null;
  };
  /** Of those that nearly all pages have: what is not simply alive, and what leads outside. */
  const ofCommon = memory.common.filter((number) => {
    look(number);
    return states[number] !== 'alive' || outside[number] !== null;
  });
  return (
    { links, hasCommon }: { links: readonly number[]; hasCommon: boolean },
    urlOf: () => string,
  ): { dead: string[]; addresses: Set<string> } => {
    const dead: string[] = [];
    const addresses = new Set<string>();
    for (const number of hasCommon ? [...ofCommon, ...links] : links) {
      if (states[number] === undefined) look(number);
      const link = memory.links[number] ?? '';
      const state = states[number] === 'relative' ? stateOf(link, urlOf()) : states[number];
      if (state === 'dead') dead.push(link);
      const address = outside[number];
      if (address) addresses.add(address);
    }
    return { dead: dead.toSorted(), addresses };
  };
}

function isHtml(artifact: Artifact): artifact is PageArtifact {
  return artifact.kind === 'page' && artifact.path.endsWith('.html');
}

function deadLink(link: string): PageFinding {
  const message = `站内链接「${link}」打不开。`;
  return { rule: pageLinkRule, message, fix: '改成现在的地址，或去掉链接。' };
}
