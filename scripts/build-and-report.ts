/** A build as the command line tells of it. */
import { buildSite } from '../src/build/build-site.ts';
import type { BuildOptions, BuildResult } from '../src/build/build-site.ts';
import { BusyError } from '../src/build/lock.ts';
import type { SiteOptions } from '../src/build/options.ts';
import { isForeign } from '../src/build/output.ts';
import { createProgress } from '../src/build/progress.ts';
import { formatIssues, stopping } from '../src/model/issue.ts';
import { EXIT, wrongUse } from './arguments.ts';
import { countIssues, describeNeeds, describeUnpublished } from './report.ts';

/** Builds the site and says what was done; content problems are listed and end the process with 1. */
export async function buildAndReport(
  site: SiteOptions,
  options: BuildOptions = { full: false, search: true },
): Promise<void> {
  if (await isForeign(site.out)) {
    wrongUse(
      `${site.out} 里有别的文件，不是本程序生成的文件夹。生成时会清空它，所以没有动手：请换一个 --out，或先自己清空它。`,
    );
  }
  const begun = performance.now();
  const result = await buildSite(site, createProgress(process.stderr), options).catch(explain);
  if (result.issues.length > 0) console.log(`${formatIssues(result.issues)}\n`);
  if (stopping(result.issues).length > 0) {
    console.log(`${countIssues(result.issues)}，网站没有改动。`);
    process.exit(EXIT.problems);
  }
  if (result.unpublished.length > 0) console.log(describeUnpublished(result.unpublished));
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const { articles, rendered, changed, needs } = result;
  for (const line of describeNeeds(needs)) console.log(line);
  console.log(
    `完成：${articles} 篇稿件，生成 ${rendered} 个页面，${changed} 个文件有变化，用时 ${seconds} 秒。`,
  );
}

function explain(error: unknown): BuildResult {
  if (!(error instanceof BusyError)) throw error;
  console.error(`另一个生成（进程 ${error.pid}）一直没有结束，这次没有动手。请等它完成再试。`);
  return process.exit(EXIT.broken);
}
