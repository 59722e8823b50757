/** npm run inspect -- --outbound: asks for every link to another site, and keeps what it found for the next time. */
import { readSite } from '../src/build/read-site.ts';
import { checkLinks } from '../src/inspection/outbound/check-links.ts';
import { goneSince, isDead, linkStateText } from '../src/inspection/outbound/link-state.ts';
import type { LinkState } from '../src/inspection/outbound/link-state.ts';
import { masked } from '../src/inspection/mask.ts';
import { inspectPages } from '../src/inspection/pages/inspect-pages.ts';
import { formatIssues, stopping } from '../src/model/issue.ts';
import { printable } from '../src/model/printable.ts';
import type { SiteOptions } from '../src/output/options.ts';
import type { Progress } from '../src/output/progress.ts';
import { instant } from '../src/site/dates.ts';
import { writeTogether } from '../src/system/write-together.ts';
import { EXIT } from './arguments.ts';

/**
 * @param file absolute path of the state, read and written
 * @returns the exit code
 */
export async function inspectOutbound(
  site: SiteOptions,
  file: string,
  before: LinkState,
  progress: Progress,
): Promise<number> {
  progress.say('读取稿件……');
  const { current, issues } = await readSite(site);
  if (!current) {
    console.log(`${formatIssues(stopping(issues))}\n`);
    console.log('稿件有必须改的问题，网页生成不了，没有查外部链接。先运行 npm run check。');
    return EXIT.problems;
  }
  const { outbound } = await inspectPages(current, progress);
  const count = progress.count('查外部链接');
  const now = instant(site.now);
  const state = await checkLinks(
    outbound.map(({ url }) => url),
    before,
    { now, day: site.now.slice(0, 10), onChecked: count },
  );
  await writeTogether([{ path: file, text: linkStateText(state) }]);
  const links = Object.entries(state.links);
  const dead = links.filter(([, link]) => isDead(link));
  const of = (outcome: string): number =>
    links.filter(([, link]) => link.outcome === outcome).length;
  for (const [name, link] of dead) {
    console.log(printable(`打不开　${masked(name)}（${link.answer}，从 ${goneSince(link)} 起）`));
  }
  console.log(
    `外部链接 ${links.length} 个：能打开 ${of('alive')}，确认打不开 ${dead.length}，这次打不开、明天再查 ${of('gone') - dead.length}，对方不让机器查 ${of('refused')}。`,
  );
  console.log(`记在 ${file}。写进报告：npm run inspect -- --links ${file}`);
  return dead.length > 0 ? EXIT.problems : EXIT.good;
}
