/** A build as the command line tells of it. */
import { buildSite } from '../src/build/build-site.ts';
import type { BuildOptions } from '../src/build/build-site.ts';
import type { SiteOptions } from '../src/output/options.ts';
import { createProgress } from '../src/output/progress.ts';
import { formatIssues, stopping } from '../src/model/issue.ts';
import { EXIT } from './arguments.ts';
import { explain } from './failures.ts';
import { countIssues, describeNeeds, describeTooLarge, describeUnpublished } from './report.ts';

/** Builds the site and says what was done; content problems are listed and end the process with 1. */
export async function buildAndReport(
  site: SiteOptions,
  options: BuildOptions = { full: false, search: true },
): Promise<void> {
  const begun = performance.now();
  const result = await buildSite(site, createProgress(process.stderr), options).catch(
    (error: unknown) => explain(error, site),
  );
  if (result.issues.length > 0) console.log(`${formatIssues(result.issues)}\n`);
  if (stopping(result.issues).length > 0) {
    console.log(`${countIssues(result.issues)}，网站没有改动。`);
    process.exit(EXIT.problems);
  }
  if (result.unpublished.length > 0) console.log(describeUnpublished(result.unpublished));
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const { articles, rendered, changed, needs, fit } = result;
  for (const line of describeNeeds(needs)) console.log(line);
  const unfit = describeTooLarge(fit);
  if (unfit !== '') console.log(unfit);
  console.log(
    `完成：${articles} 篇稿件，生成 ${rendered} 个页面，${changed} 个文件有变化，用时 ${seconds} 秒。`,
  );
}
