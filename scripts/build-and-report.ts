/** A build as the command line tells of it. */
import { buildSite } from '../src/build/build-site.ts';
import type { BuildParts } from '../src/build/build-site.ts';
import type { SiteOptions } from '../src/build/options.ts';
import { isForeign } from '../src/build/output.ts';
import { createProgress } from '../src/build/progress.ts';
import { formatIssues } from '../src/model/issue.ts';
import { EXIT, wrongUse } from './arguments.ts';
import { describeUnpublished } from './report.ts';

/** Builds the site and says what was done; content problems are listed and end the process with 1. */
export async function buildAndReport(
  site: SiteOptions,
  parts: BuildParts = { search: true, pictures: true },
): Promise<void> {
  if (await isForeign(site.out)) {
    wrongUse(
      `${site.out} 里有别的文件，不是本程序生成的文件夹。生成时会清空它，所以没有动手：请换一个 --out，或先自己清空它。`,
    );
  }
  const begun = performance.now();
  const result = await buildSite(site, createProgress(process.stderr), parts);
  if (result.issues.length > 0) {
    console.log(
      `${formatIssues(result.issues)}\n\n共 ${result.issues.length} 个问题，网站没有改动。`,
    );
    process.exit(EXIT.problems);
  }
  if (result.unpublished.length > 0) console.log(describeUnpublished(result.unpublished));
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(
    `完成：${result.articles} 篇稿件，生成 ${result.rendered} 个页面，${result.changed} 个文件有变化（图片不计），用时 ${seconds} 秒。`,
  );
}
