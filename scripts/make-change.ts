/** What the commands share that change published texts: the site as it is, and the change told and made. */
import { siteReader } from '../src/build/read-site.ts';
import type { Change, Refused, StandingSite } from '../src/changes/change.ts';
import { formatIssues, stopping } from '../src/model/issue.ts';
import { printable } from '../src/model/printable.ts';
import type { SiteOptions } from '../src/output/options.ts';
import { writeTogether } from '../src/system/write-together.ts';
import { EXIT, wrongUse } from './arguments.ts';
import { explain } from './failures.ts';

/** So many lines are shown of a kind. */
const SHOWN = 20;

/** The site whatever problems its texts have; undefined where its settings cannot be read, and why. */
export async function standingSite(
  options: SiteOptions,
): Promise<{ standing: StandingSite | undefined; problems: string }> {
  const { judged, issues } = await siteReader(options)().catch((error: unknown) =>
    explain(error, options),
  );
  const { roots, now } = options;
  return {
    standing: judged && { site: judged.site, hidden: judged.hidden, roots, now },
    problems: formatIssues(stopping(issues)),
  };
}

/** The same for commands that can do nothing without it: says why and ends with 1. */
export async function neededSite(options: SiteOptions): Promise<StandingSite> {
  const { standing, problems } = await standingSite(options);
  if (standing) return standing;
  console.log(`${problems}\n\n网站的设置有问题，先改好。`);
  process.exit(EXIT.problems);
}

/**
 * Says what changes and, unless it is dry, changes it. What cannot be done is wrong use.
 * @param done what was done, in Chinese: 已改
 * @param note what there is to do besides, before the last line
 */
export async function makeChange(
  change: Change | Refused,
  isDry: boolean,
  { done = '已改', note = '' }: { done?: string; note?: string } = {},
): Promise<void> {
  if ('problem' in change) wrongUse(change.problem);
  const { files, told, addresses } = change;
  if (!isDry) await writeTogether(files);
  say(isDry ? '没有改动（--dry-run），会改的是' : done, told);
  const moved = addresses.map(({ from, to }) =>
    to === undefined ? `${from}：留下说明，不再打开` : `${from} → ${to}（原来的自动转到现在的）`,
  );
  say('地址', moved);
  if (note !== '') console.log(note);
  if (!isDry) console.log('改完运行 npm run check。');
}

/** One on a line with its heading, several below it. */
function say(heading: string, lines: readonly string[]): void {
  const [only, ...others] = some(lines).map(printable);
  if (only === undefined) return;
  if (others.length === 0) console.log(`${heading}：${only}`);
  else console.log([`${heading}：`, ...[only, ...others].map((line) => `  ${line}`)].join('\n'));
}

function some(lines: readonly string[]): string[] {
  if (lines.length <= SHOWN) return [...lines];
  return [...lines.slice(0, SHOWN), `……一共 ${lines.length} 个`];
}
