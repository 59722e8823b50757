/** A build as the command line tells of it. */
import { buildSite } from '../src/build/build-site.ts';
import type { BuildOptions, BuildResult } from '../src/build/build-site.ts';
import { BusyError } from '../src/build/lock.ts';
import type { SiteOptions } from '../src/build/options.ts';
import { isForeign } from '../src/build/output.ts';
import { createProgress } from '../src/build/progress.ts';
import { formatIssues, stopping } from '../src/model/issue.ts';
import { EXIT, wrongUse } from './arguments.ts';
import { countIssues, describeUnpublished } from './report.ts';

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
  const { articles, rendered, changed } = result;
  console.log(
    `完成：${articles} 篇稿件，生成 ${rendered} 个页面，${changed} 个文件有变化，用时 ${seconds} 秒。`,
  );
}

/** What an operator can do something about is said in a sentence; anything else is a bug and keeps its trace. */
function explain(error: unknown): BuildResult {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (error instanceof BusyError) {
    return broken(`另一个生成（进程 ${error.pid}）一直没有结束，这次没有动手。请等它完成再试。`);
  }
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return broken('磁盘满了，没有写完。已有的页面都是完整的；腾出空间后再运行一次，会接着补齐。');
  }
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
    return broken(`没有写入的权限：${error instanceof Error ? error.message : ''}`);
  }
  throw error;
}

function broken(message: string): never {
  console.error(message);
  process.exit(EXIT.broken);
}
