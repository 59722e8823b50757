/** npm run inspect -- --live https://…: the deployed site, seen from outside. */
import { inspectLive } from '../src/inspection/live/live-site.ts';
import type { LiveFinding } from '../src/inspection/live/live-finding.ts';
import type { LiveResult } from '../src/inspection/live/live-site.ts';
import { masked } from '../src/inspection/mask.ts';
import { readSite } from '../src/build/read-site.ts';
import { LEVELS } from '../src/model/issue.ts';
import { printable } from '../src/model/printable.ts';
import type { SiteOptions } from '../src/output/options.ts';
import { instant } from '../src/site/dates.ts';
import { movedPages } from '../src/site/moved-page.ts';
import { movedAddresses } from '../src/site/old-addresses.ts';
import type { Site } from '../src/site/site.ts';

const VISITS = 20;
const PATIENCE_MS = 15_000;
const PAGES = 40;
const MARKS = { stop: '', warn: '（提醒）', info: '（参考）' } as const;

/**
 * Looks at the site, and says what it found, for the report as well.
 * @param between milliseconds between two visits
 * @param date of the inspection: where not all files can be compared, others are on another day
 */
export async function liveInspection(
  site: SiteOptions,
  address: URL,
  between: number,
  date: string,
): Promise<LiveResult> {
  const { judged } = await readSite(site);
  const own = judged?.site.config;
  const isOwn = own !== undefined && new URL(own.url).origin === address.origin;
  const result = await inspectLive(address, {
    visits: VISITS,
    between,
    patience: PATIENCE_MS,
    pages: PAGES,
    now: instant(site.now),
    turn: date,
    ...(judged && { moved: leadingOn(judged.site) }),
    ...(isOwn ? { identifier: own.identifier, ipv6: own.ipv6 } : {}),
  });
  tell(result);
  return result;
}

/** Pages at old addresses, with where they lead. */
function leadingOn(site: Site): ReadonlyMap<string, string> {
  const { pages } = movedPages(site, movedAddresses(site));
  return new Map(pages.map(({ path, moved }) => [path, moved.to]));
}

function tell({ findings, seen, unchecked }: LiveResult): void {
  const byLevel = (a: LiveFinding, b: LiveFinding): number =>
    LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level);
  for (const { level, url, message, fix } of findings.toSorted(byLevel)) {
    const words = `${masked(url)}\n  ${MARKS[level]}${masked(message)}\n  → ${fix}`;
    console.log(`${words.split('\n').map(printable).join('\n')}\n`);
  }
  for (const line of seen) console.log(printable(masked(line)));
  for (const line of unchecked) console.log(printable(`没有查　${masked(line)}`));
  const stops = findings.filter(({ level }) => level === 'stop').length;
  console.log(
    findings.length === 0
      ? '从外面查过的各项没有发现问题。\n'
      : `从外面看：必须改 ${stops} 个，其余 ${findings.length - stops} 个。\n`,
  );
}
